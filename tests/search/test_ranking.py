from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search import ranking, weights

TABLES = st.lists(
    st.lists(st.floats(0, 1), min_size=len(weights.EVIDENCE), max_size=len(weights.EVIDENCE)), min_size=1, max_size=8
)


@given(TABLES, st.floats(0, 10))
def test_confidence_keeps_the_order_of_scores(rows: list[list[float]], substance: float) -> None:
    scores = ranking.scores(np.array(rows))

    confidences = ranking.confidences(scores, substance)

    assert ((confidences >= 0) & (confidences <= 1)).all()
    assert list(confidences[np.argsort(scores)]) == sorted(confidences)
    assert np.sort(confidences)[-2:].sum() <= 1 + 1e-9


@given(st.floats(0, 40), st.floats(0, 5), st.floats(0.1, 5))
def test_a_question_that_says_more_is_surer(score: float, substance: float, more: float) -> None:
    scores = np.array([score])

    assert ranking.confidences(scores, substance + more) >= ranking.confidences(scores, substance)


def test_of_two_that_fit_equally_neither_is_sure() -> None:
    assert list(ranking.confidences(np.array([90.0, 90.0]), 3)) == [0.5, 0.5]


def test_a_near_rival_lowers_confidence() -> None:
    alone, rivalled = np.array([20.0, 5.0]), np.array([20.0, 19.9])

    assert ranking.confidences(alone, 1)[0] > ranking.confidences(rivalled, 1)[0]


def test_contributions_add_up_to_the_score() -> None:
    evidence = np.linspace(0, 1, len(weights.EVIDENCE))

    assert np.isclose(ranking.contributions(evidence).sum(), ranking.scores(evidence[None, :])[0])


def test_every_weight_supports() -> None:
    """Evidence only ever speaks for an article: so explanations read as reasons."""
    assert (weights.EVIDENCE_WEIGHTS > 0).all()
    assert len(weights.EVIDENCE_WEIGHTS) == len(weights.EVIDENCE)
