from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable

import pytest

from bot.background import BackgroundTask, FailureLog
from bot.errors import QuicktakeError

SECRET = "a question that must not be logged"
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


class Plan:
    """Work that does what is planned, one thing a round, and tells when nothing is left."""

    def __init__(self, *rounds: Callable[[], Awaitable[None]]) -> None:
        self._rounds = list(rounds)
        self.is_done = asyncio.Event()

    async def __call__(self) -> None:
        if not self._rounds:
            self.is_done.set()
            await asyncio.Event().wait()
        await self._rounds.pop(0)()


async def fail() -> None:
    raise KeyError(SECRET)


async def fail_elsewhere() -> None:
    raise ValueError(SECRET)


async def be_cancelled() -> None:
    raise asyncio.CancelledError


async def exit_oddly() -> None:
    raise GeneratorExit


async def do_well() -> None:
    pass


def unhurried(name: str = "The watcher") -> FailureLog:
    return FailureLog(name, first_pause_s=0.0, now=lambda: NOON)


async def run(plan: Plan, failures: FailureLog) -> None:
    task = BackgroundTask("The watcher", plan, failures=failures)
    task.start()
    await plan.is_done.wait()
    await task.stop()


@pytest.mark.parametrize("mishap", [fail, be_cancelled, exit_oddly])
async def test_work_goes_on_after_any_exception(mishap: Callable[[], Awaitable[None]]) -> None:
    failures = unhurried()

    await run(Plan(mishap, do_well, mishap, mishap), failures)

    [problem] = failures.problems()
    assert problem.startswith("The watcher: 3 failures since startup, the last at 2026-03-02 12:00 UTC")
    assert problem.endswith("I'll keep trying.")


async def test_failure_is_logged_once_then_counted_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    await run(Plan(*[fail] * 99, fail_elsewhere), unhurried())

    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert [line.splitlines()[0] for line in told] == [
        "The watcher failed and will be tried again: KeyError",
        "The watcher has failed 10 times: KeyError",
        "The watcher failed and will be tried again: ValueError",
    ]
    assert "in fail" in told[0]
    assert SECRET not in caplog.text


async def test_mistake_that_a_person_can_mend_is_logged_as_it_is_told(caplog: pytest.LogCaptureFixture) -> None:
    async def refuse() -> None:
        raise QuicktakeError("The disk is full; make room.")

    failures = unhurried()

    await run(Plan(refuse), failures)

    assert caplog.messages == ["The watcher failed and will be tried again: The disk is full; make room."]
    assert "The disk is full; make room." in failures.problems()[0]


async def test_work_that_works_again_says_so(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    failures = unhurried()

    await run(Plan(fail, fail, do_well), failures)

    assert caplog.messages[-1] == "The watcher works again; failures in between: 2"
    assert failures.problems()[0].endswith("It's working again.")


def test_pauses_grow_until_the_work_works() -> None:
    failures = FailureLog("The watcher", longest_pause_s=10.0)

    growing = [failures.note(KeyError()) for _ in range(6)]
    failures.clear()

    assert growing == [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]
    assert failures.note(KeyError()) == 1.0


async def test_stopping_waits_for_a_round_as_long_as_it_may() -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def work() -> None:
        begun.set()
        await may_end.wait()
        ended.append("well")

    task = BackgroundTask("The digest", work, every_s=3_600)
    task.start()
    await begun.wait()

    stopping = asyncio.create_task(task.stop(30))
    await asyncio.sleep(0)
    may_end.set()
    await stopping

    assert ended == ["well"]


async def test_stopping_cancels_what_would_not_end() -> None:
    begun = asyncio.Event()
    ended: list[str] = []

    async def work() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    task = BackgroundTask("The watcher", work)
    task.start()
    await begun.wait()

    await task.stop()

    assert ended == ["cancelled"]


async def test_task_that_never_started_has_nothing_to_stop_or_tell() -> None:
    task = BackgroundTask("The watcher", fail)

    await task.stop()

    assert task.problems() == ()
