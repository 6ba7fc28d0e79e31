"""The journal, as the rest of the bot knows it: record, look back, forget.

Recording never blocks and never raises; everything else asks the database and may raise QuicktakeError, so call it off
the event loop. An edge: the database, through ``database``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, delete, insert, select

from bot import wording
from bot.errors import QuicktakeError
from bot.journal import queries
from bot.journal.events import Event
from bot.journal.key import read_or_make_key
from bot.journal.privacy import pseudonym
from bot.journal.queries import ChannelReport, Confirmation, Period, Readings
from bot.journal.recorder import RETRY_S, Recorder
from bot.journal.rows import Mode, Policy, Row, to_row
from bot.store.database import Database
from bot.store.schema import events
from bot.store.timestamps import to_ms

Clock = Callable[[], dt.datetime]

KEY_NAME = "journal.key"
CLOSE_S = 5.0
_REPEATED = 4  # times that somebody may have asked the same lately, and still sees enough different questions


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many events were deleted, and whether no file holds any more what they said."""

    count: int
    is_gone: bool


class Journal:
    """Remembers what ``policy`` allows. ``now`` gives the time as aware UTC."""

    def __init__(
        self,
        database: Database,
        policy: Policy,
        now: Clock,
        *,
        retry_s: float = RETRY_S,
        known_problems: tuple[str, ...] = (),
    ) -> None:
        self._known_problems = known_problems
        self._database = database
        self._policy = policy
        self._now = now
        self._purged_at: dt.datetime | None = None
        self._has_traces = False  # of deleted events, in the write-ahead log
        self._recorder = None if self._is_idle() else Recorder(self._write, self._tend, retry_s=retry_s)

    @classmethod
    def to_record(cls, database: Database, folder: Path, mode: Mode, days: int | None, now: Clock) -> Journal:
        """Return the journal for a bot that records, with its key in ``folder``; if it is off, nothing is made there.

        Never raises: without a usable key only counts are kept, and that is a problem to report.
        """
        if mode is Mode.OFF and not database.is_begun:
            return cls(database, Policy(mode, days), now)
        try:
            return cls(database, Policy(mode, days, read_or_make_key(folder / KEY_NAME)), now)
        except QuicktakeError as failure:
            counting = Policy(Mode.OFF if mode is Mode.OFF else Mode.COUNTS, days)
            return cls(database, counting, now, known_problems=(f"Only counts are kept: {failure}",))

    @classmethod
    def to_look_into(cls, folder: Path, now: Clock) -> Journal:
        """Return the journal in the data folder for somebody who records nothing and lets nothing expire.

        Raises:
            QuicktakeError: there is none, or its key is unusable.
        """
        database = Database.in_folder(folder)
        if not database.is_begun:
            raise QuicktakeError(f"{folder}: there is no journal; the bot begins one unless QUICKTAKE_JOURNAL is off")
        key = read_or_make_key(folder / KEY_NAME)
        return cls(database, Policy(Mode.OFF, None, key), now)

    def record(self, event: Event) -> None:
        """Keep an event, if events are kept: soon, in the background."""
        if self._policy.mode is not Mode.OFF and self._recorder:
            self._recorder.record(event)

    def flush(self, timeout_s: float = CLOSE_S) -> bool:
        """Wait until all that was recorded is in the database; tell whether it is."""
        return self._recorder.flush(timeout_s) if self._recorder else True

    def close(self, timeout_s: float = CLOSE_S) -> None:
        """Write what waits and let go of the database."""
        if self._recorder:
            self._recorder.close(timeout_s)
        self._database.close()

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for an admin about each thing that went or goes wrong; empty if all is well."""
        recording = self._recorder.problems() if self._recorder else ()
        traces = (wording.TRACES,) if self._has_traces else ()
        return (*self._known_problems, *self._database.mishaps, *recording, *traces)

    def readings(self, period: Period) -> Readings:
        """Return what insights over a period are made of."""
        if self._is_unused():
            return Readings.none(period)
        with self._database.begin() as connection:
            return queries.read(connection, period)

    def confirmations(self, period: Period) -> tuple[Confirmation, ...]:
        """Return which articles people said answer a question, or do not."""
        if self._is_unused():
            return ()
        with self._database.begin() as connection:
            return queries.confirmations(connection, period)

    def recent_questions(self, most: int) -> tuple[str, ...]:
        """Return what was asked lately, the latest first; nothing where questions are not kept or cannot be read."""
        try:
            return self._questions(most)
        except QuicktakeError:
            return ()

    def questions_of(self, user: str, most: int) -> tuple[str, ...]:
        """Return what a Slack user asked lately, each once, the latest first; nothing where questions are not kept."""
        if self._policy.mode is not Mode.TEXT:
            return ()
        is_theirs = events.c.person == pseudonym(user, self._policy.key)
        asked = self._questions(_REPEATED * most, is_theirs)
        return tuple(dict.fromkeys(filter(None, asked)))[:most]

    def most_used(self, period: Period, most: int) -> tuple[str, ...]:
        """Return the urls of the articles that were answered or chosen most often, the most used first."""
        if self._is_unused():
            return ()
        with self._database.begin() as connection:
            return queries.most_used(connection, period, most)

    def rows(self) -> Iterator[Row]:
        """Give every event as stored, oldest first, for an export."""
        with self._database.begin() as connection:
            for row in connection.execution_options(yield_per=1_000).execute(select(events).order_by(events.c.id)):
                yield dict(row._mapping)  # noqa: SLF001  (SQLAlchemy's public name for it)

    def forget(self, user: str) -> Forgotten:
        """Delete every event of a Slack user, from the file's free space too.

        Raises:
            QuicktakeError: the database cannot be changed now; nothing is forgotten then.
        """
        return self._forget(events.c.person == pseudonym(user, self._policy.key))

    def forget_everybody(self) -> Forgotten:
        """Delete every event, from the file's free space too.

        Raises:
            QuicktakeError: the database cannot be changed now; nothing is forgotten then.
        """
        return self._forget(events.c.id.is_not(None))

    def channel_report(self, channel: str) -> ChannelReport:
        """Return what was overheard in a Slack channel lately; nothing where no events are kept."""
        if self._is_unused():
            return ChannelReport()
        self.flush()
        with self._database.begin() as connection:
            return queries.channel_report(connection, channel, self._now())

    def _questions(self, most: int, *which: ColumnElement[bool]) -> tuple[str, ...]:
        if not self._database.is_begun:
            return ()
        asked = select(events.c.question).where(events.c.kind == "asked", events.c.question.is_not(None), *which)
        with self._database.begin() as connection:
            return tuple(connection.execute(asked.order_by(events.c.id.desc()).limit(most)).scalars())

    def _forget(self, which: ColumnElement[bool]) -> Forgotten:
        if not self.flush():  # what is written later would not be forgotten
            raise QuicktakeError("The journal cannot be written now, so nothing was forgotten; try again later")
        count = self._delete(which)
        if self._database.is_begun:
            self._erase()
        if self._has_traces and self._recorder:
            self._recorder.tend_soon()
        return Forgotten(count, is_gone=not self._has_traces)

    def _write(self, batch: Sequence[Event]) -> None:
        if batch:
            with self._database.begin() as connection:
                connection.execute(insert(events), [to_row(event, self._policy) for event in batch])
        if self._recorder and self._is_purge_due():
            self._recorder.tend_soon()

    def _tend(self) -> bool:
        """Delete what is too old; return whether no file holds any more what was deleted, now or in an earlier run.

        Raises:
            QuicktakeError: the database cannot be changed now.
        """
        if not self._database.is_begun:
            return True
        self._purge()
        return self._erase()

    def _purge(self) -> None:
        """Delete once a day what is too old."""
        if self._policy.days is not None and self._is_purge_due():  # the first for the type checker
            now = self._now()
            self._delete(events.c.at_ms < to_ms(now - dt.timedelta(days=self._policy.days)))
            self._purged_at = now

    def _is_purge_due(self) -> bool:
        is_recent = self._purged_at and self._now() - self._purged_at < dt.timedelta(days=1)
        return self._policy.days is not None and not is_recent

    def _delete(self, which: ColumnElement[bool]) -> int:
        if not self._database.is_begun:
            return 0
        with self._database.begin() as connection:
            return connection.execute(delete(events).where(which)).rowcount

    def _erase(self) -> bool:
        self._has_traces = not self._database.checkpoint()
        return not self._has_traces

    def _is_idle(self) -> bool:
        """Tell whether there is neither anything to write nor anything old to delete."""
        return self._is_unused() or (self._policy.mode is Mode.OFF and self._policy.days is None)

    def _is_unused(self) -> bool:
        """Tell whether nothing is kept and never was, so that not even to look shall make a file."""
        return self._policy.mode is Mode.OFF and not self._database.is_begun
