"""Thresholds for wanted false-answer rates, and whether confidence means what it says.

Pure: no I/O.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.evaluate.formulas import ConfidenceBin, reliability, wilson_upper
from bot.evaluate.metrics import BINS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluate.observations import Ranking

WANTED_RATES = (0.01, 0.03, 0.05, 0.10, 0.20)
"""False-answer rates that are shown unless others are wanted."""

MOST_CHOICES = 5
"""How many articles people get to choose from."""

DECIMALS = 3
"""Thresholds are rounded so that the printed one gives exactly the printed figures."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many."""

    part: int
    whole: int

    @property
    def share(self) -> float | None:
        """The part of the whole, in [0, 1]; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """What answering from ``threshold`` on would have done.

    Attributes:
        wanted_rate: the false-answer rate asked for, in [0, 1].
        threshold: the lowest confidence that keeps to it; None if even a confidence of 1 does not.
        false_answers: out-of-scope questions that reach the threshold, of all out-of-scope ones.
        false_rate_at_most: upper end of the 95 % interval of that rate: what other questions may show.
        false_by_style: the same for each style that has out-of-scope questions, styles in alphabetical order.
        coverage: answerable questions that reach it, of all answerable ones.
        precision: first hits that are right, of all questions that reach it.
        in_choices: those of them with a relevant article among the first hits people choose from, of all answerable.
    """

    wanted_rate: float
    threshold: float | None
    false_answers: Count
    false_rate_at_most: float
    false_by_style: tuple[tuple[str, Count], ...]
    coverage: Count
    precision: Count
    in_choices: Count


@dataclass(frozen=True, slots=True)
class Calibration:
    """Operating points in the order of the wanted rates, and confidence bins from low to high."""

    points: tuple[OperatingPoint, ...]
    reliability: tuple[ConfidenceBin, ...]


def calibrate(rankings: Sequence[Ranking], wanted_rates: Sequence[float] = WANTED_RATES) -> Calibration:
    """Find the threshold for each wanted false-answer rate, with all that follows from it.

    Without an out-of-scope question nothing can be answered falsely, and every threshold is 0.
    """
    confidences = [ranking.confidence for ranking in rankings]
    rights = [ranking.is_right for ranking in rankings]
    return Calibration(
        points=tuple(_point(rankings, rate) for rate in wanted_rates),
        reliability=reliability(confidences, rights, BINS),
    )


def _point(rankings: Sequence[Ranking], wanted_rate: float) -> OperatingPoint:
    answerable = [ranking for ranking in rankings if ranking.question.is_answerable]
    out_of_scope = [ranking for ranking in rankings if not ranking.question.is_answerable]
    threshold = _threshold([ranking.confidence for ranking in out_of_scope], wanted_rate)
    covered, false = _reaching(threshold, answerable), _reaching(threshold, out_of_scope)
    return OperatingPoint(
        wanted_rate=wanted_rate,
        threshold=threshold,
        false_answers=Count(len(false), len(out_of_scope)),
        false_rate_at_most=wilson_upper(len(false), len(out_of_scope)),
        false_by_style=_by_style(false, out_of_scope),
        coverage=Count(len(covered), len(answerable)),
        precision=Count(sum(ranking.is_right for ranking in covered), len(covered) + len(false)),
        in_choices=Count(sum(_is_among_choices(ranking) for ranking in covered), len(answerable)),
    )


def _threshold(false_confidences: Sequence[float], wanted_rate: float) -> float | None:
    """Return the lowest threshold that no more than the wanted share of the confidences reach."""
    allowed = math.floor(wanted_rate * len(false_confidences) + 1e-9)  # 0.29 * 100 is 28.999999999999996
    if allowed >= len(false_confidences):
        return 0.0
    too_many_from = sorted(false_confidences, reverse=True)[allowed]
    scale = 10**DECIMALS
    threshold = (math.floor(too_many_from * scale) + 1) / scale
    return threshold if threshold <= 1 else None


def _reaching(threshold: float | None, rankings: Sequence[Ranking]) -> list[Ranking]:
    return [ranking for ranking in rankings if threshold is not None and ranking.confidence >= threshold]


def _by_style(part: Sequence[Ranking], whole: Sequence[Ranking]) -> tuple[tuple[str, Count], ...]:
    parts = Counter(ranking.question.style for ranking in part)
    wholes = Counter(ranking.question.style for ranking in whole)
    return tuple((style, Count(parts[style], wholes[style])) for style in sorted(wholes))


def _is_among_choices(ranking: Ranking) -> bool:
    return ranking.right_at is not None and ranking.right_at <= MOST_CHOICES
