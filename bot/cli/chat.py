"""``quicktake chat``: the whole bot in this terminal, over the local Slack emulator."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading

if TYPE_CHECKING:
    from pathlib import Path

    from bot.playground.emulator import Emulator
    from bot.settings import Settings


@click.command()
@corpus_option
def chat(folders: tuple[Path, ...]) -> None:
    """Talk to the bot in this terminal; no Slack account needed.

    What you type is a direct message, “/quicktake …” a slash command, “@quicktake …” a mention, a number presses that
    button. Ctrl-D leaves.
    """
    from bot.playground.temporary_data import scratch  # noqa: PLC0415  (keeps --help quick)

    with contextlib.suppress(KeyboardInterrupt), scratch(settings_for(folders)) as settings:
        asyncio.run(_converse(settings))


async def _converse(settings: Settings) -> None:
    from rich.console import Console  # noqa: PLC0415  (keeps --help quick)

    from bot.app import build  # noqa: PLC0415
    from bot.playground.chat import converse  # noqa: PLC0415
    from bot.playground.emulator import Emulator  # noqa: PLC0415

    async with Emulator() as slack:
        with loading() as progress:
            bot = build(in_terminal(settings, slack), starts_fresh=True, progress=progress)
        await bot.start()
        try:
            await converse(slack, Console())
        finally:
            await bot.stop()


def in_terminal(settings: Settings, slack: Emulator) -> Settings:
    """Point the bot at the emulator; the person is an admin there, so that reload and status can be tried, too."""
    from bot.playground.workspace import PERSON  # noqa: PLC0415  (keeps --help quick)

    return replace(
        settings,
        slack_api_url=slack.api_url,
        bot_token=slack.bot_token,
        app_token=slack.app_token,
        admins=frozenset({PERSON.id}),
    )
