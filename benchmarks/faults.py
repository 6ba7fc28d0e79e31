"""Does the bot withstand Slack, the network, crowds and its own articles? Prints figures, part by part.

    python -m benchmarks.faults                                   # all parts: an hour and a half
    python -m benchmarks.faults --part load --requests 1000       # load, burst, faults, stopping, hostile, storm
    python -m benchmarks.faults --part load --python OLD/bin/python   # another version, installed elsewhere

The bot runs in a process of its own, as in production; the emulator is Slack. People of the emulated workspace ask one
thing at a time, so that every reply can be told whose it is: none is a silence, two are a double.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from bot import wording
from bot.playground.emulator import Emulator
from bot.playground.faults import Faults
from bot.playground.model import Exchange, Message, User, View
from bot.playground.workspace import ADMIN, GENERAL, PERSON

ROOT = Path(__file__).parent.parent
QUESTIONS = (
    "how do I set goals with a client?",
    "what is a good closing question?",
    "how do I give feedback that is heard?",
    "what do I do when a client is silent?",
    "can we reschedule the office party?",
    "listening",
    "hi",
    "/help me with ethics",
)
PEOPLE = 600
REPLY_S = 75.0  # what Slack does not take is kept for a minute
LATE_MS = 3_000.0
APOLOGY = wording.apology("").split(".", maxsplit=1)[0]


@dataclass
class Ask:
    """One request: what Slack sent, and what the person saw of it."""

    kind: str
    began_s: float
    exchange: Exchange | None = None
    replies: list[str] = field(default_factory=list)
    replied_s: float = 0.0
    is_answered: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ack_ms(self) -> float:
        """How long the ack took; for ever if there was none."""
        ack = self.exchange.ack_ms if self.exchange else None
        return float("inf") if ack is None else ack


class Crowd:
    """People who ask one thing at a time."""

    def __init__(self, slack: Emulator, seed: int) -> None:
        self.slack = slack
        self.random = random.Random(seed)  # noqa: S311  (no secret)
        self.free: asyncio.Queue[str] = asyncio.Queue()
        self.asks: list[Ask] = []
        self._open: dict[str, Ask] = {}
        self._threads: dict[str, str] = {}
        for number in range(PEOPLE):
            user = f"U0CROWD{number:04d}"
            slack.workspace.users[user] = User(user, user.lower())
            slack.workspace.direct(user)
            self.free.put_nowait(user)
        slack.workspace.observers.append(self._see)

    async def ask(self, kind: str = "", text: str = "") -> Ask:
        """Let somebody ask, and wait for the reply, as long as one may come."""
        kind = kind or self.random.choice(("command", "message", "mention", "home"))
        text = text or self.random.choice(QUESTIONS)
        user = await self.free.get()
        ask = self._open[user] = Ask(kind, time.monotonic())
        self.asks.append(ask)
        ask.exchange = await self._send(user, kind, text)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(ask.is_answered.wait(), REPLY_S)
        await asyncio.sleep(1.0)  # a second reply would come soon
        self.free.put_nowait(user)
        return ask

    async def _send(self, user: str, kind: str, text: str) -> Exchange:
        match kind:
            case "command":
                return await self.slack.slash(user, GENERAL.id, "/quicktake", text)
            case "message":
                return await self.slack.direct_message(user, text)
            case "mention":
                return await self.slack.mention(user, GENERAL.id, text)
            case _:
                return await self.slack.open_home(user)

    def _see(self, what: str, subject: Message | View) -> None:
        if isinstance(subject, View):
            self._note(subject.user, "view", subject.type)
        elif subject.bot_id and what in {"posted", "changed"}:
            where = self.slack.workspace.channel(subject.channel)
            user = subject.visible_to or where.member or self._threads.get(subject.thread_ts or "", "")
            self._note(user, what, subject.text)
        elif not subject.bot_id and what == "posted" and subject.user in self._open:
            self._threads[subject.ts] = subject.user

    def _note(self, user: str, what: str, text: str) -> None:
        ask = self._open.get(user)
        if ask and what != "changed":
            ask.replied_s = ask.replied_s or time.monotonic()
            ask.replies.append(text)
            ask.is_answered.set()


@contextlib.asynccontextmanager
async def serving(
    python: str,
    environ: Mapping[str, str] | None = None,
    corpus: Path = ROOT / "corpus",
    *,
    is_started: bool = True,
) -> AsyncIterator[Run]:
    """Run the bot against a workspace of its own."""
    with tempfile.TemporaryDirectory() as folder:
        async with Emulator(retry_delays_s=(0.0, 10.0, 30.0)) as slack:
            run = Run(python, slack, Path(folder), corpus, environ or {})
            try:
                if is_started:
                    await run.start()
                yield run
            finally:
                await run.end()


class Run:
    """A bot in a process of its own, and the workspace that it serves."""

    def __init__(self, python: str, slack: Emulator, folder: Path, corpus: Path, environ: Mapping[str, str]) -> None:
        self.slack = slack
        self.log = folder / "log"
        self._python = python
        self._folder = folder
        self._environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "QUICKTAKE_CORPUS": str(corpus),
            "QUICKTAKE_DATA_DIR": str(folder / "data"),
            "QUICKTAKE_RATE_LIMIT": "0",
            "QUICKTAKE_LOG_LEVEL": "INFO",
            **environ,
        }
        self.process: asyncio.subprocess.Process | None = None

    async def start(self, *, is_awaited: bool = True) -> asyncio.subprocess.Process:
        """Start the bot, and wait until it is connected and warm."""
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "QUICKTAKE_"))}
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                self._python, "-m", "bot", "run", env=environ | self._environ, cwd=self._folder, stderr=log
            )
        if is_awaited:
            await self.slack.wait_for(lambda: self.slack.is_connected, 120)
        return self.process

    async def end(self) -> None:
        """End the bot, if it still runs."""
        if self.process and self.process.returncode is None:
            self.process.terminate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.process.wait(), 30)
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    def memory_mb(self) -> float:
        """How much the bot's process holds."""
        if not self.process:
            return 0.0
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((float(line.split()[1]) / 1_024 for line in lines if line.startswith("VmRSS")), 0.0)


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of all stays below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def report(title: str, asks: list[Ask]) -> None:
    """Print what became of all requests."""
    acks = [ask.ack_ms for ask in asks if ask.ack_ms < float("inf")]
    waits = [1_000 * (ask.replied_s - ask.began_s) for ask in asks if ask.replies]
    silences = [ask for ask in asks if not ask.replies]
    lost = sum(ask.ack_ms == float("inf") for ask in silences)
    doubled = sum(len(ask.replies) > 1 for ask in asks)
    print(f"{title}: {len(asks)} requests; {lost} lost, {doubled} doubled, {len(silences) - lost} silent")
    print(f"  acks: {spread(acks)}; later than Slack waits, or none: {sum(ask.ack_ms > LATE_MS for ask in asks)}")
    print(
        f"  told: {spread(waits)}; {dict(Counter(kind_of(ask.replies[0]) for ask in asks if ask.replies))}", flush=True
    )


