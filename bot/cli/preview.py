"""``quicktake preview``: what a reload would change, before anything goes live."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.playground.block_text import write_blocks
from bot.releases.releases import preview as stage
from bot.releases.sample_questions import questions_to_try
from bot.slack.blockkit.reports import reload


@click.command()
@corpus_option
def preview(folders: tuple[Path, ...]) -> None:
    """Stage the articles and show which questions would be answered differently.

    The release waits in the data folder until an admin activates or discards it in Slack (/quicktake status).
    """
    settings = settings_for(folders)
    questions = questions_to_try(settings.questions)
    with loading() as progress:
        outcome = stage(settings, questions, progress)
    click.echo(write_blocks(reload(outcome).blocks))
