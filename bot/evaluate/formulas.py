"""The formulas behind the metrics, each with its source.

Pure: no I/O. Checked against scikit-learn and ranx; see ``docs/evaluation.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ConfidenceBin:
    """The hits whose confidence lies in [``low``, ``high``): how sure they were on average, and how often right.

    The last bin includes 1. ``mean_confidence`` and ``right`` (a share) have no value if ``count`` is 0.
    """

    low: float
    high: float
    count: int
    mean_confidence: float | None
    right: float | None


def reciprocal_rank(right_at: int | None, cut_off: int) -> float:
    """Return 1 / rank of the first relevant article, 0 if it is not among the first ``cut_off``.

    Voorhees, "The TREC-8 Question Answering Track Report", 1999.
    """
    return 1 / right_at if right_at is not None and right_at <= cut_off else 0.0


def ndcg(ranked: Sequence[str], relevant: Sequence[str], cut_off: int) -> float:
    """Return the normalised discounted cumulative gain of a ranking, in [0, 1].

    Relevance is graded by the order of the labels: the best of n relevant articles has grade n, the last has 1. Gain
    is the grade itself, the discount log2(rank + 1). Järvelin and Kekäläinen, "Cumulated Gain-Based Evaluation of IR
    Techniques", ACM TOIS 20(4), 2002, with the discount as scikit-learn and trec_eval have it.
    """
    grades = {url: float(len(relevant) - place) for place, url in enumerate(relevant)}
    ideal = _dcg(list(grades.values())[:cut_off])
    return _dcg([grades.get(url, 0.0) for url in ranked[:cut_off]]) / ideal if ideal else 0.0


def roc_auc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Return the chance that a positive scores above a negative, a tie counting half.

    The Mann-Whitney statistic: Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", Radiology
    143(1), 1982. Both sequences must hold something.
    """
    ordered = np.sort(np.asarray(negatives, dtype=float))
    below = np.searchsorted(ordered, positives, side="left")
    not_above = np.searchsorted(ordered, positives, side="right")
    return float((below + not_above).mean() / (2 * len(ordered)))


def reliability(confidences: Sequence[float], rights: Sequence[bool], bins: int) -> tuple[ConfidenceBin, ...]:
    """Compare confidence with how often it was right, in bins of equal width from 0 to 1.

    The reliability diagram of DeGroot and Fienberg, "The Comparison and Evaluation of Forecasters", 1983.
    """
    sure = np.asarray(confidences, dtype=float)
    right = np.asarray(rights, dtype=float)
    places = np.minimum((sure * bins).astype(int), bins - 1)
    return tuple(_bin(place, bins, sure[places == place], right[places == place]) for place in range(bins))


def expected_calibration_error(bins: Sequence[ConfidenceBin]) -> float:
    """Return the mean gap between confidence and share right, weighted by the size of the bins; 0 is perfect.

    Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017, equation 3.
    """
    gaps = [
        bin_.count * abs(bin_.mean_confidence - bin_.right)
        for bin_ in bins
        if bin_.mean_confidence is not None and bin_.right is not None
    ]
    return sum(gaps) / sum(bin_.count for bin_ in bins)


def wilson_upper(successes: int, trials: int) -> float:
    """Return the upper end of the 95 % interval of a rate seen ``successes`` times in ``trials``; 1 without trials.

    Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22(158), 1927.
    """
    if not trials:
        return 1.0
    z = 1.959964  # the normal distribution's 97.5th percentile
    rate = successes / trials
    centre = rate + z**2 / (2 * trials)
    spread = z * ((rate * (1 - rate) + z**2 / (4 * trials)) / trials) ** 0.5
    return float(min(1.0, (centre + spread) / (1 + z**2 / trials)))


def _dcg(gains: Sequence[float]) -> float:
    return float(np.sum(np.asarray(gains) / np.log2(np.arange(2, len(gains) + 2))))


def _bin(place: int, bins: int, sure: np.ndarray, right: np.ndarray) -> ConfidenceBin:
    low, high = place / bins, (place + 1) / bins
    if not len(sure):
        return ConfidenceBin(low, high, 0, None, None)
    return ConfidenceBin(low, high, len(sure), float(sure.mean()), float(right.mean()))
