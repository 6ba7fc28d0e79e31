"""Evidence to one confidence in [0, 1] that an article answers the question.

The order of articles is that of their scores, a weighted sum of evidence. The confidence is a logistic function of an
article's score, of its lead over the best of the others, and of how much the question says: three words that match
mean more than one. All three rise with the score, so that confidence never contradicts the order. The two
best never have more than 1 together: of two that fit equally well neither is sure.

Another kind of evidence, such as meaning, is another column with another weight. Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray


def scores(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add up the evidence of each candidate: one row of the table a candidate, one column a kind of evidence."""
    return np.asarray(table @ weights.EVIDENCE_WEIGHTS)


def contributions(evidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tell what each kind of evidence adds to a candidate's score."""
    return np.asarray(evidence * weights.EVIDENCE_WEIGHTS)


def confidences(total: NDArray[np.float64], substance: float) -> NDArray[np.float64]:
    """Turn the scores of all candidates into confidences; ``substance`` is how much the question says, from 0 on."""
    lead = np.tanh(leads(total) / weights.LEAD_SCALE)
    odds = (
        weights.CONFIDENCE_BIAS
        + weights.SCORE_WEIGHT * total
        + weights.LEAD_WEIGHT * lead
        + weights.SUBSTANCE_WEIGHT * np.log1p(substance)
    )
    alone = 1 / (1 + np.exp(-odds))
    return np.asarray(alone / max(float(np.sort(alone)[-2:].sum()), 1))


def leads(total: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tell by how much each score leads the best of the others: negative for all but the first."""
    if len(total) < 2:
        return total.copy()
    second, first = np.sort(total)[-2:]
    return np.asarray(np.where(total == first, first - second, total - first))
