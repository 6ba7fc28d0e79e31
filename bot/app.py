"""Composition root: Settings → wired objects → Bolt app. The whole bot is put together here, by hand."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.async_app import AsyncApp

from bot.serving import Serving
from bot.slack.admin import Administration
from bot.slack.asking import Asking
from bot.slack.choosing import Choosing
from bot.slack.commands import Commands
from bot.slack.deliveries import Deliveries
from bot.slack.dispatch import Dispatcher
from bot.slack.listeners import listeners, register
from bot.slack.transport import SocketMode, check_app_token, check_bot_token, web_client

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.settings import Settings
    from bot.slack.listeners import Listener

log = logging.getLogger(__name__)

DRAIN_S = 20.0  # how long work in flight may take when the bot stops; Slack's longest back-off, and some


@dataclass(frozen=True, slots=True)
class Bot:
    """The running bot: ``start`` it, ``stop`` it."""

    settings: Settings
    serving: Serving
    client: AsyncWebClient
    dispatcher: Dispatcher
    socket_mode: SocketMode

    async def start(self) -> None:
        """Check the tokens and connect.

        Raises:
            ConnectionRefusedBySlackError: Slack cannot be reached or refuses a token.
        """
        team, _ = await check_bot_token(self.client)
        await check_app_token(self.client, self.settings.app_token)
        await self.socket_mode.connect()
        log.info("Connected to %s; release %s answers", team, self.serving.answerer.release)

    async def stop(self) -> None:
        """Take nothing more, finish what is under way, disconnect."""
        await self.socket_mode.stop_intake()
        await self.dispatcher.drain(DRAIN_S)
        await self.socket_mode.close()


def build(settings: Settings) -> Bot:
    """Load the corpus and wire the bot; nothing connects yet.

    Raises:
        CorpusError: the corpus cannot be served.
    """
    serving = Serving(settings, now=lambda: dt.datetime.now(dt.UTC))
    client = web_client(settings.bot_token, settings.slack_api_url)
    dispatcher = Dispatcher(Deliveries(time.monotonic), new_reference=lambda: secrets.token_hex(3))
    app = AsyncApp(client=client)
    register(app, table(settings, serving), dispatcher)
    return Bot(settings, serving, client, dispatcher, SocketMode(app, settings.app_token))


def table(settings: Settings, serving: Serving) -> tuple[Listener, ...]:
    """Return the listeners over everything they need."""
    asking = Asking(serving.answerer, settings.site_url)
    choosing = Choosing(serving.answerer, settings.site_url)
    administration = Administration(settings.admins, serving.status, serving.reload)
    return listeners(Commands(asking, administration), asking, choosing)