def spread(values: list[float]) -> str:
    """Say how values are spread."""
    worst = max(values, default=0.0)
    return f"median {percentile(values, 0.5):.1f} ms, 99 % {percentile(values, 0.99):.1f} ms, worst {worst:.0f} ms"


def kind_of(text: str) -> str:
    """Tell replies, apologies and refusals apart."""
    return "busy" if wording.BUSY in text else "apology" if text.startswith(APOLOGY) else "reply"


Enough = Callable[[int], bool]


def up_to(requests: int) -> Enough:
    """So many are enough."""
    return lambda count: count >= requests


def for_seconds(seconds: float) -> Enough:
    """It is enough after so long."""
    end = time.monotonic() + seconds
    return lambda _: time.monotonic() > end


async def ask_steadily(crowd: Crowd, per_s: float, is_enough: Enough) -> list[Ask]:
    """Ask so often until it is enough, and wait for every reply."""
    tasks: list[asyncio.Task[Ask]] = []
    began = time.monotonic()
    while not is_enough(len(tasks)):
        tasks.append(asyncio.create_task(crowd.ask()))
        await asyncio.sleep(max(0.0, began + len(tasks) / per_s - time.monotonic()))
    return list(await asyncio.gather(*tasks))


async def load(options: Options) -> None:
    """So many mixed requests, evenly."""
    async with serving(options.python) as run:
        crowd = Crowd(run.slack, options.seed)
        await ask_steadily(crowd, 10, up_to(100))
        before = run.memory_mb()
        asks = await ask_steadily(crowd, options.rate, up_to(options.requests))
        report(f"load, {options.rate:g} a second", asks)
        print(f"  memory: {before:.0f} MB after 100 requests, {run.memory_mb():.0f} MB in the end", flush=True)


