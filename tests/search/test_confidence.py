from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search import confidence
from bot.search.weights import LEXICAL

TABLES = st.lists(
    st.lists(st.floats(0, 1), min_size=len(LEXICAL.evidence), max_size=len(LEXICAL.evidence)), min_size=1, max_size=12
)


@given(TABLES, st.floats(0, 10))
def test_confidence_keeps_the_order_of_scores(rows: list[list[float]], substance: float) -> None:
    scores = confidence.scores(np.array(rows), LEXICAL)

    confidences = confidence.confidences(scores, substance, LEXICAL)

    assert ((confidences >= 0) & (confidences <= 1)).all()
    assert list(confidences[np.argsort(scores)]) == sorted(confidences)
    assert np.sort(confidences)[-2:].sum() <= 1 + 1e-9


@given(st.floats(0, 40), st.floats(0, 5), st.floats(0.1, 5))
def test_a_question_that_says_more_is_surer(score: float, substance: float, more: float) -> None:
    scores = np.array([score])

    less, surer = (confidence.confidences(scores, said, LEXICAL) for said in (substance, substance + more))

    assert surer >= less


def test_of_two_that_fit_equally_neither_is_sure() -> None:
    assert list(confidence.confidences(np.array([90.0, 90.0]), 3, LEXICAL)) == [0.5, 0.5]


def test_a_near_rival_lowers_confidence() -> None:
    alone, rivalled = np.array([20.0, 5.0]), np.array([20.0, 19.9])

    assert confidence.confidences(alone, 1, LEXICAL)[0] > confidence.confidences(rivalled, 1, LEXICAL)[0]


def test_an_article_that_stands_out_from_the_crowd_is_surer() -> None:
    alone, crowded = np.array([20.0] + [4.0] * 10), np.array([20.0] + [15.0] * 10)

    assert confidence.confidences(alone, 1, LEXICAL)[0] > confidence.confidences(crowded, 1, LEXICAL)[0]


def test_fewer_candidates_than_a_crowd_count_as_an_ordinary_crowd() -> None:
    few, ordinary = np.array([20.0, 4.0]), np.array([20.0] + [4.0] * 10)

    assert confidence.confidences(few, 1, LEXICAL)[0] == confidence.confidences(ordinary, 1, LEXICAL)[0]


def test_contributions_add_up_to_the_score() -> None:
    evidence = np.linspace(0, 1, len(LEXICAL.evidence))

    contributions = confidence.contributions(evidence, LEXICAL)

    assert np.isclose(contributions.sum(), confidence.scores(evidence[None, :], LEXICAL)[0])


def test_every_weight_supports() -> None:
    """Evidence only ever speaks for an article: so explanations read as reasons."""
    assert (LEXICAL.weights > 0).all()
    assert len(LEXICAL.weights) == len(LEXICAL.evidence)
