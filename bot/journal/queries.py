"""What the database says about a period: counts and the few rows that have to be looked at one by one.

Reads only, on the connection it is given. The database counts, because a year has half a million rows.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Select, func, select

from bot.store.schema import events
from bot.store.timestamps import DAY_MS, from_ms, to_ms

OUTCOMES = ("answer", "choices", "none")

MOST_LATENCIES = 20_000
"""Percentiles of the newest twenty thousand say the same as those of a whole busy year, twenty times as fast."""

MOST_REJECTIONS = 5_000
"""Questions of each kind that are looked through for gaps, the newest: a month of a busy team or a small one's year."""

REPORTED = dt.timedelta(days=30)
MOST_REMARKS = 5
REMARKS = ("said", "shadow")  # outcomes of questions that the bot was sure enough of, and first with

Why = Literal["unanswered", "none of these", "not helpful", "escalated"]


@dataclass(frozen=True, slots=True)
class Period:
    """From ``since`` on, until before ``until``; aware UTC."""

    since: dt.datetime
    until: dt.datetime

    @classmethod
    def last(cls, days: int, now: dt.datetime) -> Period:
        """Return the ``days`` before ``now``, which is included."""
        return cls(now - dt.timedelta(days=days), now + dt.timedelta(milliseconds=1))


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many questions had an outcome on a day."""

    day: dt.date
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class CastVote:
    """One vote; ``person`` is a pseudonym, empty if only counts are kept, and so is ``question``."""

    day: dt.date
    person: str
    question: str
    url: str
    is_helpful: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """A person did not find what the question was after, ``times`` times."""

    question: str
    person: str
    why: Why
    times: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person said that the article at ``url`` answers the question (or, if not ``is_right``, that it does not)."""

    question: str
    person: str
    url: str
    is_right: bool
    times: int


@dataclass(frozen=True, slots=True)
class UnpromptedReply:
    """An article that was said unasked, or would have been; ``message_ts`` is empty where only counts are kept."""

    url: str
    message_ts: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ChannelReport:
    """What became of the questions overheard in a channel in the last thirty days.

    Attributes:
        outcomes: how many had each outcome, by the names that ``Overheard`` gives them.
        latest: what was said, or would have been; the latest first.
    """

    outcomes: tuple[tuple[str, int], ...] = ()
    latest: tuple[UnpromptedReply, ...] = ()


@dataclass(frozen=True, slots=True)
class Readings:
    """All that insights are made of.

    Attributes:
        latencies_ms: of the newest questions, at most ``MOST_LATENCIES``.
        used: urls and how often they were the answer, then urls and how often they were chosen.
        votes: in the order given.
        rejections: newest first, of each kind at most ``MOST_REJECTIONS``; each once for a person.
        escalated: questions that went to a person.
        answered: questions that came back from one.
    """

    period: Period
    asked: tuple[DayCount, ...]
    latencies_ms: tuple[float, ...]
    used: tuple[tuple[str, int], ...]
    votes: tuple[CastVote, ...]
    rejections: tuple[Rejection, ...]
    escalated: int
    answered: int

    @classmethod
    def none(cls, period: Period) -> Readings:
        """Return what a period without events says."""
        return cls(period, (), (), (), (), (), 0, 0)


def read(connection: Connection, period: Period) -> Readings:
    """Read everything about a period."""
    kinds = _kinds(connection, period)
    return Readings(
        period=period,
        asked=_asked(connection, period),
        latencies_ms=_latencies(connection, period),
        used=_uses(connection, period),
        votes=_votes(connection, period),
        rejections=_rejections(connection, period),
        escalated=kinds.get("escalated", 0),
        answered=kinds.get("answered", 0),
    )


def confirmations(connection: Connection, period: Period) -> tuple[Confirmation, ...]:
    """Read which articles people said answer a question or do not; by choice, vote or a person's answer."""
    keys = (events.c.question, events.c.person, events.c.url, events.c.is_helpful)
    rows = connection.execute(
        _of(period, "chosen", "voted", "answered")
        .with_only_columns(*keys, func.count())
        .where(events.c.question.is_not(None), events.c.person.is_not(None), events.c.url.is_not(None))
        .group_by(*keys)
        .order_by(*keys)
    )
    return tuple(
        Confirmation(question, person, url, is_helpful is not False, times)
        for question, person, url, is_helpful, times in rows
    )


def most_used(connection: Connection, period: Period, most: int) -> tuple[str, ...]:
    """Read the urls that were answered or chosen most often: most used first, ties by url."""
    used = Counter[str]()
    for url, count in _uses(connection, period):
        used[url] += count
    return tuple(sorted(used, key=lambda url: (-used[url], url))[:most])


