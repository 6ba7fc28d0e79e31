"""How the helpful rate went, week by week, and as a line of text.

Pure: no I/O.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BARS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"


@dataclass(frozen=True, slots=True)
class Week:
    """A week that begins on ``monday``: how many questions, votes, and votes that said it helped."""

    monday: dt.date
    questions: int
    votes: int
    helpful: int

    @property
    def helpful_rate(self) -> float | None:
        """The share of votes that said it helped, in [0, 1]; None without a vote."""
        return self.helpful / self.votes if self.votes else None


def weekly(questions: Iterable[tuple[dt.date, int]], votes: Iterable[tuple[dt.date, bool]]) -> tuple[Week, ...]:
    """Count by week, from the first with anything in it to the last, none left out.

    Args:
        questions: days, and how many were asked.
        votes: days, and whether it helped.
    """
    asked, voted, helped = Counter[dt.date](), Counter[dt.date](), Counter[dt.date]()
    for day, count in questions:
        asked[_monday(day)] += count
    for (day, is_helpful), count in Counter(votes).items():
        voted[_monday(day)] += count
        helped[_monday(day)] += count * is_helpful
    mondays = _every_monday([*asked, *voted])
    return tuple(Week(monday, asked[monday], voted[monday], helped[monday]) for monday in mondays)


def sparkline(rates: Sequence[float | None]) -> str:
    """Draw rates in [0, 1] as a line of bars, from the lowest for 0 to the highest for 1; a dot for None.

    >>> sparkline([0.0, 0.5, None, 1.0])
    '▁▅·█'
    """
    return "".join(_NOTHING if rate is None else _BARS[min(int(rate * len(_BARS)), len(_BARS) - 1)] for rate in rates)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _every_monday(mondays: Sequence[dt.date]) -> list[dt.date]:
    if not mondays:
        return []
    first, last = min(mondays), max(mondays)
    return [first + dt.timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]
