"""``quicktake explain``: why an article came first, in plain words."""

from __future__ import annotations

from pathlib import Path

import click

from bot import wording
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.releases.indexing import load_answerer


@click.command()
@corpus_option
@click.argument("question", nargs=-1, required=True)
def explain(folders: tuple[Path, ...], question: tuple[str, ...]) -> None:
    """Explain why an article comes first for QUESTION.

    Shows how the question was understood, what was found where, and how far the runner-up is behind.
    """
    with loading() as progress:
        answerer = load_answerer(settings_for(folders), progress)
    click.echo(f"Release {answerer.release}")
    if answerer.added:
        click.echo(wording.accepted_besides(len(answerer.added)))
    for line in answerer.explain(" ".join(question)):
        click.echo(f"• {line}")
