"""``quicktake ask``: one question, or many, answered on the spot."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from bot.answers.answerer import Answerer
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.playground.block_text import write_blocks
from bot.releases.indexing import load_answerer
from bot.slack.blockkit.messages import Presentation, message


@click.command()
@corpus_option
@click.option(
    "--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="Number of results to print as JSON."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of the reply.")
@click.option(
    "--batch", is_flag=True, help="Read a question per line from standard input and print a JSON line for each."
)
@click.argument("question", nargs=-1)
def ask(folders: tuple[Path, ...], limit: int, as_json: bool, batch: bool, question: tuple[str, ...]) -> None:
    """Print the reply to QUESTION.

    The exit status is 0 whether or not there is an answer.
    """
    if batch == bool(question):
        raise click.UsageError("Give either a QUESTION or --batch with questions on standard input.")
    settings = settings_for(folders)
    with loading() as progress:
        answerer = load_answerer(settings, progress)
    if batch:
        _answer_lines(answerer, limit)
    elif as_json:
        click.echo(_json_line(answerer, " ".join(question), limit))
    else:
        reply = answerer.answer(" ".join(question))
        click.echo(write_blocks(message(reply, Presentation(settings.site_url)).blocks))


def _answer_lines(answerer: Answerer, limit: int) -> None:
    for line in sys.stdin:
        click.echo(_json_line(answerer, line.rstrip("\r\n"), limit))


def _json_line(answerer: Answerer, question: str, limit: int) -> str:
    decision = answerer.decide(question, limit)
    found: dict[str, Any] = {
        "question": question,
        "outcome": decision.outcome,
        "release": str(answerer.release),
        "results": [
            {"url": hit.article.url, "title": hit.article.title, "confidence": round(hit.confidence, 4)}
            for hit in decision.hits
        ],
        "missing": decision.missing,
        "left": decision.left,
    }
    return json.dumps(found, ensure_ascii=False)