async def burst(options: Options) -> None:
    """500 requests in one second."""
    async with serving(options.python) as run:
        crowd = Crowd(run.slack, options.seed)
        await ask_steadily(crowd, 10, up_to(50))
        tasks = [asyncio.create_task(_ask_after(crowd, number / 500)) for number in range(500)]
        report("burst, 500 in a second", list(await asyncio.gather(*tasks)))


async def _ask_after(crowd: Crowd, delay_s: float) -> Ask:
    await asyncio.sleep(delay_s)
    return await crowd.ask(crowd.random.choice(("command", "message")))


Fault = Callable[[Faults], object]


@dataclass(frozen=True)
class Trouble:
    """A fault, how long it lasts in seconds, and whether the connection is lost at its beginning."""

    begin: Fault
    lasts_s: float = 20.0
    drops: bool = False

    async def start(self, slack: Emulator) -> None:
        """Begin with it."""
        begun = self.begin(slack.faults)
        if asyncio.iscoroutine(begun):
            await begun
        if self.drops:
            slack.faults.drop()


TROUBLES = {
    "socket dropped": Trouble(lambda it: it.drop(), 0.0),
    "socket half open": Trouble(lambda it: it.half_open(), 0.0),
    "pings unanswered": Trouble(lambda it: it.go_quiet()),
    "refresh": Trouble(lambda it: it.refresh(close_after_s=5.0), 8.0),
    "WebSocket answers 503": Trouble(lambda it: it.server_error("websocket", None, 503), 40.0, drops=True),
    "WebSocket answers 409": Trouble(lambda it: it.server_error("websocket", None, 409), drops=True),
    "WebSocket answers 429": Trouble(lambda it: it.rate_limit("websocket", 5, None), drops=True),
    "handshake hangs": Trouble(lambda it: it.hang("websocket", None), 15.0, drops=True),
    "socket says nothing": Trouble(lambda it: it.stay_mute(None), 15.0, drops=True),
    "no addresses (503)": Trouble(lambda it: it.server_error("apps.connections.open", None, 503), 40.0, drops=True),
    "Socket Mode switched off": Trouble(lambda it: it.disable_link()),
    "Web API answers 503": Trouble(lambda it: it.server_error("*", None, 503)),
    "Web API answers 429": Trouble(lambda it: it.rate_limit("*", 5, None)),
    "Web API resets": Trouble(lambda it: it.reset("*", None)),
    "response_url says ok: false": Trouble(lambda it: it.refuse("response_url", "used_url", None, 200), 10.0),
    "events come twice": Trouble(lambda it: it.duplicate_next(50), 10.0),
}


async def faults(options: Options) -> None:
    """After every fault: seconds until it serves again, and what was lost."""
    for name, trouble in TROUBLES.items():
        async with serving(options.python) as run:
            crowd = Crowd(run.slack, options.seed)
            await ask_steadily(crowd, 10, up_to(30))
            await trouble.start(run.slack)
            meanwhile = asyncio.create_task(ask_steadily(crowd, 2, for_seconds(trouble.lasts_s + 3)))
            await asyncio.sleep(trouble.lasts_s)
            run.slack.faults.heal()
            back_s = await _back(crowd, time.monotonic())
            during = await meanwhile
            lost = dict(Counter(ask.kind for ask in during if not ask.replies))
            doubled = sum(len(ask.replies) > 1 for ask in during)
            print(f"{name} for {trouble.lasts_s:g} s: serving again after {back_s:.1f} s")
            print(f"  of {len(during)} asked meanwhile: without a word {lost}, doubled {doubled}", flush=True)


async def _back(crowd: Crowd, healed_s: float) -> float:
    """Ask one command after another until one is acked and answered."""
    while time.monotonic() < healed_s + 120:
        ask = asyncio.create_task(crowd.ask("command", QUESTIONS[0]))
        await asyncio.wait({ask}, timeout=4)
        if ask.done() and ask.result().replies:
            return ask.result().replied_s - healed_s
    return float("inf")