def channel_report(connection: Connection, channel: str, now: dt.datetime) -> ChannelReport:
    """Read what was overheard in a channel."""
    here = (events.c.kind == "overheard", events.c.at_ms >= to_ms(now - REPORTED), events.c.channel == channel)
    counted = select(events.c.outcome, func.count()).where(*here).group_by(events.c.outcome).order_by(events.c.outcome)
    latest = select(events.c.url, events.c.message_ts, events.c.at_ms).where(*here, events.c.outcome.in_(REMARKS))
    return ChannelReport(
        tuple((outcome, count) for outcome, count in connection.execute(counted)),
        tuple(
            UnpromptedReply(url, message_ts or "", from_ms(at_ms))
            for url, message_ts, at_ms in connection.execute(latest.order_by(events.c.id.desc()).limit(MOST_REMARKS))
        ),
    )


def _kinds(connection: Connection, period: Period) -> dict[str, int]:
    query = _of(period, "escalated", "answered").with_only_columns(events.c.kind, func.count())
    return {str(kind): int(count) for kind, count in connection.execute(query.group_by(events.c.kind))}


def _asked(connection: Connection, period: Period) -> tuple[DayCount, ...]:
    day = (events.c.at_ms // DAY_MS).label("day")  # grouped by name: PostgreSQL does not see two parameters are equal
    counts = [func.count().filter(events.c.outcome == outcome) for outcome in OUTCOMES]
    query = _of(period, "asked").with_only_columns(day, *counts).group_by("day").order_by("day")
    return tuple(
        DayCount(_day(day), outcome, int(count))
        for day, *counted in connection.execute(query)
        for outcome, count in zip(OUTCOMES, counted, strict=True)
        if count
    )


def _latencies(connection: Connection, period: Period) -> tuple[float, ...]:
    query = _of(period, "asked").with_only_columns(events.c.latency_ms).order_by(events.c.at_ms.desc())
    return tuple(connection.scalars(query.limit(MOST_LATENCIES)).all())


def _uses(connection: Connection, period: Period) -> tuple[tuple[str, int], ...]:
    return (*_used(connection, period, "asked", "answer"), *_used(connection, period, "chosen", None))


def _used(connection: Connection, period: Period, kind: str, outcome: str | None) -> list[tuple[str, int]]:
    query = _of(period, kind).with_only_columns(events.c.url, func.count()).where(events.c.outcome == outcome)
    return [(url, count) for url, count in connection.execute(query.group_by(events.c.url))]


def _votes(connection: Connection, period: Period) -> tuple[CastVote, ...]:
    columns = (events.c.person, events.c.question, events.c.url, events.c.is_helpful, events.c.note)
    query = _of(period, "voted").with_only_columns(events.c.at_ms, *columns).order_by(events.c.id)
    return tuple(
        CastVote(_day(at_ms // DAY_MS), person or "", question or "", url, is_helpful, reason or "")
        for at_ms, person, question, url, is_helpful, reason in connection.execute(query).all()
    )


def _rejections(connection: Connection, period: Period) -> tuple[Rejection, ...]:
    found = [row for why, sign in _SIGNS.items() for row in _rejected(connection, period, why, sign)]
    times = Counter((question, person, why) for _, question, person, why in sorted(found, reverse=True))
    return tuple(Rejection(question, person, why, count) for (question, person, why), count in times.items())


def _rejected(connection: Connection, period: Period, why: Why, sign: Sign) -> list[tuple[int, str, str, Why]]:
    kind, particulars = sign
    query = (
        _of(period, kind)
        .with_only_columns(events.c.at_ms, events.c.question, events.c.person)
        .where(*particulars, events.c.question.is_not(None), events.c.person.is_not(None))
        .order_by(events.c.at_ms.desc())
        .limit(MOST_REJECTIONS)
    )
    return [(at_ms, question, person, why) for at_ms, question, person in connection.execute(query).all()]


Sign = tuple[str, tuple["ColumnElement[bool]", ...]]

_SIGNS: dict[Why, Sign] = {
    "unanswered": ("asked", (events.c.outcome == "none",)),
    "none of these": ("none of these", ()),
    "not helpful": ("voted", (events.c.is_helpful.is_(False),)),
    "escalated": ("escalated", ()),
}


def _of(period: Period, *kinds: str) -> Select[tuple[object, ...]]:
    return select(events).where(events.c.kind.in_(kinds), *_within(period))


def _within(period: Period) -> tuple[ColumnElement[bool], ...]:
    return events.c.at_ms >= to_ms(period.since), events.c.at_ms < to_ms(period.until)


@cache
def _day(number: int) -> dt.date:
    return from_ms(number * DAY_MS).date()
