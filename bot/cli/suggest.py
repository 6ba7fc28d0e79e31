"""``quicktake suggest``: aliases that people taught the bot, written into the files."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from bot import wording
from bot.aliases import Alias
from bot.answers.answerer import Answerer
from bot.cli.journal import days_option, decisions, now, opened, people_option
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.corpus.patch import add_aliases, unified_diff
from bot.evaluate.questions import read
from bot.journal.review import Pending
from bot.journal.suggestions import Effect, Suggestion, effects
from bot.learning import Learning
from bot.model import Article
from bot.releases.indexing import answerer_with, load_answerer
from bot.settings import Settings


@click.command()
@corpus_option
@days_option
@people_option
@click.option(
    "--questions",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Labelled questions (JSON Lines) to try the aliases on; repeatable.",
)
@click.option("--patch", "as_patch", is_flag=True, help="Print what would be written, as a patch for `git apply`.")
@click.option("--apply", "applies", is_flag=True, help="Write the harmless and the accepted aliases into the files.")
def suggest(
    folders: tuple[Path, ...],
    days: int,
    people: int,
    questions: tuple[Path, ...],
    as_patch: bool,
    applies: bool,
) -> None:
    """Suggest aliases, learnt from what people chose.

    Shows the evidence and what each would change. Those that collide with another article or break a labelled question
    are listed, but never written.
    """
    settings = settings_for(folders)
    with loading() as progress:
        answerer = load_answerer(settings, progress)
    with opened(settings.data_dir) as journal:
        learning = Learning(journal, decisions(settings.data_dir), answerer, now)
        found, pending = learning.suggestions(days, least_people=people), learning.pending()
    effect_at = _try(settings, answerer, [one.alias for one in found if one.is_harmless], questions)
    harmless = [one.alias for one in found if one.is_harmless and not effect_at.get(one.alias.url, Effect()).breaks]
    wanted = [*(one.alias for one in pending), *harmless]
    articles = answerer.articles_at(alias.url for alias in wanted)
    if as_patch:
        click.echo("".join(_differences(articles, wanted)), nl=False)
        return
    _print(pending, found, effect_at if questions else None)
    if applies:
        _apply(articles, wanted)


def _try(
    settings: Settings, answerer: Answerer, aliases: Sequence[Alias], files: Sequence[Path]
) -> Mapping[str, Effect]:
    """Find out what all of the aliases together would change among labelled questions; takes one more index."""
    if not files or not aliases:
        return {}
    labelled = [(one.query, frozenset(one.relevant)) for one in read(files)]
    with loading() as progress:
        then = answerer_with(settings, aliases, progress)
    return effects(labelled, answerer.answer, then.answer)


def _print(pending: Sequence[Pending], found: Sequence[Suggestion], effect_at: Mapping[str, Effect] | None) -> None:
    if pending:
        click.echo(wording.UNWRITTEN)
    for one in pending:
        click.echo(f"    {wording.SUGGESTED.format(one.alias.text, one.alias.url)}")
    for suggestion in found:
        told = [wording.taught_by(suggestion.people, suggestion.times)]
        if effect_at is not None:
            effect = effect_at.get(suggestion.alias.url, Effect())
            told.append(wording.effect(effect.gains, effect.breaks))
        told += wording.objections(suggestion.collisions, suggestion.misspelt)
        click.echo(f"{wording.SUGGESTED.format(suggestion.alias.text, suggestion.title)}\n    {'; '.join(told)}")
    if not found:
        click.echo(wording.NOTHING_TO_SUGGEST)


def _differences(articles: Sequence[Article], aliases: Sequence[Alias]) -> Iterator[str]:
    for path, before, after in _changes(articles, aliases):
        yield unified_diff(Path(os.path.relpath(path)).as_posix(), before, after)


def _apply(articles: Sequence[Article], aliases: Sequence[Alias]) -> None:
    for path, _, after in _changes(articles, aliases):
        _replace(path, after)
        click.echo(f"{path}: written")


def _changes(articles: Sequence[Article], aliases: Sequence[Alias]) -> Iterator[tuple[Path, str, str]]:
    """Give each file that changes, with its text before and after."""
    texts = defaultdict[str, list[str]](list)
    for alias in aliases:
        texts[alias.url].append(alias.text)
    for article in articles:
        if article.source and article.url in texts:
            before = article.source.read_bytes().decode()
            yield article.source, before, add_aliases(before, texts[article.url])


def _replace(path: Path, text: str) -> None:
    """Write beside the file and swap, so that nobody ever reads half of it."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(text.encode())
    draft.chmod(path.stat().st_mode)
    draft.replace(path)
