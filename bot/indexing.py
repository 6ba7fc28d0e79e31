"""How a corpus becomes something that answers: the recipe of its snapshot, and the way from there to an answerer."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bot
from bot.answers.answerer import Answerer, LoadedRelease, Thresholds
from bot.answers.catalogue import Catalogue
from bot.corpus.refresh import Recipe, refresh
from bot.journal.aliases import with_aliases
from bot.model import Release
from bot.search.index import Index
from bot.search.weights import LEXICAL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.corpus.snapshot import Snapshot
    from bot.journal.aliases import Alias
    from bot.journal.suggestions import Answering
    from bot.model import Corpus
    from bot.settings import Settings


def recipe(settings: Settings) -> Recipe:
    """Return what the snapshot of these settings' corpus is made of."""
    variant = f"{settings.language}-{code_fingerprint()}"
    return Recipe(settings.corpus, settings.synonyms, variant, partial(_index_arrays, settings.language))


def load_answerer(settings: Settings, on_progress: Callable[[int, int], None] | None = None) -> Answerer:
    """Return what answers from the corpus as it is now, for as long as one command runs.

    A snapshot in the data folder makes the next time nearly instant.

    Raises:
        CorpusError: a folder does not exist, or no article can be used.
    """
    path = folder_of(settings) / "commands.snapshot"
    snapshot = refresh(recipe(settings), path, on_progress=on_progress)
    return Answerer(loaded(Release(1, snapshot.content_id), snapshot), thresholds(settings))


def loaded(release: Release, snapshot: Snapshot) -> LoadedRelease:
    """Return a release ready to answer; its articles stay in the snapshot until somebody looks at one."""
    positions = {url: position for position, url in enumerate(snapshot.urls)}
    catalogue = Catalogue.from_arrays(snapshot.index)
    return LoadedRelease(
        release, snapshot.articles, positions, catalogue, Index.from_arrays(snapshot.articles, snapshot.index)
    )


def answering_with(corpus: Corpus, aliases: Sequence[Alias], settings: Settings) -> Answering:
    """Return how the bot answers if its articles have these aliases too; builds an index for it."""
    articles = with_aliases(corpus.articles, aliases)
    positions = {article.url: place for place, article in enumerate(articles)}
    index = Index.build(articles, synonyms=corpus.synonyms, language=settings.language)
    release = LoadedRelease(Release(1, "trial"), articles, positions, Catalogue.of(articles), index)
    return Answerer(release, thresholds(settings)).answer


def thresholds(settings: Settings) -> Thresholds:
    """Return the thresholds an admin set, or the calibrated ones."""
    return Thresholds(
        LEXICAL.answer_at if settings.answer_at is None else settings.answer_at,
        LEXICAL.choices_at if settings.choices_at is None else settings.choices_at,
    )


def folder_of(settings: Settings) -> Path:
    """Return where the data folder keeps what belongs to this corpus: another corpus, another folder."""
    named = "\n".join(str(folder.absolute()) for folder in settings.corpus)
    return settings.data_dir / hashlib.sha256(named.encode()).hexdigest()[:12]


def code_fingerprint() -> str:
    """Return a hash of the code that parses and indexes: snapshots of other code are made anew, without exception."""
    package = Path(bot.__file__).parent
    files = sorted(path for part in ("answers", "corpus", "search") for path in (package / part).rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _index_arrays(language: str, corpus: Corpus) -> dict[str, NDArray[Any]]:
    index = Index.build(corpus.articles, synonyms=corpus.synonyms, language=language)
    return index.to_arrays() | Catalogue.of(corpus.articles).to_arrays()
