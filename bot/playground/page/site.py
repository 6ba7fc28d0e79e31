"""The page, installed beside the wire of an emulator.

An edge: answers what the page asks over HTTP. Everything live goes over the WebSocket.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.playground.change_signal import Bell
from bot.playground.page.actions import Actions
from bot.playground.page.assets import Assets
from bot.playground.page.websocket import Live

if TYPE_CHECKING:
    from bot.playground.emulator import Emulator
    from bot.playground.page.authoring import Authoring


class Site:
    """Answers the requests of the page; what authors ask waits until they are admitted.

    Args:
        slack: the workspace to show; not started yet.
    """

    def __init__(self, slack: Emulator) -> None:
        self._slack = slack
        self._authoring: Authoring | None = None
        self._admission = Bell()
        self._live = Live(slack, Actions(slack), self._admitted)

    def install(self) -> None:
        """Add the page to what the emulator serves."""
        assets, routes = Assets(), self._slack.routes
        routes.add_get("/", assets.page)
        routes.add_get("/page/live", self._live.serve)
        routes.add_get("/page/articles", self._articles)
        routes.add_get("/page/article", self._article)
        routes.add_get("/page/explanation", self._explanation)
        routes.add_get("/page/static-{version}/{name:.+}", assets.file)
        routes.add_get("/archives/{channel}/{message}", _permalink)

    def admit(self, authoring: Authoring) -> None:
        """Let authors in."""
        self._authoring = authoring
        self._admission.ring()

    async def close(self) -> None:
        """Tell every open page that it is over, so that nobody waits for it."""
        await self._live.close()

    async def _admitted(self) -> Authoring:
        return await self._admission.until(lambda: self._authoring, None)

    async def _articles(self, request: web.Request) -> web.Response:
        authoring = await self._admitted()
        return web.json_response(await authoring.articles(request.query))

    async def _article(self, request: web.Request) -> web.Response:
        authoring = await self._admitted()
        return web.json_response(await authoring.article(request.query.get("url", "")))

    async def _explanation(self, request: web.Request) -> web.Response:
        authoring = await self._admitted()
        return web.json_response(authoring.explanation(request.query.get("question", "")))


async def _permalink(request: web.Request) -> web.Response:
    """Lead to a message by the address that ``chat.getPermalink`` gives it."""
    digits = request.match_info["message"].removeprefix("p")
    raise web.HTTPFound(f"/#{request.match_info['channel']}/{digits[:-6]}.{digits[-6:]}")
