"""Writes events in the background: nobody who answers a question ever waits for a disk.

A thread rather than an asyncio task, because SQLite blocks whoever commits, and because a thread still finishes its
work when the event loop is gone. An edge: owns that thread.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from bot.errors import QuicktakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.journal.events import Event

log = logging.getLogger(__name__)

MOST_WAITING = 10_000
"""Events held while the database cannot be written: ten days' worth at 1,000 a day, some ten megabytes."""

MOST_AT_ONCE = 500
GATHER_S = 0.25  # one commit for what comes within a quarter of a second: commits cost more than rows
RETRY_S = 15.0
TEND_EVERY_S = 3600.0


class Recorder:
    """Hands events to ``write``, in order and in batches, on a thread of its own.

    ``write`` may raise QuicktakeError: the batch is kept and tried again. It is called with nothing at the start and
    about once an hour, to tend to what is stored.
    """

    def __init__(self, write: Callable[[Sequence[Event]], None], *, retry_s: float = RETRY_S) -> None:
        self._write = write
        self._retry_s = retry_s
        self._waiting: deque[Event] = deque()
        self._changed = threading.Condition()
        self._is_busy = True  # with its first tending
        self._is_hurried = False
        self._is_closing = False
        self._lost = 0
        self._failure = ""
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

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything recorded so far is written; tell whether it is."""
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
            found = [f"{self._failure}; events waiting: {len(self._waiting)}"] if self._failure else []
            lost = [f"Events lost since the bot started: {self._lost}"] if self._lost else []
        return (*found, *lost)

    def _work(self) -> None:
        batch: list[Event] = []
        while True:
            is_settled = self._attempt(batch)
            self._done(batch if is_settled else ())
            if self._is_closing and not (is_settled and self._waiting):
                return
            if not is_settled:
                self._rest()
            batch = self._gathered()

    def _attempt(self, batch: Sequence[Event]) -> bool:
        """Tell whether nothing more has to be done about the batch."""
        try:
            self._write(batch)
        except QuicktakeError as failure:
            self._note(str(failure))
            return False
        except Exception:  # the edge: the thread must live, and what no retry can mend must not block the rest
            log.exception("Events could not be written to the journal and are lost")
            self._lose(len(batch))
            return True
        self._note("")
        return True

    def _lose(self, count: int) -> None:
        with self._changed:
            self._lost += count

    def _note(self, failure: str) -> None:
        with self._changed:
            is_news = failure != self._failure
            self._failure = failure
        if is_news:
            log.warning("The journal %s", f"cannot be written: {failure}" if failure else "works again")

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
            self._changed.wait_for(lambda: self._waiting or self._is_closing, TEND_EVERY_S)
            self._changed.wait_for(lambda: self._is_hurried or self._is_closing, GATHER_S)
            self._is_busy = True
            return list(islice(self._waiting, MOST_AT_ONCE))
