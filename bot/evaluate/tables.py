"""Reports, comparisons and calibrations as tables for a terminal.

Pure: makes ``rich`` renderables, prints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group as Stack
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.evaluate.metrics import METRICS

if TYPE_CHECKING:
    from bot.evaluate.baseline import Change, Comparison
    from bot.evaluate.calibrate import Calibration, Count, OperatingPoint
    from bot.evaluate.formulas import ConfidenceBin
    from bot.evaluate.observations import Observation
    from bot.evaluate.report import Group, Report


def report_table(report: Report) -> RenderableType:
    """Draw the figures, one line for all questions and one for each style, with the latency below."""
    table = _table("", "n", *[metric.heading for metric in METRICS])
    for group in report.groups:
        table.add_row(*_group_cells(group), end_section=group is report.overall)
    latency = report.latency
    return Stack(
        table,
        Text(
            f"Time per question: median {latency.median_ms:.2f} ms, 90th percentile {latency.p90_ms:.2f} ms, "
            f"99th {latency.p99_ms:.2f} ms."
        ),
    )


def misses_table(report: Report) -> RenderableType:
    """Draw the questions whose reply helped nobody, with what they got and where the right article stood."""
    table = _table("question", "style", "reply", "sure", "right at")
    for seen in report.misses:
        table.add_row(*_miss_cells(seen))
    return Stack(Text(f"{len(report.misses)} of {len(report.observations)} replies did not help:"), table)


def comparison_table(comparison: Comparison) -> RenderableType:
    """Draw what changed since the baseline, and say in a sentence what that means."""
    table = _table("questions", "figure", "before", "now", "may lose", "")
    for change in comparison.changes:
        table.add_row(*_change_cells(change), style="bold red" if change.is_regression else "")
    lines = [Text(_verdict(comparison))]
    if not comparison.has_same_questions:
        lines.append(Text("The baseline was made with other questions; make a new one once you trust these figures."))
    return Stack(*([table] if comparison.changes else []), *lines)


def calibration_table(calibration: Calibration) -> RenderableType:
    """Draw the threshold for each wanted false-answer rate, and how far confidence can be believed."""
    points = _table("wanted", "threshold", "false answers", "coverage", "precision", "among choices")
    for point in calibration.points:
        points.add_row(*_point_cells(point))
    return Stack(
        Text("Answering from a threshold on (in brackets: the 95 % limit of the rate):"),
        points,
        Text("\nFalse answers by style:"),
        _false_answers_table(calibration),
        Text("\nHow often a confidence was right:"),
        _reliability_table(calibration),
    )


def _false_answers_table(calibration: Calibration) -> Table:
    styles = [style for style, _ in calibration.points[0].false_by_style] if calibration.points else []
    table = _table("wanted", *styles)
    for point in calibration.points:
        table.add_row(_percent(point.wanted_rate), *[_count(count) for _, count in point.false_by_style])
    return table


def _reliability_table(calibration: Calibration) -> Table:
    table = _table("confidence", "questions", "mean", "right")
    for bin_ in calibration.reliability:
        table.add_row(*_bin_cells(bin_))
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(first, box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for heading in others:
        table.add_column(Text(heading), justify="right", no_wrap=True)
    return table


def _group_cells(group: Group) -> list[Text]:
    return [Text(group.name), Text(str(group.questions)), *[Text(_decimal(figure.value)) for figure in group.figures]]


def _miss_cells(seen: Observation) -> list[Text]:
    place = seen.ranking.right_at
    right = "none exists" if not seen.question.is_answerable else str(place) if place else "not found"
    cells = (seen.question.query, seen.question.style, seen.outcome, f"{seen.ranking.confidence:.2f}", right)
    return [Text(cell) for cell in cells]


def _change_cells(change: Change) -> list[Text]:
    values = [_decimal(value) for value in (change.before, change.after, change.allowed)]
    verdict = "REGRESSED" if change.is_regression else ""
    return [Text(cell) for cell in (change.group, change.metric.label, *values, verdict)]


def _verdict(comparison: Comparison) -> str:
    count = len(comparison.regressions)
    if not count:
        return "No regression." if comparison.changes else "All figures are those of the baseline."
    return "1 figure has regressed." if count == 1 else f"{count} figures have regressed."


def _point_cells(point: OperatingPoint) -> list[Text]:
    wanted = _percent(point.wanted_rate)
    if point.threshold is None:
        return [Text(wanted), Text("none is high enough")]
    false = f"{_count(point.false_answers)} (≤ {point.false_rate_at_most:.0%})"
    counts = [_count(count) for count in (point.coverage, point.precision, point.in_choices)]
    return [Text(cell) for cell in (wanted, f"{point.threshold:.3f}", false, *counts)]


def _bin_cells(bin_: ConfidenceBin) -> list[Text]:
    cells = (f"{bin_.low:.1f}-{bin_.high:.1f}", str(bin_.count), _decimal(bin_.mean_confidence), _decimal(bin_.right))
    return [Text(cell) for cell in cells]


def _count(count: Count) -> str:
    share = "-" if count.share is None else f"{count.share:.0%}"
    return f"{share} {count.part}/{count.whole}"


def _percent(rate: float) -> str:
    return f"{rate * 100:g}%"


def _decimal(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
