from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.search import confidence
from bot.search.weights import LEXICAL, SEMANTIC, SIGNS

TABLES = st.lists(
    st.lists(st.floats(0, 1), min_size=len(LEXICAL.evidence), max_size=len(LEXICAL.evidence)), min_size=1, max_size=12
)


def signs(count: int, **values: float) -> NDArray[np.float64]:
    """Give all candidates the same signs, those left out being 0."""
    return np.tile([values.get(name.replace(" ", "_"), 0.0) for name in SIGNS], (count, 1))


def confidences(scores: list[float], seen: NDArray[np.float64] | None = None, twins: int = 1) -> NDArray[np.float64]:
    """Give the confidences of candidates, best first; the first ``twins`` have the same title."""
    alike = np.arange(len(scores)) < twins
    return confidence.confidences(
        signs(len(scores)) if seen is None else seen, np.array(scores, dtype=float), alike, LEXICAL
    )


@given(TABLES, st.floats(0, 5))
def test_confidence_keeps_the_order_of_scores(rows: list[list[float]], substance: float) -> None:
    scores = confidence.scores(np.array(rows), LEXICAL)
    alike = np.arange(len(scores)) == np.argmax(scores)

    sure = confidence.confidences(signs(len(scores), score=5, substance=substance), scores, alike, LEXICAL)

    assert ((sure >= 0) & (sure <= 1)).all()
    assert list(sure[np.argsort(scores)]) == sorted(sure)


def test_of_two_that_fit_equally_neither_is_sure() -> None:
    assert confidences([90, 90], signs(2, score=90)).max() <= 0.5


def test_an_article_with_the_same_title_is_no_rival() -> None:
    assert confidences([90, 90, 1], signs(3, score=90), twins=2)[0] > confidences([90, 90, 1], signs(3, score=90))[0]


def test_a_near_rival_lowers_confidence() -> None:
    assert confidences([20, 5], signs(2, score=20))[0] > confidences([20, 19.9], signs(2, score=20))[0]


def test_a_word_changed_in_a_title_lowers_confidence_more_than_one_that_is_missing_elsewhere() -> None:
    paraphrase = confidences([20], signs(1, score=20, missing=0.3, unnamed=0.9))
    near_miss = confidences([20], signs(1, score=20, missing=0.3, unnamed=0.9, changed=0.8, changed_title=0.7))

    assert near_miss[0] < paraphrase[0] / 2


def test_a_missing_name_lowers_confidence() -> None:
    assert confidences([20], signs(1, score=20, absent_name=0.9))[0] < confidences([20], signs(1, score=20))[0]


def test_contributions_add_up_to_the_score() -> None:
    evidence = np.linspace(0, 1, len(LEXICAL.evidence))

    contributions = confidence.contributions(evidence, LEXICAL)

    assert np.isclose(contributions.sum(), confidence.scores(evidence[None, :], LEXICAL)[0])


def test_every_weight_supports() -> None:
    """Evidence only ever speaks for an article: so explanations read as reasons."""
    for profile in (LEXICAL, SEMANTIC):
        assert (profile.weights > 0).all()
        assert len(profile.weights) == len(profile.evidence)
        assert len(profile.certainty) == len(SIGNS)
