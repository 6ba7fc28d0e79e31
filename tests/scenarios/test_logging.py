"""What never gets to the log, however much is logged and whatever goes wrong."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot import logs, wording
from bot.app import build
from bot.playground.emulator import Emulator
from bot.playground.workspace import ADMIN, COACHING, PERSON
from bot.settings import Settings

GOALS = "how do I set goals with a client?"
GAP = "may I fly to the moon with my grandmother?"


class Everything(logging.Handler):
    """Keeps every line that any logger writes, with tracebacks."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {self.format(record)}")


@pytest.fixture
def everything() -> Iterator[Everything]:
    """All that is logged when every logger may log all it likes."""
    loggers, kept = (logging.getLogger(), logging.getLogger("bot")), Everything()
    before = [logger.level for logger in loggers]
    loggers[0].addHandler(kept)
    loggers[0].setLevel(logging.DEBUG)
    yield kept
    loggers[0].removeHandler(kept)
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


async def talk(slack: Emulator) -> None:
    """Ask in every way, press, fill in and misspell, with faults in between."""
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    await slack.press(PERSON.id, answer, "Show full answer")
    (whole,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    await slack.close_view(PERSON.id, whole)
    await slack.press(PERSON.id, answer, "feedback", wording.NOT_HELPFUL)
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    await slack.submit_view(PERSON.id, view, {"reason": "outdated"})
    slack.faults.refuse("chat.postMessage", "invalid_blocks")
    slack.faults.reset("chat.postMessage")
    await slack.direct_message(PERSON.id, GOALS)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    slack.faults.server_error("response_url", status=503)
    slack.faults.reset("response_url")
    await slack.slash(PERSON.id, "#general", "/quicktake", GAP)
    gap = (await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:]))[-1]
    slack.faults.refuse("response_url", "used_url")
    slack.faults.refuse("chat.postMessage", "is_archived", times=3)
    await slack.press(PERSON.id, gap, "Ask a person")
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await slack.open_home(PERSON.id)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    await slack.slash(PERSON.id, "#general", "/quicktake", "forget-me")
    slack.faults.server_error("websocket", status=503)
    slack.faults.drop()
    await slack.wait_for(lambda: slack.is_connected)


async def test_nothing_of_a_conversation_is_logged_at_debug(
    slack: Emulator, settings: Settings, everything: Everything
) -> None:
    bot = build(replace(settings, journal="text"))
    await bot.start()

    await talk(slack)
    await bot.dispatcher.drain(5)
    await bot.stop()

    logged = "\n".join(everything.lines)
    assert "slash_commands acknowledged after" in logged
    secrets = (GOALS, GAP, "grandmother", "outdated", settings.bot_token, settings.app_token)
    for secret in (*secrets, PERSON.id, ADMIN.id, "/response/", "ticket="):
        assert [line for line in everything.lines if secret in line] == []


async def test_what_nobody_catches_is_logged_without_its_message(
    everything: Everything, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Threads and callbacks of the event loop have ways of their own to the log."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    logs.configure("DEBUG")
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.log_failed_callback)

    def fail() -> None:
        raise KeyError(GOALS)

    loop.call_soon(fail)
    await asyncio.sleep(0)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    logged = "\n".join(everything.lines)
    assert logged.count("\nKeyError") == 2
    assert "in fail" in logged
    assert "mentor" not in logged


@pytest.mark.parametrize(
    "said",
    [
        "token xoxb-12-ab_C is refused",
        "token xapp-1-A-2-b is refused",
        "at wss://wss-primary.slack.com/link/?ticket=1&app_id=2 now",
        "at ws://127.0.0.1:80/link?ticket=1 now",
        "at https://hooks.slack.com/commands/T1/2/abc now",
        "at https://hooks.slack.com/actions/T1/2/abc now",
    ],
)
def test_keys_are_taken_out_of_what_is_written(said: str) -> None:
    line = logs.RedactingFormatter().format(logging.makeLogRecord({"msg": said}))

    assert line in {"token [secret] is refused", "at [secret] now"}
