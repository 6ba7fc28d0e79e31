from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest

from bot.journal.picture import SIZE, trend_png
from bot.journal.trend import Week

Image = pytest.importorskip("PIL.Image")

MONDAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize("count", [0, 1, 2, 26, 200])
def test_any_number_of_weeks_makes_a_picture(count: int) -> None:
    weeks = [Week(MONDAY + dt.timedelta(weeks=number), number, number % 3, number % 2) for number in range(count)]

    picture = Image.open(BytesIO(trend_png(weeks, "Did it help?")))

    assert picture.format == "PNG"
    assert picture.size == SIZE


def test_the_same_weeks_make_the_same_picture() -> None:
    weeks = [Week(MONDAY, 5, 4, 3)]

    assert trend_png(weeks, "Did it help?") == trend_png(weeks, "Did it help?")
    assert trend_png(weeks, "Did it help?") != trend_png([Week(MONDAY, 5, 4, 1)], "Did it help?")
