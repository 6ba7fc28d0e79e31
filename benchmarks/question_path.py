"""What happens on the way of one question: modules entered, functions, calls, and milliseconds of processor.

The bot answers ``/quicktake how do I set goals with a client?`` over the wire. What is counted is its event loop: not
the emulator, which runs in a thread of its own, nor the journal's thread::

    .venv/bin/python -m benchmarks.question_path
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any, Self

import bot
from bot.app import Bot, build
from bot.playground.emulator import Emulator
from bot.playground.workspace import GENERAL, PERSON
from bot.settings import read

QUESTION = "how do I set goals with a client?"
PACKAGE = str(Path(bot.__file__).parent) + "/"
WARM_UP, ROUNDS, TIMED = 100, 12, 50


class Calls:
    """Counts the calls of the bot's own functions; ``with Calls() as calls: …``."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def __enter__(self) -> Self:
        sys.setprofile(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _argument: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(PACKAGE) and not file.startswith(f"{PACKAGE}playground/"):
            self.counts[file.removeprefix(PACKAGE), frame.f_code.co_qualname] += 1


async def ask(slack: Emulator, times: int) -> None:
    """Ask, and wait for the answer, one after the other."""
    for _ in range(times):
        before = len(slack.ephemerals(PERSON.id, GENERAL.id))
        await slack.slash(PERSON.id, GENERAL.id, "/quicktake", QUESTION)
        await slack.wait_for(lambda: len(slack.ephemerals(PERSON.id, GENERAL.id)) > before)  # noqa: B023


class Workspace:
    """The emulator, in a thread of its own."""

    def __init__(self) -> None:
        self.slack = Emulator()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    async def run(self, work: Coroutine[Any, Any, Any]) -> None:
        """Let the people there do something."""
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))


async def least_ms(workspace: Workspace) -> float:
    """The processor time of a question, in the quickest of several rounds: whatever else runs slows down the others."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.thread_time()
        await workspace.run(ask(workspace.slack, TIMED))
        rounds.append((time.thread_time() - began) / TIMED)
    return min(rounds) * 1000


def answer_ms(running: Bot) -> float:
    """The same of searching and choosing the excerpt alone."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.thread_time()
        for _ in range(TIMED):
            running.releases.answerer.answer(QUESTION)
        rounds.append((time.thread_time() - began) / TIMED)
    return min(rounds) * 1000


async def main() -> None:
    """Ask, count and print."""
    workspace = Workspace()
    slack = workspace.slack
    await workspace.run(slack.__aenter__())
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(
            read({}),
            data_dir=Path(folder),
            slack_api_url=slack.api_url,
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            rate_limit=0,
        )
        running = build(settings)
        await running.start()
        await workspace.run(ask(slack, WARM_UP))
        with Calls() as calls:
            await workspace.run(ask(slack, 1))
            await running.dispatcher.drain(5)
        spent_ms = await least_ms(workspace)
        alone_ms = answer_ms(running)
        await running.stop()
    await workspace.run(slack.__aexit__())
    files = Counter[str]()
    for (file, _), times in calls.counts.items():
        files[file] += times
    print(f"{len(files)} modules, {len(calls.counts)} functions, {calls.counts.total():,} calls")
    print(f"processor: {spent_ms:.2f} ms a question; searching and choosing the excerpt {alone_ms:.2f} ms of it")
    for file, times in files.most_common(12):
        print(f"  {times:6,} {file}")


if __name__ == "__main__":
    asyncio.run(main())
