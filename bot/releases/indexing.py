"""How a corpus becomes something that answers: the recipe of its snapshot, and the way from there to an answerer."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import bot
from bot.aliases import Alias, extend
from bot.answers.answerer import Answerer, LoadedRelease, Thresholds
from bot.answers.catalogue import Catalogue
from bot.corpus.dictionary import read_dictionary
from bot.corpus.thesaurus import read_thesaurus
from bot.embedding.encoder import encode
from bot.embedding.model import Model
from bot.embedding.model_choice import Choice, choose
from bot.embedding.vector_cache import Store
from bot.errors import EmbeddingError
from bot.model import Article, Corpus, Release
from bot.progress import UNSEEN, OnProgress, Progress
from bot.releases.accepted_aliases import read_accepted
from bot.releases.snapshot import Snapshot
from bot.releases.snapshot_builder import Recipe, refresh
from bot.search.index import Index
from bot.search.semantic import Meanings, passages, to_arrays
from bot.settings import Settings

log = logging.getLogger(__name__)

_PARTS = (
    "aliases.py",
    "answers",
    "corpus",
    "embedding",
    "markdown",
    "releases",
    "search",
)  # whose code an index depends on
_SOURCES = (".py", ".txt")  # the latter is the thesaurus
_MODEL = "meaning_model"


def recipe(settings: Settings) -> Recipe:
    """Return what the snapshot of these settings' corpus is made of."""
    model = semantics(settings).model
    made_by = [hashlib.sha256(repr(model).encode()).hexdigest()[:12]] if model else []  # wherever it lies now
    variant = "-".join((settings.language, code_fingerprint(), *made_by))
    semantic = (model, settings.corpus_data_dir / "vectors") if model else None
    build_index = partial(_index_arrays, settings.language, semantic)
    accepted = partial(read_accepted, settings.data_dir)
    return Recipe(settings.corpus, settings.synonyms, variant, build_index, accepted)


def semantics(settings: Settings) -> Choice:
    """Return by which model meaning is searched, if by any; opened once in a process."""
    return _chosen(settings.semantic, settings.model_dir, settings.data_dir / "models")


def load_answerer(settings: Settings, progress: Progress = UNSEEN) -> Answerer:
    """Return what answers from the corpus as it is now, for as long as one command runs.

    A snapshot in the data folder makes the next time nearly instant.

    Raises:
        CorpusError: a folder does not exist, or no article can be used.
    """
    snapshot = _refreshed(settings, progress)
    return Answerer(loaded(Release(1, snapshot.content_id), snapshot), thresholds(settings), settings.site_url)


def answerer_with(settings: Settings, aliases: Sequence[Alias], progress: Progress = UNSEEN) -> Answerer:
    """Return what would answer if the articles had these aliases too; builds an index for it."""
    snapshot = _refreshed(settings, progress)
    articles = extend(tuple(snapshot.articles), aliases).articles
    arrays = recipe(settings).build_index(Corpus(articles, snapshot.synonyms), progress)
    positions = {url: position for position, url in enumerate(snapshot.urls)}
    release = LoadedRelease(
        Release(1, "trial"), articles, positions, Catalogue.from_arrays(arrays), _index_of(articles, arrays)
    )
    return Answerer(release, thresholds(settings), settings.site_url)


def loaded(release: Release, snapshot: Snapshot) -> LoadedRelease:
    """Return a release ready to answer; its articles stay in the snapshot until somebody looks at one."""
    positions = {url: position for position, url in enumerate(snapshot.urls)}
    catalogue = Catalogue.from_arrays(snapshot.index)
    index = _index_of(snapshot.articles, snapshot.index)
    return LoadedRelease(release, snapshot.articles, positions, catalogue, index, snapshot.added)


def _refreshed(settings: Settings, progress: Progress) -> Snapshot:
    path = settings.corpus_data_dir / "commands.snapshot"
    return refresh(recipe(settings), path, progress=progress)


def _index_of(articles: Sequence[Article], arrays: Mapping[str, NDArray[Any]]) -> Index:
    """Return the index of articles; it searches by meaning where that was encoded and its model can be opened."""
    return Index.from_arrays(articles, arrays, _meanings(arrays))


def thresholds(settings: Settings) -> Thresholds:
    """Return the thresholds an admin set; those left out are the index's own."""
    return Thresholds(settings.answer_at, settings.choices_at)


def code_fingerprint(package: Path = Path(bot.__file__).parent) -> str:
    """Return a hash of the code and data that parse and index: snapshots of others are made anew, without exception."""
    parts = [package / part for part in _PARTS]
    found = (path for part in parts for path in (part, *part.rglob("*")))
    files = sorted(path for path in found if path.suffix in _SOURCES and path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


@cache
def _chosen(semantic: str, folder: Path | None, downloads: Path) -> Choice:
    choice = choose(semantic, folder, downloads)
    log.log(logging.WARNING if choice.is_mishap else logging.INFO, "Articles are searched %s", choice.note)
    return choice


def _index_arrays(
    language: str, semantic: tuple[Model, Path] | None, corpus: Corpus, progress: Progress = UNSEEN
) -> dict[str, NDArray[Any]]:
    index = Index.build(
        corpus.articles,
        synonyms=corpus.synonyms,
        thesaurus=read_thesaurus(language),
        dictionary=read_dictionary(language),
        language=language,
        on_progress=progress.indexing,
    )
    arrays = index.to_arrays() | Catalogue.of(corpus.articles).to_arrays()
    return arrays | _encoded(*semantic, corpus.articles, progress.encoding) if semantic else arrays


def _encoded(
    model: Model, folder: Path, articles: Sequence[Article], on_progress: OnProgress
) -> dict[str, NDArray[Any]]:
    """Give the arrays of meaning, with the model's address; none if they cannot be had, for words alone serve, too."""
    try:
        encoded = encode(passages(articles), model, Store(folder / model.identity), on_progress=on_progress)
    except EmbeddingError as failure:
        log.warning("Articles are searched by words alone: %s", failure)
        return {}
    address = np.frombuffer(json.dumps(asdict(model)).encode(), dtype=np.uint8)
    return to_arrays(articles, encoded) | {_MODEL: address}


def _meanings(arrays: Mapping[str, NDArray[Any]]) -> Meanings | None:
    if _MODEL not in arrays:
        return None
    model = Model(**json.loads(arrays[_MODEL].tobytes()))
    try:
        model.knows("")  # opens it, now rather than at the first question
    except EmbeddingError as failure:
        log.warning("Articles are searched by words alone: %s", failure)
        return None
    return Meanings.from_arrays(model, arrays)
