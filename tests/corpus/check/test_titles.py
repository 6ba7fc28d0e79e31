from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.check.titles import similar_titles

TITLE = "How can coaches manage client expectations effectively?"


@pytest.mark.parametrize(
    "other",
    [
        "How can a coach manage client expectations effectively?",
        "How can coaches effectively manage client expectations?",
        "How can coaches manage client expectations efectively?",
        "How can coaches manage clients' expectations effectively?",
    ],
)
def test_spelling_and_word_order_make_titles_alike(other: str) -> None:
    assert list(similar_titles([TITLE, "What is listening?", other])) == [(0, 2)]


@pytest.mark.parametrize(
    "other",
    [
        TITLE,
        "How can coaches manage team conflicts effectively?",
        "How do client expectations arise?",
    ],
)
def test_equal_titles_and_other_questions_are_not_alike(other: str) -> None:
    assert list(similar_titles([TITLE, other])) == []


def test_titles_of_a_series_are_not_alike() -> None:
    assert list(similar_titles(["Coaching skills, part 1 of 9", "Coaching skills, part 2 of 9"])) == []


@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_titles_can_be_compared(titles: list[str]) -> None:
    assert all(first < second for first, second in similar_titles(titles))
