"""A report as JSON, and the comparison with one committed earlier.

Only ``read`` does I/O.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bot.errors import QuicktakeError
from bot.evaluate.metrics import METRICS, Figure, Metric
from bot.evaluate.report import ALL, Group, Report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bot.evaluate.questions import Question

TOLERANCE = 0.01
"""How much worse a figure may get unless said otherwise; in a small group, one question's worth may be more."""

ROUNDING = 1e-6
"""JSON keeps six decimals; differences below are none."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier report: which questions it was made with, and its figures."""

    fingerprint: str
    overall: Group
    styles: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs from the baseline's; None where there was nothing to measure.

    ``allowed`` is how much worse it might have become: the tolerance, or one question's worth if that is more.
    """

    group: str
    metric: Metric
    before: float | None
    after: float | None
    allowed: float

    @property
    def is_regression(self) -> bool:
        """Tell whether the figure got worse by more than allowed, or can no longer be measured."""
        if self.before is None or self.after is None:
            return self.after is None
        loss = self.after - self.before if self.metric.lower_is_better else self.before - self.after
        return loss > self.allowed + ROUNDING


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures that differ from a baseline's, and whether both were measured with the same questions."""

    changes: tuple[Change, ...]
    has_same_questions: bool

    @property
    def regressions(self) -> tuple[Change, ...]:
        """The changes for the worse, beyond what is allowed."""
        return tuple(change for change in self.changes if change.is_regression)


def to_json(report: Report, comparison: Comparison | None = None) -> dict[str, object]:
    """Make the report a JSON object, as a baseline file holds it; with a comparison, what has regressed, too."""
    regressions = [
        {"group": change.group, "figure": change.metric.name, "before": change.before, "now": change.after}
        for change in (comparison.regressions if comparison else ())
    ]
    return {
        "fingerprint": fingerprint([seen.question for seen in report.observations]),
        "overall": _group_to_json(report.overall),
        "styles": {style.name: _group_to_json(style) for style in report.styles},
        "latency_ms": {name: round(value, 3) for name, value in asdict(report.latency).items()},
        **({"regressions": regressions} if comparison else {}),
    }


def fingerprint(questions: Sequence[Question]) -> str:
    """Digest the questions, whatever their order, so that a comparison can tell whether they are still the same."""
    lines = sorted(json.dumps(asdict(question), sort_keys=True) for question in questions)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def read(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        QuicktakeError: It cannot be read or is not the JSON that an evaluation writes.
    """
    try:
        return _from_json(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise QuicktakeError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise QuicktakeError(f"{path}: is no baseline; write one with `quicktake eval --json`") from error


def compare(report: Report, baseline: Baseline, *, tolerance: float = TOLERANCE) -> Comparison:
    """Compare everything but latency, over all questions and for each style that the baseline has.

    A metric or style that the baseline does not have is new, and no change.
    """
    now = {style.name: style for style in report.styles}
    pairs = [(baseline.overall, report.overall)]
    pairs += [(before, now.get(before.name, Group(before.name, 0, ()))) for before in baseline.styles]
    changes = [change for before, after in pairs for change in _changes(before, after, tolerance)]
    questions = [seen.question for seen in report.observations]
    return Comparison(tuple(changes), fingerprint(questions) == baseline.fingerprint)


def _group_to_json(group: Group) -> dict[str, object]:
    figures = {figure.name: {"value": _rounded(figure.value), "count": figure.count} for figure in group.figures}
    return {"questions": group.questions, "figures": figures}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _from_json(content: Mapping[str, Any]) -> Baseline:
    styles = tuple(_group_from_json(name, group) for name, group in content["styles"].items())
    return Baseline(str(content["fingerprint"]), _group_from_json(ALL, content["overall"]), styles)


def _group_from_json(name: str, group: Mapping[str, Any]) -> Group:
    figures = tuple(
        Figure(metric, None if figure["value"] is None else float(figure["value"]), int(figure["count"]))
        for metric, figure in group["figures"].items()
    )
    return Group(name, int(group["questions"]), figures)


def _changes(before: Group, after: Group, tolerance: float) -> list[Change]:
    old = {figure.name: figure for figure in before.figures}
    new = {figure.name: figure for figure in after.figures}
    changes = [
        _change(before.name, metric, (old[metric.name], new.get(metric.name)), tolerance)
        for metric in METRICS
        if metric.name in old
    ]
    return [change for change in changes if _rounded(change.before) != _rounded(change.after)]


def _change(group: str, metric: Metric, figures: tuple[Figure, Figure | None], tolerance: float) -> Change:
    before, after = figures
    one_question = 1 / before.count if before.count else 0.0
    return Change(group, metric, before.value, after.value if after else None, max(tolerance, one_question))
