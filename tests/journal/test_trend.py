from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from bot.journal.trend import Week, sparkline, weekly

MONDAY = dt.date(2026, 3, 2)
SUNDAY = dt.date(2026, 3, 8)


def test_weeks_begin_on_monday_and_none_is_left_out() -> None:
    weeks = weekly([(MONDAY, 3), (SUNDAY, 2), (SUNDAY + dt.timedelta(days=15), 1)], [(SUNDAY, True), (MONDAY, False)])

    assert weeks == (
        Week(MONDAY, questions=5, votes=2, helpful=1),
        Week(MONDAY + dt.timedelta(weeks=1), 0, 0, 0),
        Week(MONDAY + dt.timedelta(weeks=2), 0, 0, 0),
        Week(MONDAY + dt.timedelta(weeks=3), 1, 0, 0),
    )
    assert [week.helpful_rate for week in weeks] == [0.5, None, None, None]


def test_nothing_asked_is_no_week() -> None:
    assert weekly([], []) == ()


@given(st.lists(st.none() | st.floats(0, 1)))
def test_a_sparkline_has_a_bar_for_each(rates: list[float | None]) -> None:
    assert len(sparkline(rates)) == len(rates)
