"""The page, installed beside the wire of an emulator.

An edge: answers what the page asks over HTTP. Everything live goes over the WebSocket.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.playground.model import RefusedError
from bot.playground.page import listing
from bot.playground.page.assets import HEADERS, Assets
from bot.playground.page.deeds import Deeds
from bot.playground.page.live import Live

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.playground.emulator import Emulator
    from bot.playground.model import Json
    from bot.playground.page.library import Library

    Explain = Callable[[str], Awaitable[Json]]

LONGEST_QUESTION = 3_000
PICTURES = {".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png"}


class Site:
    """Answers the requests of the page.

    Args:
        slack: the workspace to show; not started yet.
        library: the articles, for authors.
        explain: describes how a question is answered and why.
        site_url: what relative urls of articles belong to.
    """

    def __init__(self, slack: Emulator, library: Library, explain: Explain, site_url: str = "") -> None:
        self._slack = slack
        self._library = library
        self._explain = explain
        self._site_url = site_url
        self._live = Live(slack, Deeds(slack), library)

    def install(self) -> None:
        """Add the page to what the emulator serves."""
        assets, routes = Assets(), self._slack.routes
        routes.add_get("/", assets.page)
        routes.add_get("/page/live", self._live.serve)
        routes.add_get("/page/articles", self._articles)
        routes.add_get("/page/article", self._article)
        routes.add_get("/page/explanation", self._explanation)
        routes.add_get("/page/file/{id}", self._file)
        routes.add_get("/page/static/{name:.+}", assets.file)
        routes.add_get("/archives/{channel}/{message}", _permalink)

    async def close(self) -> None:
        """Tell every open page that it is over, so that nobody waits for it."""
        await self._live.close()

    async def _articles(self, request: web.Request) -> web.Response:
        query = request.query
        wanted, only_with_findings = query.get("wanted", ""), query.get("only") == "findings"
        shelf = await self._library.shelf()
        part = listing.rows(
            shelf,
            wanted,
            _number(query.get("offset", "0")),
            _number(query.get("limit", "100")),
            only_with_findings=only_with_findings,
        )
        return web.json_response(part)

    async def _article(self, request: web.Request) -> web.Response:
        shelf = await self._library.shelf()
        found = listing.article(shelf, request.query.get("url", ""), self._site_url)
        if found is None:
            raise web.HTTPNotFound(text="This article is not in the collection.")
        return web.json_response(found)

    async def _explanation(self, request: web.Request) -> web.Response:
        return web.json_response(await self._explain(request.query.get("question", "")[:LONGEST_QUESTION]))

    async def _file(self, request: web.Request) -> web.Response:
        """Give a file that was shared; what is no picture is only to be kept."""
        try:
            file = self._slack.workspace.uploads.complete(request.match_info["id"])
        except RefusedError as unknown:
            raise web.HTTPNotFound from unknown
        kind = PICTURES.get(Path(file.name).suffix.lower(), "application/octet-stream")
        return web.Response(body=file.content, content_type=kind, headers=HEADERS)


async def _permalink(request: web.Request) -> web.Response:
    """Lead to a message by the address that ``chat.getPermalink`` gives it."""
    digits = request.match_info["message"].removeprefix("p")
    raise web.HTTPFound(f"/#{request.match_info['channel']}/{digits[:-6]}.{digits[-6:]}")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
