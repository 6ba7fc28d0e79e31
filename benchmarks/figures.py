"""All figures that tell whether the bot is right, and honest where it is not, in one table.

    python -m benchmarks.figures --questions QUESTIONS --coaching ARTICLES --general ARTICLES --full ARTICLES

``QUESTIONS`` holds coaching.jsonl, general.jsonl, full.jsonl and hard.jsonl. A third of the questions, always the same,
is never looked at while weights are fitted: the second column of figures is over that third alone. The settings decide
whether meaning is compared. With ``--json``, the outcome of every question goes to standard output instead.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.table import Table

from bot.cli.options import settings_for
from bot.evaluate.metrics import METRICS
from bot.evaluate.observations import Observation
from bot.evaluate.questions import Question, read, with_twins
from bot.evaluate.run import evaluate
from bot.releases.indexing import load_answerer

SEED = "kept aside"
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
Observations = Sequence[Observation]


def is_kept_aside(question: Question) -> bool:
    """Tell whether a question belongs to the third that weights are never fitted with."""
    return hashlib.blake2b(f"{SEED} {question.query}".encode()).digest()[0] % 3 == 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: of which questions which figure is taken."""

    label: str
    corpus: str
    styles: tuple[str, ...]
    metric: str

    def measure(self, seen: Sequence[tuple[str, Observation]]) -> tuple[float | None, int]:
        """Take the figure."""
        mine = [one for corpus, one in seen if corpus == self.corpus and self._is_mine(one.question)]
        return next(metric for metric in METRICS if metric.name == self.metric).measure(mine)

    def _is_mine(self, question: Question) -> bool:
        hard = bool(question.corpus)
        return question.style in self.styles if self.styles else not hard


def _rows() -> list[Row]:
    rows = [
        *(Row(f"full: {name}", "full", (), name) for name in ("p_at_1", "hit_at_5", "roc_auc")),
        *(Row(f"full: {name}", "full", (), name) for name in ("answer_precision", "lenient_precision", "helpful_rate")),
        *(Row(f"full: honest none, {style}", "full", (style,), "honest_rate") for style in ("everyday", "near")),
    ]
    styles = ("paraphrase", "aspect", "answer", "chatty", "typo", "keywords")
    rows += [Row(f"full: {style}, right first", "full", (style,), "p_at_1") for style in styles]
    for corpus in ("coaching", "full"):
        rows += [
            Row(f"hard: near misses answered, {corpus}", corpus, ("nearmiss",), "false_answer_rate"),
            Row(f"hard: near misses, nothing offered, {corpus}", corpus, ("nearmiss",), "honest_rate"),
            Row(f"hard: minimal pairs, right first, {corpus}", corpus, ("minimalpair",), "p_at_1"),
            Row(f"hard: noise, right first, {corpus}", corpus, ("noise",), "p_at_1"),
            Row(f"hard: off-topic answered, {corpus}", corpus, ("offtopic-long",), "false_answer_rate"),
            Row(f"hard: off-topic honest none, {corpus}", corpus, ("offtopic-long",), "honest_rate"),
            Row(f"hard: joined, right first, {corpus}", corpus, ("joined",), "p_at_1"),
            Row(f"hard: found of several, {corpus}", corpus, ("multi",), "found_of_several"),
        ]
    figures = ("p_at_1", "roc_auc", "answer_precision", "false_answer_rate", "helpful_rate", "calibration_error")
    for corpus in ("coaching", "general", "shipped"):
        rows += [Row(f"{corpus}: {name}", corpus, (), name) for name in figures]
    return rows


def _seen(corpus: str, folder: Path, files: Sequence[Path]) -> list[tuple[str, Observation]]:
    answerer = load_answerer(settings_for((folder,)))
    twins = answerer.twins()
    asked = [with_twins(one, twins) for one in read(files) if one.corpus in {"", corpus}]
    rank: Callable[[str], object] = lambda question: answerer.rank(question, 10)  # noqa: E731
    report = evaluate(answerer.answer, rank, asked, clock=time.perf_counter)  # type: ignore[arg-type]
    return [(corpus, one) for one in report.observations]


def _print_table(seen: Sequence[tuple[str, Observation]]) -> None:
    table = Table("figure", "all", "n", "kept aside", "n", box=box.SIMPLE_HEAD)
    aside = [one for one in seen if is_kept_aside(one[1].question)]
    for row in _rows():
        value, count = row.measure(seen)
        if count:
            kept, fewer = row.measure(aside)
            table.add_row(row.label, f"{value:.3f}", str(count), "-" if kept is None else f"{kept:.3f}", str(fewer))
    Console(width=120).print(table)


def _print_lines(seen: Sequence[tuple[str, Observation]]) -> None:
    for corpus, one in seen:
        line = {
            "corpus": corpus,
            "style": one.question.style,
            "query": one.question.query,
            "outcome": one.outcome,
            "confidence": round(one.ranking.confidence, 4),
            "right_at": one.ranking.right_at,
            "is_right": one.is_helpful,
            "is_partly_right": one.is_partly_helpful,
            "is_kept_aside": is_kept_aside(one.question),
            "first": one.ranking.urls[:1],
        }
        print(json.dumps(line, ensure_ascii=False))


@click.command()
@click.option("--questions", required=True, type=FOLDER)
@click.option("--coaching", type=FOLDER)
@click.option("--general", type=FOLDER)
@click.option("--full", type=FOLDER)
@click.option("--json", "as_json", is_flag=True)
def main(questions: Path, coaching: Path | None, general: Path | None, full: Path | None, *, as_json: bool) -> None:
    """Ask all labelled questions over the folders given, and the shipped ones over the shipped corpus."""
    seen = _seen("shipped", Path("corpus"), [Path("evals/questions.jsonl")])
    for name, folder in (("coaching", coaching), ("general", general), ("full", full)):
        files = [path for path in (questions / f"{name}.jsonl", questions / "hard.jsonl") if path.is_file()]
        if folder:
            seen += _seen(name, folder, files)
    _print_lines(seen) if as_json else _print_table(seen)


if __name__ == "__main__":
    main()
