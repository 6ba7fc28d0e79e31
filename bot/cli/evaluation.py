"""``quicktake eval`` and ``quicktake calibrate``: figures from labelled questions."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console

from bot import wording
from bot.answers.answerer import Answerer
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading, progress
from bot.evaluate import baseline as baselines
from bot.evaluate import questions as labels
from bot.evaluate import run, tables
from bot.evaluate.calibrate import WANTED_RATES
from bot.evaluate.calibrate import calibrate as find_thresholds
from bot.releases.indexing import load_answerer

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
QUESTIONS = click.argument("files", metavar="QUESTIONS...", nargs=-1, required=True, type=FILE)
RANKED = 10  # hits, for the metrics that look that far


@click.command("eval")
@corpus_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--misses", is_flag=True, help="List the questions whose reply did not help.")
@click.option(
    "--baseline", type=FILE, metavar="FILE", help="Compare with the figures in this JSON; exit with 1 if any is worse."
)
@click.option(
    "--tolerance", type=click.FloatRange(0, 1), default=baselines.TOLERANCE, help="How much worse a figure may be."
)
@QUESTIONS
def evaluate(
    folders: tuple[Path, ...],
    as_json: bool,
    misses: bool,
    baseline: Path | None,
    tolerance: float,
    files: tuple[Path, ...],
) -> None:
    """Ask labelled QUESTIONS and print how well they are answered.

    QUESTIONS are files of JSON Lines.
    """
    before = baselines.read(baseline) if baseline else None
    answerer, questions = _load(folders, files)
    with progress("Asking") as on_progress:
        report = run.evaluate(
            answerer.answer, _ranker(answerer), questions, clock=time.perf_counter, on_progress=on_progress
        )
    comparison = baselines.compare(report, before, tolerance=tolerance) if before else None
    if as_json:
        click.echo(json.dumps(baselines.to_json(report, comparison), indent=2, ensure_ascii=False))
    else:
        shown = [tables.report_table(report)]
        shown += [tables.misses_table(report)] if misses else []
        shown += [tables.comparison_table(comparison)] if comparison else []
        Console().print(*shown, sep="\n")
    sys.exit(1 if comparison and comparison.regressions else 0)


@click.command()
@corpus_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--rate",
    "rates",
    multiple=True,
    type=click.FloatRange(0, 1),
    default=WANTED_RATES,
    help="False-answer rate to aim for; repeatable.",
)
@QUESTIONS
def calibrate(folders: tuple[Path, ...], as_json: bool, rates: tuple[float, ...], files: tuple[Path, ...]) -> None:
    """Print which thresholds give which false-answer rates.

    QUESTIONS are files of labelled questions, in JSON Lines.
    """
    answerer, questions = _load(folders, files)
    with progress("Asking") as on_progress:
        rankings = run.rank_all(_ranker(answerer), questions, on_progress=on_progress)
    found = find_thresholds(rankings, rates)
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        Console().print(tables.calibration_table(found))


def _load(folders: tuple[Path, ...], files: Sequence[Path]) -> tuple[Answerer, Sequence[labels.Question]]:
    """Load what answers and what it is asked: questions for other corpora are left out, titles found twice are alike.

    Labels that name articles it does not have are pointed out.
    """
    settings = settings_for(folders)
    names = {folder.resolve().name for folder in settings.corpus}
    questions = [one for one in labels.read(files) if not one.corpus or one.corpus in names]
    with loading() as shown:
        answerer = load_answerer(settings, shown)
    if answerer.added:
        click.echo(wording.accepted_besides(len(answerer.added)), err=True)
    missing = {url for question in questions for url in question.relevant} - set(answerer.urls())
    if missing:
        click.echo(f"Labelled articles that the corpus does not have: {len(missing)}, such as {min(missing)}", err=True)
    twins = answerer.twins()
    return answerer, [labels.with_twins(one, twins) for one in questions]


def _ranker(answerer: Answerer) -> run.Ranker:
    return lambda question: answerer.rank(question, RANKED)
