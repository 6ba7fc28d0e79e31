from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

import pytest

from bot.errors import QuicktakeError
from bot.journal import recorder
from bot.journal.events import Event
from bot.journal.recorder import Recorder
from tests.journal.world import asked

SOON_S = 5.0


class Disk:
    """Keeps what is written, unless told to fail; can be made to hang."""

    def __init__(self) -> None:
        self.written: list[Event] = []
        self.failure: Exception | None = None
        self.attempts = 0
        self.failed = threading.Event()
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def write(self, batch: Sequence[Event]) -> None:
        self.may_go_on.wait(SOON_S)
        self.attempts += 1
        if self.failure:
            self.failed.set()
            raise self.failure
        self.written += batch


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def start(disk: Disk, request: pytest.FixtureRequest) -> Callable[[], Recorder]:
    def started() -> Recorder:
        made = Recorder(disk.write, retry_s=0.01)
        request.addfinalizer(lambda: made.close(SOON_S))
        request.addfinalizer(disk.may_go_on.set)  # comes first
        return made

    return started


EVENTS = [asked(f"question {number}") for number in range(1_200)]


def test_everything_is_written_in_order(disk: Disk, start: Callable[[], Recorder]) -> None:
    journal = start()

    for event in EVENTS:
        journal.record(event)

    assert journal.flush(SOON_S)
    assert disk.written == EVENTS
    assert journal.problems() == ()


def test_a_disk_that_hangs_keeps_nobody_waiting(disk: Disk, start: Callable[[], Recorder]) -> None:
    disk.may_go_on.clear()
    journal = start()

    journal.record(EVENTS[0])

    assert not journal.flush(0.01)
    assert disk.written == []


def test_a_full_disk_is_reported_and_nothing_is_lost_once_it_has_room(
    disk: Disk, start: Callable[[], Recorder]
) -> None:
    disk.failure = QuicktakeError("database or disk is full")
    journal = start()
    journal.record(EVENTS[0])
    assert disk.failed.wait(SOON_S)
    assert not journal.flush(0.02)
    assert journal.problems() == ("database or disk is full; events waiting: 1",)

    disk.failure = None

    assert journal.flush(SOON_S)
    assert disk.written == EVENTS[:1]
    assert journal.problems() == ()


def test_too_many_waiting_events_are_lost_and_counted(disk: Disk, start: Callable[[], Recorder]) -> None:
    disk.may_go_on.clear()
    journal = start()

    for _ in range(recorder.MOST_WAITING + 7):
        journal.record(EVENTS[0])

    assert journal.problems() == ("Events lost since the bot started: 7",)
    disk.may_go_on.set()


def test_what_no_retry_can_mend_does_not_block_the_rest(disk: Disk, start: Callable[[], Recorder]) -> None:
    journal = start()
    assert journal.flush(SOON_S)
    disk.failure = TypeError("broken")
    journal.record(EVENTS[0])
    assert disk.failed.wait(SOON_S)
    assert journal.flush(SOON_S)

    disk.failure = None
    journal.record(EVENTS[1])

    assert journal.flush(SOON_S)
    assert disk.written == EVENTS[1:2]
    assert "Events lost since the bot started: 1" in journal.problems()


def test_closing_writes_what_waits(disk: Disk, start: Callable[[], Recorder]) -> None:
    journal = start()
    for event in EVENTS:
        journal.record(event)

    journal.close(SOON_S)

    assert disk.written == EVENTS


def test_closing_gives_up_on_a_disk_that_fails(
    disk: Disk, start: Callable[[], Recorder], caplog: pytest.LogCaptureFixture
) -> None:
    disk.failure = QuicktakeError("full")
    journal = start()
    journal.record(EVENTS[0])

    journal.close(SOON_S)

    assert "not written to the journal: 1" in caplog.text
    assert EVENTS[0].question not in caplog.text


def test_the_same_failure_is_logged_once(
    disk: Disk, start: Callable[[], Recorder], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    disk.failure = QuicktakeError("full")
    journal = start()
    journal.record(EVENTS[0])
    while disk.attempts < 3:
        journal.flush(0.01)

    assert caplog.text.count("cannot be written") == 1


def test_no_surprise_ends_it_and_each_is_logged_once_with_a_count(
    disk: Disk, start: Callable[[], Recorder], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    journal = start()
    disk.failure = TypeError("what somebody asked")
    for event in EVENTS[:5]:
        journal.record(event)
        assert journal.flush(SOON_S)
    disk.failure = None
    journal.record(EVENTS[5])

    assert journal.flush(SOON_S)
    assert disk.written == [EVENTS[5]]
    assert len(caplog.records) == 2  # the first failure, and that it works again
    assert "raise self.failure" in caplog.text
    assert "what somebody asked" not in caplog.text
    assert any("5 failures" in problem for problem in journal.problems())
    assert "Events lost since the bot started: 5" in journal.problems()


@pytest.mark.parametrize("failure", [QuicktakeError("locked"), TypeError("broken")])
def test_tending_that_fails_is_tried_again_soon_and_blocks_no_events(
    failure: Exception, request: pytest.FixtureRequest
) -> None:
    tended, written = threading.Semaphore(0), list[Event]()

    def tend() -> bool:
        tended.release()
        raise failure

    journal = Recorder(written.extend, tend, retry_s=0.01)
    request.addfinalizer(lambda: journal.close(SOON_S))
    for event in EVENTS[:3]:
        journal.record(event)
        assert tended.acquire(timeout=SOON_S)

    assert journal.flush(SOON_S)
    assert written == EVENTS[:3]
    assert journal.problems()


def test_tending_can_be_asked_for(request: pytest.FixtureRequest) -> None:
    tended = threading.Semaphore(0)

    def tend() -> bool:
        tended.release()
        return True

    journal = Recorder(lambda _: None, tend)
    request.addfinalizer(lambda: journal.close(SOON_S))
    assert tended.acquire(timeout=SOON_S)

    journal.tend_soon()

    assert tended.acquire(timeout=SOON_S)
