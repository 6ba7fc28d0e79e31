"""``quicktake run``: the bot in Slack, until it is told to stop."""

from __future__ import annotations

import _thread
import asyncio
import logging
import os
import signal
import time
from typing import NoReturn

import click

from bot import logs
from bot import settings as environment
from bot.app import Bot, Ground  # takes a second to import, in which nobody would hear a signal
from bot.background import trace
from bot.cli.progress import loading
from bot.errors import ConnectionRefusedBySlackError, DeafError, ExitStatus, QuicktakeError, TokenRefusedError
from bot.processes import end_children, in_thread
from bot.progress import Progress
from bot.settings import Settings

log = logging.getLogger(__name__)

STOP_S = 1.7  # whoever stops the bot waits for two seconds


@click.command()
def run() -> None:
    """Connect to Slack and answer until SIGTERM or Ctrl-C.

    Uses Socket Mode; needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN.
    """
    order = StopOrder()
    environ = environment.environment()
    settings = environment.read(environ, for_slack=True)
    logs.configure(settings.log_level)
    for name in environment.unknown_names(environ):
        log.warning("%s is no setting of this bot and changes nothing; see .env.example", name)
    status = asyncio.run(_serve(settings, order))
    logging.shutdown()
    end_now(status)  # a thread that still loads articles must not meet a Python that is shutting down


class StopOrder:
    """Given by SIGTERM or Ctrl-C; given twice, or not followed within ``STOP_S``, it ends the process itself."""

    def __init__(self) -> None:
        self._is_given = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told = asyncio.Event()
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, self._take)

    async def wait(self) -> None:
        """Wait until it is given."""
        self._loop = asyncio.get_running_loop()
        if not self._is_given:
            await self._told.wait()

    def _take(self, *_: object) -> None:
        loop = self._loop
        if self._is_given or not loop or loop.is_closed():
            end_now(ExitStatus.STOPPED)
        self._is_given = True
        end_soon(ExitStatus.STOPPED)
        loop.call_soon_threadsafe(self._told.set)


def end_soon(status: ExitStatus) -> None:
    """End the process after ``STOP_S`` whatever it is doing; if it ends before, all the better."""

    def end() -> None:
        time.sleep(STOP_S)
        end_now(status)

    _thread.start_new_thread(end, ())  # takes no lock: a signal may have come while threading holds its own


def end_now(status: ExitStatus) -> NoReturn:
    """End the process and all that it has started, at once."""
    end_children(for_good=True)
    os._exit(status)


async def _serve(settings: Settings, order: StopOrder) -> ExitStatus:
    asyncio.get_running_loop().set_exception_handler(logs.log_failed_callback)
    work, told = asyncio.create_task(_work(settings)), asyncio.create_task(order.wait())
    await asyncio.wait({work, told}, return_when=asyncio.FIRST_COMPLETED)
    end_children(for_good=True)  # loading and reloading are given up
    work.cancel()
    told.cancel()
    status = await _end_of(work)
    end_soon(status)  # threads of libraries that look up names may take long to end
    return status


async def _end_of(work: asyncio.Task[None]) -> ExitStatus:
    try:
        await work
    except asyncio.CancelledError:
        log.info("Stopped")
    except (TokenRefusedError, DeafError) as end:
        log.critical("%s", end)
        return end.exit_status
    except QuicktakeError:
        raise
    except Exception as failure:  # noqa: BLE001  (the edge)
        log.critical("The bot has failed\n%s", trace(failure))
        return ExitStatus.CRASHED
    return ExitStatus.STOPPED


async def _work(settings: Settings) -> None:
    with loading() as progress:
        ground = await in_thread(_load, settings, progress)
    from bot.app import wire  # noqa: PLC0415  (the thread has imported it)

    bot = wire(ground)
    try:
        await _start(bot)
        await bot.wait()
    finally:
        await bot.stop()


def _load(settings: Settings, progress: Progress) -> Ground:
    from bot.app import load  # noqa: PLC0415  (see above)
    from bot.corpus.git import GitError  # noqa: PLC0415
    from bot.corpus.sources import fetched, unfetched  # noqa: PLC0415

    try:
        return load(fetched(settings), progress=progress)
    except GitError as failure:
        try:
            ground = load(unfetched(settings), progress=progress)
        except QuicktakeError:
            raise failure from None
        log.warning("%s", failure)
        return ground


async def _start(bot: Bot) -> None:
    """Start, again and again while Slack cannot be reached.

    Raises:
        TokenRefusedError: Slack refuses a token.
    """
    while True:
        try:
            await bot.start()
        except TokenRefusedError:
            raise
        except ConnectionRefusedBySlackError as failure:
            await asyncio.sleep(max(bot.slack.connection.note(failure), failure.retry_after_s))
        else:
            return bot.slack.connection.clear()
