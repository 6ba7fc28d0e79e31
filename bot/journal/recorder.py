"""Writes events in the background: nobody who answers a question ever waits for a disk.

A thread rather than an asyncio task, because SQLite blocks whoever commits, and because a thread still finishes its
work when the event loop is gone. An edge: owns that thread.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice

from bot.background import FailureLog
from bot.errors import QuicktakeError
from bot.journal.events import Event

log = logging.getLogger(__name__)

MOST_WAITING = 10_000
"""Events held while the database cannot be written: ten days' worth at 1,000 a day, some ten megabytes."""

MOST_AT_ONCE = 500
GATHER_S = 0.25  # one commit for what comes within a quarter of a second: commits cost more than rows
RETRY_S = 15.0
TEND_EVERY_S = 3600.0


class Recorder:
    """Hands events to ``write``, in order and in batches, on a thread of its own; no exception ends it.

    Args:
        write: keeps a batch. If it raises QuicktakeError, the batch is tried again; if anything else, it is lost.
        tend: looks after what is stored, at the start and once an hour; returns whether all is done. If it is not, or
            if it raises, it is tried again soon.
        retry_s: how soon.
    """

    def __init__(
        self,
        write: Callable[[Sequence[Event]], None],
        tend: Callable[[], bool] = lambda: True,
        *,
        retry_s: float = RETRY_S,
    ) -> None:
        self._write = write
        self._tend = tend
        self._retry_s = retry_s
        self._waiting: deque[Event] = deque()
        self._changed = threading.Condition()
        self._is_busy = True  # with its first tending
        self._is_hurried = False
        self._is_closing = False
        self._lost = 0
        self._failures: dict[str, str] = {}
        self._surprises = FailureLog("Journal")
        self._tend_at = time.monotonic()
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def record(self, event: Event) -> None:
        """Take an event to be written soon; if too many wait already, it is lost and counted."""
        with self._changed:
            if self._is_closing or len(self._waiting) >= MOST_WAITING:
                self._lost += 1
                return
            self._waiting.append(event)
            if len(self._waiting) == 1:
                self._changed.notify_all()

    def tend_soon(self) -> None:
        """Have what is stored looked after now rather than in an hour."""
        with self._changed:
            self._tend_at = time.monotonic()
            self._changed.notify_all()

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything recorded so far is written; return whether it is."""
        with self._changed:
            self._is_hurried = True
            self._changed.notify_all()
            is_written = self._changed.wait_for(lambda: not self._waiting and not self._is_busy, timeout_s)
            self._is_hurried = False
            return is_written

    def close(self, timeout_s: float) -> None:
        """Write what waits, if that is possible within ``timeout_s``, and end."""
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        self._thread.join(timeout_s)
        with self._changed:
            if self._waiting:
                log.warning("Events not written to the journal: %d", len(self._waiting))

    def problems(self) -> tuple[str, ...]:
        """Return sentences about what goes wrong now, and what was lost."""
        with self._changed:
            waiting = f"; events waiting: {len(self._waiting)}" if self._waiting else ""
            found = [f"{failure}{waiting}" for failure in dict.fromkeys(self._failures.values()) if failure]
            lost = [f"Events lost since the bot started: {self._lost}"] if self._lost else []
        return (*found, *lost, *self._surprises.problems())

    def _work(self) -> None:
        batch: list[Event] = []
        while True:
            is_written = self._attempt_to_write(batch) if batch else True
            if is_written and time.monotonic() >= self._tend_at:
                is_tended = self._attempt_to_tend()
                self._tend_at = time.monotonic() + (TEND_EVERY_S if is_tended else self._retry_s)
            self._done(batch if is_written else ())
            if self._is_closing and not (is_written and self._waiting):
                return
            if not is_written:
                self._rest()
            batch = self._gathered()

    def _attempt_to_write(self, batch: Sequence[Event]) -> bool:
        """Return whether the batch is done with: what no retry can mend must not block the rest."""
        try:
            self._write(batch)
        except QuicktakeError as failure:
            self._note("written", str(failure))
            return False
        except Exception as failure:  # noqa: BLE001  (the edge: the thread must live)
            self._surprises.note(failure)
            with self._changed:
                self._lost += len(batch)
            return True
        self._note("written", "")
        self._surprises.clear()
        return True

    def _attempt_to_tend(self) -> bool:
        try:
            is_done = self._tend()
        except QuicktakeError as failure:
            self._note("tended", str(failure))
            return False
        except Exception as failure:  # noqa: BLE001  (as above)
            self._surprises.note(failure)
            return False
        self._note("tended", "")
        return is_done

    def _note(self, kind: str, failure: str) -> None:
        with self._changed:
            is_news = failure != self._failures.get(kind, "")
            self._failures[kind] = failure
        if is_news:
            log.warning("The journal %s", f"cannot be {kind}: {failure}" if failure else f"can be {kind} again")

    def _done(self, batch: Sequence[Event]) -> None:
        with self._changed:
            for _ in batch:
                self._waiting.popleft()
            self._is_busy = False
            self._changed.notify_all()

    def _rest(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_closing, self._retry_s)

    def _gathered(self) -> list[Event]:
        """Return the next batch, which stays in the queue until it is written; empty if it is time to tend."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._waiting or self._is_closing or time.monotonic() >= self._tend_at,
                max(0.0, self._tend_at - time.monotonic()),
            )
            if self._waiting:
                self._changed.wait_for(lambda: self._is_hurried or self._is_closing, GATHER_S)
            self._is_busy = True
            return list(islice(self._waiting, MOST_AT_ONCE))
