"""``quicktake preview``: what a reload would change, before anything goes live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.cli.journal import accepted
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@corpus_option
def preview(folders: tuple[Path, ...]) -> None:
    """Stage the articles as they are now and show which questions would be answered differently.

    The release waits in the data folder; an admin activates or discards it in Slack (/quicktake status).
    """
    from rich.console import Console  # noqa: PLC0415  (keeps --help quick)

    from bot.playground.terminal import draw  # noqa: PLC0415
    from bot.releases.releases import preview as stage  # noqa: PLC0415
    from bot.releases.sample_questions import questions_to_try  # noqa: PLC0415
    from bot.slack.blockkit.reports import reload  # noqa: PLC0415

    settings = settings_for(folders)
    questions, aliases = questions_to_try(settings.questions), accepted(settings.data_dir)
    with loading() as progress:
        outcome = stage(settings, questions, aliases, progress)
    Console().print(draw(reload(outcome).blocks))