ORDERS: dict[str, Fault] = {
    "starting, WebSocket answers 503": lambda it: it.server_error("websocket", None, 503),
    "starting, handshake hangs": lambda it: it.hang("websocket", None),
    "starting, first call hangs": lambda it: it.hang("auth.test", None),
    "serving": lambda it: it.heal(),
    "serving, a reply hangs": lambda it: it.hang("chat.postMessage", None),
    "serving, Retry-After: 60": lambda it: it.rate_limit("chat.postMessage", 60, None),
}


async def stopping(options: Options) -> None:
    """How long it takes to end, and with which status, at many moments."""
    for name, order in ORDERS.items():
        serves = name.startswith("serving")
        for signals in ((signal.SIGTERM,), (signal.SIGINT,), (signal.SIGTERM, signal.SIGTERM)):
            async with serving(options.python, is_started=False) as run:
                order(run.slack.faults)
                process = await run.start(is_awaited=serves)
                if serves:
                    await run.slack.direct_message(PERSON.id, QUESTIONS[0])
                await asyncio.sleep(0.5 if serves else 5)
                print(f"{name}, {len(signals)} × {signals[0].name}: {await _end(process, signals)}", flush=True)
    for after_s in (0.3, 0.6, 1.0, 1.5, 2.0, 3.0):
        async with serving(options.python, is_started=False) as run:
            process = await run.start(is_awaited=False)
            await asyncio.sleep(after_s)
            print(f"{after_s:g} s after the start: {await _end(process, (signal.SIGTERM,))}", flush=True)


async def _end(process: asyncio.subprocess.Process, signals: tuple[signal.Signals, ...]) -> str:
    began = time.monotonic()
    for one in signals:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(one)
        await asyncio.sleep(0.05)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), 30)
    return f"status {process.returncode} after {time.monotonic() - began:.2f} s"


HOSTILE = {
    "commas": "," * 39_999 + "x",
    "colons": ":" * 40_000,
    "an emoji that never ends": ":" + "a" * 39_999,
    "spaces": " " * 39_999 + "x",
    "stars": "*" * 40_000,
    "brackets": "[" * 20_000 + "](" * 10_000,
    "angles": "<" * 40_000,
    "backticks": "`" * 40_000,
    "quotes": "> " * 20_000,
    "one word": "a" * 40_000,
    "many words": "goals " * 6_666,
    "combining marks": "a" + "\u0301" * 39_999,
    "digits and dots": "1." * 20_000,
    "dollars": "$" * 40_000,
    "at signs": "@" * 40_000,
    "slashes": "/" * 40_000,
}
ARTICLE = """---
id: "9{number}"
date: 2025-03-20
title: What is zebra{number} about?
url: /long/{number}
subject: Zebras
answer: It is long.
---
{body}
"""
LONG = {
    "a 20,000-line paragraph": "\n".join(f"line {number} of a very long paragraph" for number in range(20_000)),
    "a list of 105 KB": "\n".join(f"- entry {number} of the list" for number in range(4_200)),
    "a table of 5,000 rows": "| a | b |\n|---|---|\n" + "\n".join(f"| {number} | x |" for number in range(5_000)),
    "8,000 colons": ":" * 8_000,
    "a list of 1 MB": "\n".join(f"- entry {number} of the list" for number in range(40_000)),
}


async def hostile(options: Options) -> None:
    """Texts and articles that are hard to read, while others ask: how late is everybody else's ack?"""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder)
        for path in (ROOT / "corpus").rglob("*.md"):
            (corpus / path.name).write_bytes(path.read_bytes())
        for number, body in enumerate(LONG.values()):
            (corpus / f"long{number}.md").write_text(ARTICLE.format(number=number, body=body))
        async with serving(options.python, corpus=corpus) as run:
            crowd = Crowd(run.slack, options.seed)
            await ask_steadily(crowd, 10, up_to(30))
            for name, text in HOSTILE.items():
                await _beside(crowd, name, [crowd.ask(kind, text) for kind in ("command", "message", "mention")])
            for number, name in enumerate(LONG):
                await _beside(crowd, name, [_read_whole(run.slack, crowd, number)])


