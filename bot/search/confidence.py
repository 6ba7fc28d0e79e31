"""Evidence to one confidence in [0, 1] that an article answers the question.

The order of articles is that of their scores, a weighted sum of evidence. The confidence is a logistic function of an
article's score, of how far it stands out from the crowd, and of how much the question says: three words that match
mean more than one. All three rise with the score, so that confidence never contradicts the order. The two best never
have more than 1 together: of two that fit equally well neither is sure.

Another kind of evidence is another column with another weight: another ``Profile``. Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.weights import Profile


def scores(table: NDArray[np.float64], profile: Profile) -> NDArray[np.float64]:
    """Add up the evidence of each candidate: one row of the table a candidate, one column a kind of evidence."""
    return np.asarray(table @ profile.weights)


def contributions(evidence: NDArray[np.float64], profile: Profile) -> NDArray[np.float64]:
    """Tell what each kind of evidence adds to a candidate's score."""
    return np.asarray(evidence * profile.weights)


def confidences(total: NDArray[np.float64], substance: float, profile: Profile) -> NDArray[np.float64]:
    """Turn the scores of all candidates into confidences; ``substance`` is how much the question says, from 0 on."""
    odds = (
        profile.bias
        + profile.score * total
        + profile.stands_out * (total - crowd(total))
        + profile.substance * np.log1p(substance)
    )
    alone = 1 / (1 + np.exp(-odds))
    best = float(alone.max()) * _share(total)
    return np.asarray(np.where(total == total.max(), best, np.minimum(alone, min(best, 1 - best))))


def crowd(total: NDArray[np.float64]) -> float:
    """Tell what the ninth best scores, or what a ninth usually scores at least."""
    if len(total) < weights.CROWD:
        return weights.CROWD_SCORE
    ninth = float(np.partition(total, len(total) - weights.CROWD)[len(total) - weights.CROWD])
    return max(ninth, weights.CROWD_SCORE)


def _share(total: NDArray[np.float64]) -> float:
    """Tell what part of the trust the best keeps beside the second: half if they score the same."""
    if len(total) < 2:
        return 1.0
    second, first = np.partition(total, len(total) - 2)[-2:]
    return float(1 / (1 + np.exp((second - first) / weights.TWIN_SCALE)))
