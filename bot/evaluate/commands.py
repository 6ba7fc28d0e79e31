"""What the commands ``eval`` and ``calibrate`` do, given what answers and ranks.

The edge of this package: reads files and prints.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from bot.evaluate import baseline as baselines
from bot.evaluate import questions as labels
from bot.evaluate.calibrate import WANTED_RATES, Calibration, calibrate
from bot.evaluate.run import Answering, Clock, OnProgress, Ranker, evaluate, rank_all
from bot.evaluate.tables import calibration_table, comparison_table, misses_table, report_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from rich.console import Console

    from bot.evaluate.report import Report


@dataclass(frozen=True, slots=True)
class Subject:
    """What is evaluated.

    Attributes:
        answer: gives the reply a person would get.
        rank: gives the first ten hits.
        urls: the articles there are; labels that name others are pointed out.
    """

    answer: Answering
    rank: Ranker
    urls: Collection[str]


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where results go, and where progress and warnings go: standard output and standard error."""

    results: Console
    notes: Console


@dataclass(frozen=True, slots=True)
class EvaluationOptions:
    """How ``eval`` was called; ``tolerance`` is how much worse a figure may be than the baseline's."""

    as_json: bool = False
    shows_misses: bool = False
    baseline: Path | None = None
    tolerance: float = baselines.TOLERANCE


def run_evaluation(
    files: Sequence[Path], subject: Subject, terminal: Terminal, *, clock: Clock, options: EvaluationOptions
) -> bool:
    """Ask the questions of the files and print the figures; return False if any regressed against the baseline.

    Raises:
        QuicktakeError: A question file or the baseline cannot be used.
    """
    baseline = baselines.read(options.baseline) if options.baseline else None
    questions = _read_questions(files, subject, terminal)
    with _progress(terminal.notes) as on_progress:
        report = evaluate(subject.answer, subject.rank, questions, clock=clock, on_progress=on_progress)
    comparison = baselines.compare(report, baseline, tolerance=options.tolerance) if baseline else None
    _print_report(report, comparison, terminal.results, options)
    return not (comparison and comparison.regressions)


def run_calibration(
    files: Sequence[Path],
    subject: Subject,
    terminal: Terminal,
    *,
    wanted_rates: Sequence[float] = WANTED_RATES,
    as_json: bool = False,
) -> None:
    """Rank the articles for the questions of the files and print which thresholds give which false-answer rates.

    Raises:
        QuicktakeError: A question file cannot be used.
    """
    questions = _read_questions(files, subject, terminal)
    with _progress(terminal.notes) as on_progress:
        rankings = rank_all(subject.rank, questions, on_progress=on_progress)
    _print_calibration(calibrate(rankings, wanted_rates), terminal.results, as_json=as_json)


def _read_questions(files: Sequence[Path], subject: Subject, terminal: Terminal) -> tuple[labels.Question, ...]:
    questions = labels.read(files)
    missing = {url for question in questions for url in question.relevant if url not in subject.urls}
    if missing:
        terminal.notes.print(
            Text(f"Labelled articles that the corpus does not have: {len(missing)}, such as {min(missing)}")
        )
    return questions


@contextmanager
def _progress(console: Console) -> Iterator[OnProgress]:
    """Show a bar while the block runs; it is gone afterwards, and never there when nobody watches."""
    columns = (TextColumn("Asking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print_report(
    report: Report, comparison: baselines.Comparison | None, console: Console, options: EvaluationOptions
) -> None:
    if options.as_json:
        _print_json(_report_to_json(report, comparison), console)
        return
    console.print(report_table(report))
    if options.shows_misses:
        console.print(misses_table(report))
    if comparison:
        console.print(comparison_table(comparison))


def _report_to_json(report: Report, comparison: baselines.Comparison | None) -> dict[str, object]:
    if comparison is None:
        return baselines.to_json(report)
    regressions = [
        {"group": change.group, "figure": change.metric.name, "before": change.before, "now": change.after}
        for change in comparison.regressions
    ]
    return {**baselines.to_json(report), "regressions": regressions}


def _print_calibration(calibration: Calibration, console: Console, *, as_json: bool) -> None:
    if as_json:
        _print_json(asdict(calibration), console)
        return
    console.print(calibration_table(calibration))


def _print_json(content: dict[str, object], console: Console) -> None:
    console.out(json.dumps(content, indent=2, ensure_ascii=False), highlight=False)
