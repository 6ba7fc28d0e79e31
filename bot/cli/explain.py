"""``quicktake explain``: why an article came first, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@corpus_option
@click.argument("question", nargs=-1, required=True)
def explain(folders: tuple[Path, ...], question: tuple[str, ...]) -> None:
    """Tell how QUESTION was understood, what was found where, and how far the runner-up is behind."""
    from bot.releases.indexing import load_answerer  # noqa: PLC0415  (keeps --help quick)

    with loading() as progress:
        answerer = load_answerer(settings_for(folders), progress)
    click.echo(f"Release {answerer.release}")
    for line in answerer.explain(" ".join(question)):
        click.echo(f"• {line}")
