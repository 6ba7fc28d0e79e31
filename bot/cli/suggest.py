"""``quicktake suggest``: aliases that people taught the bot, tried out and written into the files."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import wording
from bot.cli.journal import days_option, decisions, last, opened, people_option
from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.aliases import Alias
    from bot.journal.suggestions import Answering, Effect, Labelled, Proposal
    from bot.model import Article, Corpus
    from bot.settings import Settings


MOST_TRIED = 20
"""Aliases tried in one go, those of most people: each needs an index of its own."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the journal teaches: the corpus as it is, aliases accepted but not in its files yet, and new ones."""

    corpus: Corpus
    pending: tuple[Alias, ...]
    proposals: tuple[Proposal, ...]


@click.command()
@corpus_option
@days_option
@people_option
@click.option(
    "--questions",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Labelled questions (JSON Lines) to try each alias on; may be repeated.",
)
@click.option("--patch", "as_patch", is_flag=True, help="Print what would be written, for `git apply`.")
@click.option("--apply", "applies", is_flag=True, help="Write harmless and accepted aliases into the files.")
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
    lessons = _lessons(settings, days, people)
    tried = _tried(lessons, settings, questions)
    wanted = (*lessons.pending, *(proposal.alias for proposal, effect in tried if effect.is_harmless))
    if as_patch:
        click.echo("".join(_differences(lessons.corpus.articles, wanted)), nl=False)
        return
    _print(lessons, tried)
    if applies:
        _apply(lessons.corpus.articles, wanted)


def _lessons(settings: Settings, days: int, people: int) -> Lessons:
    from bot.aliases import pending, with_aliases  # noqa: PLC0415
    from bot.corpus.loader import load  # noqa: PLC0415  (keeps --help quick)
    from bot.journal.suggestions import proposals  # noqa: PLC0415

    with opened(settings.data_dir) as journal:
        confirmed = journal.confirmations(last(days))
    decided = decisions(settings.data_dir)
    accepted, rejected = decided.accepted(), decided.rejected()
    corpus = load(settings.corpus, synonyms_file=settings.synonyms)
    articles = with_aliases(corpus.articles, accepted)
    found = proposals(confirmed, articles, rejected, least_people=people)
    return Lessons(corpus, pending(accepted, corpus.articles), found)


def _tried(lessons: Lessons, settings: Settings, questions: Sequence[Path]) -> list[tuple[Proposal, Effect]]:
    from bot.evaluate.questions import read  # noqa: PLC0415  (keeps --help quick)
    from bot.journal.suggestions import Bench, effects  # noqa: PLC0415
    from bot.releases.indexing import answerer_with  # noqa: PLC0415

    labelled: list[Labelled] = [(one.query, frozenset(one.relevant)) for one in read(questions)] if questions else []
    proposals = lessons.proposals[:MOST_TRIED]
    if not proposals:
        return []
    now = answerer_with(lessons.corpus, lessons.pending, settings)

    def trial(extra: Sequence[Alias]) -> Answering:
        return answerer_with(lessons.corpus, (*lessons.pending, *extra), settings).answer if extra else now.answer

    tried = []
    effects_of = effects(
        (proposal.alias for proposal in proposals), lessons.corpus.articles, labelled, Bench(trial, now.misspelt)
    )
    with progress("Trying") as on_progress:
        for proposal, effect in zip(proposals, effects_of, strict=True):
            tried.append((proposal, effect))
            on_progress(len(tried), len(proposals))
    return tried


def _print(lessons: Lessons, tried: Sequence[tuple[Proposal, Effect]]) -> None:
    for alias in lessons.pending:
        click.echo(f"accepted, not in the files yet: “{alias.text}” → {alias.url}")
    for proposal, effect in tried:
        click.echo(f"“{proposal.alias.text}” → {proposal.title}")
        click.echo(f"    meant by {proposal.people} people, {proposal.times} times; {_told(effect)}")
    if not tried:
        click.echo("Nothing to suggest.")


def _told(effect: Effect) -> str:
    return "; ".join(
        (f"gains {effect.gains}, breaks {effect.breaks}", *wording.objections(effect.collisions, effect.misspelt))
    )


def _differences(articles: Sequence[Article], aliases: Sequence[Alias]) -> Iterator[str]:
    from bot.corpus.patch import unified_diff  # noqa: PLC0415  (keeps --help quick)

    for path, before, after in _changes(articles, aliases):
        yield unified_diff(Path(os.path.relpath(path)).as_posix(), before, after)


def _apply(articles: Sequence[Article], aliases: Sequence[Alias]) -> None:
    for path, _, after in _changes(articles, aliases):
        _replace(path, after)
        click.echo(f"{path}: written")


def _changes(articles: Sequence[Article], aliases: Sequence[Alias]) -> Iterator[tuple[Path, str, str]]:
    """Give each file that changes, with its text before and after."""
    from bot.corpus.patch import add_aliases  # noqa: PLC0415  (keeps --help quick)

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
