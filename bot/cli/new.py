"""``quicktake new``: the file of an article that is still to be written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from bot.aliases import normalised
from bot.cli.journal import last, opened
from bot.cli.options import settings_for
from bot.corpus.template import skeleton, slug
from bot.errors import QuicktakeError
from bot.journal.gaps import clusters

GAP_DAYS = 180


@click.command()
@click.option("--subject", default="General", show_default=True, help="Subject the article belongs to.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="Another way to ask; repeatable.")
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write the file into this corpus folder instead of printing it.",
)
@click.argument("question", nargs=-1, required=True)
def new(subject: str, aliases: tuple[str, ...], into: Path | None, question: tuple[str, ...]) -> None:
    """Start an article that answers QUESTION.

    If people asked it before without finding anything, the other ways they put it become aliases.
    """
    title = " ".join(question)
    wordings = (*aliases, *_other_wordings(title))
    text = skeleton(title, subject=subject, today=dt.datetime.now(dt.UTC).date(), wordings=wordings)
    if into is None:
        click.echo(text, nl=False)
        return
    path = into / slug(subject) / f"{slug(title)}.md"
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError as taken:
        raise click.ClickException(f"{path} is there already") from taken
    click.echo(f"{path}: write the answer below the second ---")


def _other_wordings(title: str) -> tuple[str, ...]:
    """Return how else people asked for the same without finding it; nothing if there is no journal."""
    folder = settings_for(()).data_dir
    try:
        with opened(folder) as journal:
            rejections = journal.readings(last(GAP_DAYS)).rejections
    except QuicktakeError:
        return ()
    gaps = clusters((one.question, one.person, one.times) for one in rejections)
    for texts in ([wording.text for wording in gap.wordings] for gap in gaps):
        others = tuple(text for text in texts if normalised(text) != normalised(title))
        if len(others) < len(texts):
            return others
    return ()
