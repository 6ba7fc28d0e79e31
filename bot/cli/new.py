"""``quicktake new``: the file of an article that is still to be written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click


@click.command()
@click.option("--subject", default="General", show_default=True, help="Subject the article belongs to.")
@click.option("--alias", "aliases", multiple=True, metavar="TEXT", help="Another way to ask; may be repeated.")
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Corpus folder to write the file into, instead of printing it.",
)
@click.argument("question", nargs=-1, required=True)
def new(subject: str, aliases: tuple[str, ...], into: Path | None, question: tuple[str, ...]) -> None:
    """Begin an article that answers QUESTION."""
    from bot.corpus.skeleton import skeleton, slug  # noqa: PLC0415  (keeps --help quick)

    title = " ".join(question)
    text = skeleton(title, subject=subject, today=dt.datetime.now(dt.UTC).date(), wordings=aliases)
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
