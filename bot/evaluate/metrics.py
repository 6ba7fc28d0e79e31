"""The figures that say how good the replies are: what each is measured over, and which way is better.

Pure: no I/O. Every figure knows how many questions it rests on, and has no value if there are none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.evaluate.formulas import expected_calibration_error, ndcg, reciprocal_rank, reliability, roc_auc
from bot.evaluate.observations import Observation, Outcome
from bot.evaluate.questions import MULTI

CUT_OFF = 10
"""How far down a ranking MRR and nDCG look."""

BINS = 10
"""Bins of the calibration error; with a few hundred questions, more would hold too few each."""

Observations = Sequence[Observation]
Measured = tuple[float | None, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's value, and how many questions it rests on; no questions, no value."""

    name: str
    value: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric: its name in JSON, for people and above a narrow column; how it is measured; which way is better."""

    name: str
    label: str
    heading: str
    measure: Callable[[Observations], Measured]
    lower_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds that a reply took: percentiles over all questions asked."""

    median_ms: float
    p90_ms: float
    p99_ms: float


def measure(observations: Observations) -> tuple[Figure, ...]:
    """Measure every metric of ``METRICS``, in its order."""
    return tuple(Figure(metric.name, *metric.measure(observations)) for metric in METRICS)


def latency(latencies_ms: Sequence[float]) -> Latency:
    """Take the percentiles, between neighbours by linear interpolation; all 0 if nothing was asked."""
    return Latency(*np.percentile(latencies_ms or [0.0], [50, 90, 99]).tolist())


def _hit_at(depth: int) -> Callable[[Observations], Measured]:
    """Measure the share of answerable questions with a relevant article among the first ``depth``."""

    def measured(observations: Observations) -> Measured:
        places = [seen.ranking.right_at for seen in _answerable(observations)]
        return _mean([place is not None and place <= depth for place in places])

    return measured


def _mrr(observations: Observations) -> Measured:
    return _mean([reciprocal_rank(seen.ranking.right_at, CUT_OFF) for seen in _answerable(observations)])


def _ndcg(observations: Observations) -> Measured:
    return _mean([ndcg(seen.ranking.urls, seen.question.relevant, CUT_OFF) for seen in _answerable(observations)])


def _auc(observations: Observations) -> Measured:
    """Measure how well the first hit's confidence tells answerable questions from the others."""
    positives = [seen.ranking.confidence for seen in _answerable(observations)]
    negatives = [seen.ranking.confidence for seen in _out_of_scope(observations)]
    if not positives or not negatives:
        return None, 0
    return roc_auc(positives, negatives), len(observations)


def _false_answer_rate(observations: Observations) -> Measured:
    """Measure the share of out-of-scope questions that got an answer."""
    return _mean([seen.is_answered for seen in _out_of_scope(observations)])


def _answer_precision(observations: Observations) -> Measured:
    """Measure the share of answers given, to whatever question, that were a relevant article."""
    return _mean([seen.is_helpful for seen in observations if seen.is_answered])


def _lenient_precision(observations: Observations) -> Measured:
    """Measure the same, articles that help in part being right as well."""
    return _mean([seen.is_partly_helpful for seen in observations if seen.is_answered])


def _honest_rate(observations: Observations) -> Measured:
    """Measure the share of out-of-scope questions that were told so: no answer, and nothing to choose from."""
    return _mean([seen.outcome is Outcome.NO_ANSWER for seen in _out_of_scope(observations)])


def _found_of_several(observations: Observations) -> Measured:
    """Measure the share of the questions in messages with several whose own reply offers the right article."""
    return _mean([found for seen in observations if seen.question.style == MULTI for found in seen.found])


def _helpful_rate(observations: Observations) -> Measured:
    """Measure the share of answerable questions with a relevant article answered or among the choices."""
    return _mean([seen.is_helpful for seen in _answerable(observations)])


def _calibration_error(observations: Observations) -> Measured:
    """Measure how far the first hit's confidence is from how often it is right, over all questions."""
    if not observations:
        return None, 0
    confidences = [seen.ranking.confidence for seen in observations]
    rights = [seen.ranking.is_right for seen in observations]
    return expected_calibration_error(reliability(confidences, rights, BINS)), len(observations)


def _answerable(observations: Observations) -> list[Observation]:
    return [seen for seen in observations if seen.question.is_answerable]


def _out_of_scope(observations: Observations) -> list[Observation]:
    return [seen for seen in observations if not seen.question.is_answerable]


def _mean(scores: Sequence[float]) -> Measured:
    return (sum(scores) / len(scores), len(scores)) if scores else (None, 0)


METRICS = (
    Metric("p_at_1", "P@1", "P@1", _hit_at(1)),
    Metric("hit_at_3", "hit@3", "hit@3", _hit_at(3)),
    Metric("hit_at_5", "hit@5", "hit@5", _hit_at(5)),
    Metric("mrr", "MRR", "MRR", _mrr),
    Metric("ndcg_at_10", "nDCG@10", "nDCG\n@10", _ndcg),
    Metric("roc_auc", "ROC-AUC", "AUC", _auc),
    Metric("false_answer_rate", "false-answer rate", "false\nans.", _false_answer_rate, lower_is_better=True),
    Metric("honest_rate", "honest none", "hon-\nest", _honest_rate),
    Metric("answer_precision", "answer precision", "ans.\nprec.", _answer_precision),
    Metric("lenient_precision", "lenient precision", "len.\nprec.", _lenient_precision),
    Metric("helpful_rate", "helpful rate", "help-\nful", _helpful_rate),
    Metric("found_of_several", "found of several", "multi", _found_of_several),
    Metric("calibration_error", "calibration error", "cal.\nerror", _calibration_error, lower_is_better=True),
)
"""Every metric but latency, in the order shown."""
