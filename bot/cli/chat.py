"""``quicktake chat``: the whole bot in this terminal, over the local Slack emulator."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from pathlib import Path

import click

from bot.app import build
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.playground.chat import Conversation
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.server_process import put_in_playground
from bot.playground.temporary_data import scratch
from bot.playground.workspace import ADMIN
from bot.processes import in_thread
from bot.settings import Settings


@click.command()
@corpus_option
def chat(folders: tuple[Path, ...]) -> None:
    """Talk to the bot in this terminal; no Slack account needed.

    What you type is a direct message, “/quicktake …” a slash command, “@quicktake …” a mention. A number presses that
    button, an empty line closes what is open, Ctrl-D leaves.
    """
    with contextlib.suppress(KeyboardInterrupt), scratch(settings_for(folders)) as settings:
        asyncio.run(_converse(settings))


async def _converse(settings: Settings) -> None:
    async with Emulator(installed()) as slack:
        with loading() as progress:
            bot = build(put_in_playground(settings, slack), starts_fresh=True, progress=progress)
        try:
            await bot.start()
            click.echo("Ask a question, or type /quicktake help. A number presses that button; Ctrl-D leaves.\n")
            await Conversation(slack, ADMIN.id, _read_line, click.echo).run()
        finally:
            await bot.stop()


async def _read_line() -> str | None:
    """Read a line after a prompt; what is piped in is repeated, so that the output reads like the conversation."""
    click.secho("> ", fg="green", nl=False)
    line = await in_thread(sys.stdin.readline)
    if not (line and sys.stdin.isatty()):
        click.echo(line.rstrip("\n"))
    return line.rstrip("\n") if line else None