async def _beside(crowd: Crowd, name: str, hard: list[Coroutine[object, object, object]]) -> None:
    """Ask hard things, and easy ones beside them."""
    tasks = [asyncio.create_task(one) for one in hard]
    easy = await ask_steadily(crowd, 20, up_to(60))
    done, _ = await asyncio.wait(tasks, timeout=REPLY_S)
    worst, silent = max(ask.ack_ms for ask in easy), sum(not ask.replies for ask in easy)
    print(
        f"{name}: everybody else's worst ack {worst:.0f} ms, silent {silent}; done {len(done)} of {len(tasks)}",
        flush=True,
    )


async def _read_whole(slack: Emulator, crowd: Crowd, number: int) -> None:
    """Ask for a long article, and for all of it."""
    user = await crowd.free.get()
    exchange = await slack.direct_message(user, f"what is zebra{number} about?")
    answer = (await slack.wait_for(lambda: [one for one in slack.messages(user) if one.bot_id], REPLY_S))[-1]
    if exchange.is_acked:
        with contextlib.suppress(LookupError):
            await slack.press(user, answer, "Show full answer")
    crowd.free.put_nowait(user)


async def storm(options: Options) -> None:
    """Random faults under load: everybody answered or apologised to, memory level, no task dead."""
    chance = random.Random(options.seed)  # noqa: S311  (no secret)
    async with serving(options.python, {"QUICKTAKE_WATCH": "on", "QUICKTAKE_ADMINS": ADMIN.id}) as run:
        crowd = Crowd(run.slack, options.seed)
        await ask_steadily(crowd, 10, up_to(200))
        before, is_over = run.memory_mb(), for_seconds(60 * options.minutes)
        asking = asyncio.create_task(ask_steadily(crowd, options.rate / 4, is_over))
        while not is_over(0):
            trouble = TROUBLES[chance.choice(sorted(TROUBLES))]
            await trouble.start(run.slack)
            await asyncio.sleep(chance.uniform(1, 15))
            run.slack.faults.heal()
            await asyncio.sleep(chance.uniform(5, 40))
        asks = await asking
        silences = [ask for ask in asks if not ask.replies]
        report(f"storm, {options.minutes:g} minutes", asks)
        after, lines = run.memory_mb(), len(run.log.read_text().splitlines())
        acked = sum(ask.ack_ms < LATE_MS for ask in silences)
        print(f"  without a word, by kind: {dict(Counter(ask.kind for ask in silences))}; of them acked: {acked}")
        print(
            f"  memory: {before:.0f} MB, then {after:.0f} MB ({100 * (after / before - 1):+.0f} %); log: {lines} lines"
        )
        await run.slack.slash(ADMIN.id, GENERAL.id, "/quicktake", "status")
        (status,) = await run.slack.wait_for(lambda: run.slack.ephemerals(ADMIN.id, GENERAL.id))
        said = re.findall(r'"text": "([^"]+)"', json.dumps(status.blocks, ensure_ascii=False))
        print("  status:", *said, sep="\n    ", flush=True)  # what failed in the background stands there


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    python: str
    requests: int
    rate: float
    minutes: float
    seed: int


PARTS = {"load": load, "burst": burst, "faults": faults, "stopping": stopping, "hostile": hostile, "storm": storm}


@click.command()
@click.option(
    "--part", "parts", type=click.Choice(list(PARTS)), multiple=True, help="Only these parts; may be repeated."
)
@click.option("--python", default=sys.executable, help="The Python that has the bot.")
@click.option("--requests", default=10_000, show_default=True, help="How many requests make the load.")
@click.option("--rate", default=20.0, show_default=True, help="Requests a second; the storm has a quarter.")
@click.option("--minutes", default=30.0, show_default=True, help="How long the storm lasts.")
@click.option("--seed", default=1, show_default=True, help="Draws the same requests and faults again.")
def main(parts: tuple[str, ...], python: str, requests: int, rate: float, minutes: float, seed: int) -> None:
    """Print what the bot withstands."""
    for part in parts or PARTS:
        asyncio.run(PARTS[part](Options(python, requests, rate, minutes, seed)))


if __name__ == "__main__":
    main()
