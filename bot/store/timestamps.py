"""Points in time as the database keeps them: milliseconds since 1970 in UTC, which sort and group alike everywhere."""

from __future__ import annotations

import datetime as dt

DAY_MS = 86_400_000

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def to_ms(at: dt.datetime) -> int:
    """Return milliseconds since 1970, rounded down."""
    return (at - _EPOCH) // dt.timedelta(milliseconds=1)


def from_ms(at_ms: int) -> dt.datetime:
    """Return an aware time in UTC."""
    return _EPOCH + dt.timedelta(milliseconds=at_ms)
