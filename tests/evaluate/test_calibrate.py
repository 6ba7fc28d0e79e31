from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluate.calibrate import Count, calibrate
from bot.evaluate.observations import Ranking
from bot.evaluate.questions import Question
from tests.evaluate.world import ranking

CONFIDENCE = st.floats(0, 1)
RANKINGS = st.lists(
    st.builds(
        lambda confidence, relevant: ranking("/a", "/b", relevant=relevant, confidence=confidence),
        CONFIDENCE,
        st.sampled_from([(), ("/a",), ("/b",), ("/z",)]),
    ),
    min_size=1,
    max_size=40,
)


def test_the_threshold_lies_just_above_the_first_false_answer_too_many() -> None:
    out_of_scope = [ranking("/a", confidence=confidence) for confidence in (0.9, 0.6, 0.3, 0.2)]

    none, one = calibrate(out_of_scope, [0.0, 0.25]).points

    assert none.threshold == pytest.approx(0.901)
    assert one.threshold == pytest.approx(0.601)
    assert one.false_answers == Count(1, 4)


def test_coverage_and_precision_follow_from_the_threshold() -> None:
    rankings = [
        ranking("/a", relevant=("/a",), confidence=0.9),
        ranking("/a", "/b", relevant=("/b",), confidence=0.8),
        ranking("/a", relevant=("/a",), confidence=0.4),
        ranking("/a", confidence=0.5),
    ]

    point = calibrate(rankings, [0.0]).points[0]

    assert point.coverage == Count(2, 3)
    assert point.precision == Count(1, 2)
    assert point.in_choices == Count(2, 3)


def test_false_answers_are_told_apart_by_style() -> None:
    everyday = [Ranking(Question("?", "everyday"), ("/a",), confidence) for confidence in (0.1, 0.2)]
    close = [Ranking(Question("?", "close"), ("/a",), confidence) for confidence in (0.3, 0.9)]

    point = calibrate([*everyday, *close], [0.25]).points[0]

    assert point.false_by_style == (("close", Count(1, 2)), ("everyday", Count(0, 2)))


def test_certain_false_answers_leave_no_threshold() -> None:
    point = calibrate([ranking("/a", confidence=1.0), ranking("/a", relevant=("/a",), confidence=1.0)], [0.0]).points[0]

    assert point.threshold is None
    assert point.coverage == Count(0, 1)


def test_without_out_of_scope_questions_everything_may_be_answered() -> None:
    point = calibrate([ranking("/a", relevant=("/a",), confidence=0.1)], [0.03]).points[0]

    assert point.threshold == 0.0
    assert point.false_answers.share is None
    assert point.false_rate_at_most == 1.0


@given(RANKINGS, st.floats(0, 1))
def test_the_wanted_rate_is_never_exceeded(rankings: list[Ranking], wanted: float) -> None:
    point = calibrate(rankings, [wanted]).points[0]

    assert (point.false_answers.share or 0.0) <= wanted + 1e-6


@given(RANKINGS)
def test_a_higher_wanted_rate_never_covers_less(rankings: list[Ranking]) -> None:
    points = calibrate(rankings, [0.0, 0.1, 0.5, 1.0]).points

    covered = [point.coverage.part for point in points]
    assert covered == sorted(covered)
