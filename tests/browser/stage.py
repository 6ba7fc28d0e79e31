"""A small app behind the page that sends whatever a test wants to see drawn, and remembers what people did."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.corpus.builder import select
from bot.corpus.check.findings import Report
from bot.corpus.frontmatter import Parsed
from bot.model import Article, Corpus
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Shortcut
from bot.playground.page.article_updates import Library
from bot.playground.page.authoring import Authoring
from bot.playground.page.site import Site
from bot.releases.snapshot import Listing, Snapshot, to_arrays
from tests.browser.samples import DEEPER, HOME, MODAL, option

Json = dict[str, Any]
Check = Callable[[], Awaitable[Report]]
ANYTHING = re.compile(".*")
ARTICLES = [option("Silence", "/silence"), option("Set goals", "/goals")]


class Stage:
    """The emulator with the page, and an app on it; ``slack`` and ``client`` are for tests to act behind the page."""

    def __init__(self, slack: Emulator) -> None:
        self.slack = slack
        self.client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)

    @property
    def address(self) -> str:
        return f"http://{self.slack.workspace.address}/"

    async def post(self, *blocks: Json) -> None:
        """Let the app say something in #general."""
        await self.client.chat_postMessage(channel="C0GENERAL", text="for readers", blocks=blocks)

    def smuggle(self, *blocks: Json) -> None:
        """Put blocks into #general that the emulator would refuse."""
        self.slack.workspace.post("C0GENERAL", {"text": "for readers", "blocks": blocks})

    async def done(self, kind: str) -> Json:
        """The payload of the last interaction of this kind, once there is one."""
        return await self.slack.wait_for(lambda: self._last(kind))

    def _last(self, kind: str) -> Json:
        payloads = [exchange.payload for exchange in self.slack.exchanges if exchange.is_acked]
        return next((payload for payload in reversed(payloads) if payload.get("type") == kind), {})


async def found_nothing() -> Report:
    return Report((), 0, 0)


@contextlib.asynccontextmanager
async def staged(articles: Sequence[Article] = (), check: Check = found_nothing) -> AsyncIterator[Stage]:
    """Run workspace, page and app; ``articles`` are those of the authoring view, ``check`` says what they lack."""
    app = replace(installed(granting=("assistant:write",)), shortcuts=(Shortcut("Answer this", "answer_this"),))
    slack = Emulator(app, ack_limit_s=1.0, retry_delays_s=())

    library = Library([], lambda: snapshot_of(articles), check)
    site = Site(slack)
    site.install()
    site.admit(Authoring(library, explained))
    async with slack:
        following = asyncio.create_task(library.follow())
        stage = Stage(slack)
        handler = AsyncSocketModeHandler(_app(stage), slack.app_token)
        await handler.connect_async()
        await slack.wait_for(lambda: slack.is_connected)
        yield stage
        await handler.close_async()
        following.cancel()


def snapshot_of(articles: Sequence[Article]) -> Snapshot:
    parsed, listing = [Parsed(article) for article in articles], Listing((), np.zeros((0, 3), np.int64), (), ())
    return Snapshot(to_arrays(listing, parsed, select(articles), corpus=Corpus(tuple(articles)), variant="test"))


def explained(question: str) -> Json:
    return {"question": question}


def _app(stage: Stage) -> AsyncApp:
    app = AsyncApp(client=stage.client)

    async def open_form(ack: AsyncAck, body: Json) -> None:
        await ack()
        await stage.client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    async def push(ack: AsyncAck, body: Json) -> None:
        await ack()
        await stage.client.views_push(trigger_id=body["trigger_id"], view=DEEPER)

    async def check_form(ack: AsyncAck, view: Json) -> None:
        comment = view["state"]["values"]["comment"]["text"]["value"]
        await ack(response_action="errors", errors={"comment": "Say a little more."}) if len(
            comment
        ) < 5 else await ack()

    async def offer(ack: AsyncAck, body: Json) -> None:
        await ack(options=[one for one in ARTICLES if body["value"].lower() in one["text"]["text"].lower()])

    async def home(event: Json) -> None:
        await stage.client.views_publish(user_id=event["user"], view=HOME)

    async def take(ack: AsyncAck) -> None:
        await ack()

    app.command(ANYTHING)(open_form)
    app.action("push")(push)
    app.view("form")(check_form)
    app.options("find")(offer)
    app.event("app_home_opened")(home)
    app.event(ANYTHING)(take)
    app.action(ANYTHING)(take)
    app.shortcut(ANYTHING)(take)
    return app
