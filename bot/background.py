"""Work that goes on beside the answers: watching files, writing the journal, posting the digest.

It is never ended by an exception. A failure is logged once, then counted; the work is tried again after pauses that
grow; ``problems`` says so to admins. A leaf.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import threading
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot import wording
from bot.errors import QuicktakeError

log = logging.getLogger(__name__)

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 300.0
STEADY_S = 60.0  # work that has run for so long works; whatever ends it later begins a new row of failures
MOST_CAUSES = 5
MOST_KINDS = 1_000
CANCEL_S = 0.5  # how long work may take to end once it is cancelled


class FailureLog:
    """What goes wrong with one kind of work, known to people by ``name``. Any thread may use it.

    A QuicktakeError is known by its sentence, any other failure by its type and the line that raised it. The first of a
    kind is logged, if need be with its traceback; then, with their number, those whose number is a power of ``repeat``.
    """

    def __init__(
        self,
        name: str,
        *,
        first_pause_s: float = FIRST_PAUSE_S,
        longest_pause_s: float = LONGEST_PAUSE_S,
        repeat: int = 10,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.name = name
        self._first_pause_s = first_pause_s
        self._longest_pause_s = longest_pause_s
        self._repeat = repeat
        self._now = now
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._times = 0
        self._in_a_row = 0
        self._last = ""
        self._last_at = now()

    def note(self, failure: BaseException) -> float:
        """Count a failure and return how many seconds to wait before the next attempt."""
        kind = f"{describe(failure)} {_origin(failure)}"
        with self._lock:
            if len(self._counts) > MOST_KINDS:
                self._counts.clear()
            self._counts[kind] += 1
            self._times += 1
            self._in_a_row += 1
            self._last, self._last_at = describe(failure), self._now()
            count, in_a_row = self._counts[kind], self._in_a_row
        if count == 1:
            details = "" if isinstance(failure, QuicktakeError) else f"\n{trace(failure)}"
            log.error("%s failed and will be tried again: %s%s", self.name, describe(failure), details)
        elif _is_power(count, self._repeat):
            log.error("%s has failed %d times: %s", self.name, count, describe(failure))
        return float(min(self._first_pause_s * 2 ** min(in_a_row - 1, 30), self._longest_pause_s))

    def clear(self) -> None:
        """Take note that the work works."""
        with self._lock:
            in_a_row, self._in_a_row = self._in_a_row, 0
        if in_a_row:
            log.info("%s works again; failures in between: %d", self.name, in_a_row)

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for admins if anything has gone wrong since the start."""
        with self._lock:
            if not self._times:
                return ()
            at = f"{self._last_at:%Y-%m-%d %H:%M} UTC"
            return (wording.background_failure(self.name, self._times, at, self._last, is_over=not self._in_a_row),)


class BackgroundTask:
    """Does ``work`` again and again from ``start`` to ``stop``, whatever it raises.

    Args:
        name: what people call it, such as ``Weekly digest``.
        work: one round; may also go on until it is cancelled.
        every_s: how long to wait after a round that went well.
        failures: where its failures are noted; by default, pauses grow up to five minutes, or to ``every_s``.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[], Awaitable[None]],
        *,
        every_s: float = 0.0,
        failures: FailureLog | None = None,
    ) -> None:
        self._work = work
        self._every_s = every_s
        self._failures = failures or FailureLog(name, longest_pause_s=max(every_s, LONGEST_PAUSE_S))
        self._name = name
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._go_on(), name=self._name)

    async def stop(self, grace_s: float = 0.0) -> None:
        """Begin no new round, and cancel the one under way unless it is done within ``grace_s``."""
        self._stopping.set()
        if self._task and not (await asyncio.wait({self._task}, timeout=grace_s))[0]:
            self._task.cancel()
            await asyncio.wait({self._task})

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for admins if anything has gone wrong since the start."""
        return self._failures.problems()

    async def _go_on(self) -> None:
        while not self._stopping.is_set():
            pause_s = await self._attempt()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause_s)

    async def _attempt(self) -> float:
        """Do one round in a task of its own, so that a cancellation inside of it is not taken for one from outside."""
        attempt = asyncio.create_task(self._do())
        try:
            if not (await asyncio.wait({attempt}, timeout=STEADY_S))[0]:
                self._failures.clear()
                await asyncio.wait({attempt})
        except asyncio.CancelledError:
            attempt.cancel()
            await asyncio.wait({attempt}, timeout=CANCEL_S)
            raise
        failure = asyncio.CancelledError() if attempt.cancelled() else attempt.exception()
        if failure:
            return self._failures.note(failure)
        self._failures.clear()
        return self._every_s

    async def _do(self) -> None:
        await self._work()


def describe(failure: BaseException) -> str:
    """Return what may be said of a failure: its type, and of messages only those that quote nobody.

    >>> describe(KeyError("what they asked"))
    'KeyError'
    """
    if isinstance(failure, QuicktakeError):
        return str(failure)
    name = type(failure).__qualname__
    return f"{name}: {failure}" if isinstance(failure, OSError) and str(failure) else name


def trace(failure: BaseException) -> str:
    """Return the traceback, causes first, as ``describe`` describes each failure."""
    parts: list[str] = []
    one: BaseException | None = failure
    while one and len(parts) < MOST_CAUSES:
        parts.insert(0, "".join(traceback.format_tb(one.__traceback__)) + describe(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\nfollowed by\n".join(parts)


def _origin(failure: BaseException) -> str:
    frames = traceback.extract_tb(failure.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""


def _is_power(number: int, base: int) -> bool:
    while number % base == 0:
        number //= base
    return number == 1
