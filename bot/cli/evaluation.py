"""``quicktake eval`` and ``quicktake calibrate``: figures from labelled questions."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click
from rich.console import Console

from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.evaluate.baseline import TOLERANCE
from bot.evaluate.calibrate import WANTED_RATES
from bot.evaluate.commands import EvaluationOptions, Subject, Terminal, run_calibration, run_evaluation
from bot.releases.indexing import load_answerer

QUESTIONS = click.argument(
    "questions", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
RANKED = 10
TERMINAL = Terminal(results=Console(), notes=Console(stderr=True))


@click.command("eval")
@corpus_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--misses", is_flag=True, help="List every question whose reply did not help.")
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Compare with the figures in this JSON; exit with 1 if any is worse.",
)
@click.option("--tolerance", type=click.FloatRange(0, 1), help="How much worse counts as no worse.")
@QUESTIONS
def evaluate(
    folders: tuple[Path, ...],
    as_json: bool,
    misses: bool,
    baseline: Path | None,
    tolerance: float | None,
    questions: tuple[Path, ...],
) -> None:
    """Ask labelled QUESTIONS and print how well they are answered.

    QUESTIONS are files of JSON Lines.
    """
    options = EvaluationOptions(as_json, misses, baseline, TOLERANCE if tolerance is None else tolerance)
    is_as_good = run_evaluation(questions, _subject(folders), TERMINAL, clock=time.perf_counter, options=options)
    sys.exit(0 if is_as_good else 1)


@click.command()
@corpus_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--rate", "rates", multiple=True, type=click.FloatRange(0, 1), help="A wanted false-answer rate; may be repeated."
)
@QUESTIONS
def calibrate(
    folders: tuple[Path, ...],
    as_json: bool,
    rates: tuple[float, ...],
    questions: tuple[Path, ...],
) -> None:
    """Print which thresholds give which false-answer rates.

    QUESTIONS are files of labelled questions, in JSON Lines.
    """
    run_calibration(questions, _subject(folders), TERMINAL, wanted_rates=rates or WANTED_RATES, as_json=as_json)


def _subject(folders: tuple[Path, ...]) -> Subject:
    with loading() as progress:
        answerer = load_answerer(settings_for(folders), progress)
    return Subject(answerer.answer, lambda question: answerer.rank(question, RANKED), answerer.urls())
