"""``quicktake run``: the bot in Slack, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal

import click

from bot import settings as environment
from bot.app import build
from bot.cli.progress import loading
from bot.corpus.sources import fetched
from bot.settings import Settings

log = logging.getLogger(__name__)


@click.command()
def run() -> None:
    """Connect to Slack and answer until SIGTERM or Ctrl-C.

    Uses Socket Mode; needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN.
    """
    environ = environment.environment()
    settings = environment.read(environ, for_slack=True)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in environment.unknown_names(environ):
        log.warning("%s is no setting of this bot and changes nothing; see .env.example", name)
    asyncio.run(_serve(fetched(settings)))


async def _serve(settings: Settings) -> None:
    stopping = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stopping.set)
    with loading() as progress:
        bot = build(settings, progress=progress)
    try:
        await bot.start()
        await stopping.wait()
    finally:
        await bot.stop()
    log.info("Stopped")
