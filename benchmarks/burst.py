"""Many people ask in the same second: how late are the acks, and when is everybody answered?

The bot runs in a process of its own and is asked over the wire, by the emulator. With ``--hostile``, somebody else
sends it all the time what takes long to read, 40,000 characters each::

    .venv/bin/python -m benchmarks.burst --requests 500
    .venv/bin/python -m benchmarks.burst --requests 100 --over 20 --hostile
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence

import click

from bot import wording
from bot.playground.emulator import Emulator
from bot.playground.model import Exchange, Message
from bot.playground.workspace import ADMIN, COACHING, GENERAL, PERSON

QUESTIONS = (
    "how do I set goals with a client?",
    "what is a good closing question?",
    "how do I give feedback that is heard?",
    "what do I do when a client is silent?",
    "can we reschedule the office party?",
)
HOSTILE = (
    *(",", ":a", ":aaaa", "<", "<@U1|", "<a|", "```", "`a"),
    *("&gt;", "how ", "?", "aaaa ", "Aa, ", "\u65e5", "a.b"),
)
LENGTH = 40_000
PATIENCE_S, WARM_UP = 60.0, 10


async def ask(slack: Emulator, number: int, delay_s: float) -> Exchange:
    """Ask after a while, in a command or in a direct message."""
    await asyncio.sleep(delay_s)
    question = QUESTIONS[number % len(QUESTIONS)]
    if number % 2:
        return await slack.direct_message(PERSON.id, question)
    return await slack.slash(PERSON.id, GENERAL.id, "/quicktake", question)


async def pester(slack: Emulator) -> None:
    """Send one hostile text after the other, wherever one can write, until cancelled."""
    for number in itertools.count():
        unit = HOSTILE[number % len(HOSTILE)]
        text = (unit * LENGTH)[: LENGTH - 1] + "x"
        await slack.slash(ADMIN.id, GENERAL.id, "/quicktake", text)
        await slack.direct_message(ADMIN.id, text)
        await slack.mention(ADMIN.id, COACHING.id, text)
        await slack.say(ADMIN.id, COACHING.id, text)


def replies(slack: Emulator) -> list[Message]:
    """What the bot has said so far."""
    private = slack.ephemerals(PERSON.id, GENERAL.id)
    return [message for message in (*private, *slack.messages(PERSON.id)) if message.bot_id]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of all stays below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


async def burst(slack: Emulator, requests: int, over_s: float, *, is_hostile: bool) -> None:
    """Ask that often, evenly over so many seconds, and print what came of it."""
    pestering = asyncio.create_task(pester(slack)) if is_hostile else None
    before, began = len(replies(slack)), time.perf_counter()
    asked = [asyncio.create_task(ask(slack, number, over_s * number / requests)) for number in range(requests)]
    exchanges = await asyncio.gather(*asked)
    try:
        await slack.wait_for(lambda: len(replies(slack)) - before >= requests, PATIENCE_S)
    except TimeoutError:
        print("not everybody got a reply")
    passed = time.perf_counter() - began
    if pestering:
        pestering.cancel()
        print(f"meanwhile: {len(slack.exchanges) - requests - WARM_UP} hostile texts")
    acks = [one.ack_ms for one in exchanges if one.ack_ms is not None]
    kinds = Counter("busy" if message.text == wording.BUSY else "reply" for message in replies(slack)[before:])
    print(f"{requests} requests in {over_s:g} s: {kinds.total()} told something ({dict(kinds)}) within {passed:.1f} s")
    late = requests - sum(ack <= 3_000 for ack in acks)
    median, most = percentile(acks, 0.5), percentile(acks, 0.99)
    print(f"acks: median {median:.0f} ms, 99 % {most:.0f} ms, worst {max(acks):.0f} ms, {late} late")


async def measure(requests: int, over_s: float, *, is_hostile: bool) -> None:
    """Start the bot, warm it up, and let everybody ask."""
    with tempfile.TemporaryDirectory() as folder:
        async with Emulator(retry_delays_s=()) as slack:
            environ = {
                "SLACK_BOT_TOKEN": slack.bot_token,
                "SLACK_APP_TOKEN": slack.app_token,
                "SLACK_API_URL": slack.api_url,
                "QUICKTAKE_DATA_DIR": folder,
                "QUICKTAKE_RATE_LIMIT": "0",
                "QUICKTAKE_LOG_LEVEL": "WARNING",
            }
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env={**os.environ, **environ}
            )
            await slack.wait_for(lambda: slack.is_connected, PATIENCE_S)
            for number in range(WARM_UP):
                await ask(slack, number, 0)
            await slack.wait_for(lambda: len(replies(slack)) >= WARM_UP, PATIENCE_S)
            await burst(slack, requests, over_s, is_hostile=is_hostile)
            bot.terminate()
            await bot.wait()


@click.command()
@click.option("--requests", default=500, show_default=True)
@click.option("--over", "over_s", default=1.0, show_default=True, help="Seconds in which they come.")
@click.option("--hostile", "is_hostile", is_flag=True, help="Let somebody else send what takes long to read.")
def main(requests: int, over_s: float, is_hostile: bool) -> None:  # noqa: FBT001  (click passes it by name)
    """Print how a burst of requests is served."""
    asyncio.run(measure(requests, over_s, is_hostile=is_hostile))


if __name__ == "__main__":
    main()
