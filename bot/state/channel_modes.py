"""Channels where the bot may answer unasked: which ones, and what it overheard there.

Reads and writes on the connection it is given. Of what people say to each other no text is kept.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from bot.journal.rows import from_ms, to_ms
from bot.store.schema import channels, events

if TYPE_CHECKING:
    from sqlalchemy import Connection

REPORTED = dt.timedelta(days=30)
MOST_LATEST = 5
WANTED = ("said", "shadow")  # outcomes of questions that the bot was sure enough of, and first with


class ChannelMode(enum.StrEnum):
    """What the bot does with questions put to nobody: nothing, note what it would say, say it."""

    OFF = "off"
    SHADOW = "shadow"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Remark:
    """An article that was said unasked, or would have been; ``message_ts`` is empty where only counts are kept."""

    url: str
    message_ts: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ChannelReport:
    """What became of a channel's questions in the last thirty days.

    Attributes:
        outcomes: how many had each outcome, by the names that ``Overheard`` gives them.
        latest: what was said, or would have been; the latest first.
    """

    mode: ChannelMode
    outcomes: tuple[tuple[str, int], ...] = ()
    latest: tuple[Remark, ...] = ()


def mode_of(connection: Connection, channel: str) -> ChannelMode:
    """Return the channel's mode; off unless an admin chose another."""
    chosen = connection.scalar(select(channels.c.mode).where(channels.c.channel == channel))
    return ChannelMode(chosen) if chosen else ChannelMode.OFF


def set_mode(connection: Connection, channel: str, mode: ChannelMode, at: dt.datetime) -> None:
    """Keep the channel's mode until another is chosen."""
    connection.execute(delete(channels).where(channels.c.channel == channel))
    connection.execute(insert(channels), {"channel": channel, "mode": mode.value, "decided_at_ms": to_ms(at)})


def report(connection: Connection, channel: str, now: dt.datetime) -> ChannelReport:
    """Read what was overheard in the channel."""
    here = (events.c.kind == "overheard", events.c.at_ms >= to_ms(now - REPORTED), events.c.channel == channel)
    counted = select(events.c.outcome, func.count()).where(*here).group_by(events.c.outcome).order_by(events.c.outcome)
    latest = select(events.c.url, events.c.message_ts, events.c.at_ms).where(*here, events.c.outcome.in_(WANTED))
    return ChannelReport(
        mode_of(connection, channel),
        tuple((outcome, count) for outcome, count in connection.execute(counted)),
        tuple(
            Remark(url, message_ts or "", from_ms(at_ms))
            for url, message_ts, at_ms in connection.execute(latest.order_by(events.c.id.desc()).limit(MOST_LATEST))
        ),
    )
