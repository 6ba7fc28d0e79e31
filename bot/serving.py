"""From settings to a release that answers, and from one release to the next.

Loading runs in a child process, so that no question waits for it; one assignment then swaps the releases.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bot import __version__
from bot.answers.answerer import Answerer, LoadedRelease, Thresholds
from bot.corpus.assembly import content_id
from bot.corpus.changes import changes
from bot.corpus.loader import load
from bot.errors import CorpusError
from bot.model import Release, Reload, Status
from bot.search.index import Index
from bot.search.weights import ANSWER_AT, CHOICES_AT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from typing import Any

    from numpy.typing import NDArray

    from bot.model import Corpus
    from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """A loaded corpus with its index, not yet numbered: what the child process hands over."""

    corpus: Corpus
    content_id: str
    arrays: Mapping[str, NDArray[Any]]


class Serving:
    """Holds the answerer and brings it new releases.

    ``now`` gives the time as aware UTC.
    """

    def __init__(self, settings: Settings, now: Callable[[], dt.datetime]) -> None:
        self._settings = settings
        self._now = now
        self._started_at = self._loaded_at = now()
        self._edition = build_edition(settings)
        self.answerer = _answerer(self._edition, settings)

    def status(self) -> Status:
        """Return what is served now."""
        return Status(
            version=__version__,
            release=self.answerer.release,
            articles=len(self._edition.corpus.articles),
            problems=len(self._edition.corpus.problems),
            folders=self._settings.corpus,
            loaded_at=self._loaded_at,
            started_at=self._started_at,
        )

    async def reload(self) -> Reload:
        """Read the corpus anew and let it answer; if it cannot serve, the release before keeps answering."""
        try:
            edition = await _in_child(self._settings)
        except CorpusError as unusable:
            return self._kept(str(unusable))
        return self._activated(edition)

    def _activated(self, edition: Edition) -> Reload:
        before, self._edition = self._edition, edition
        self.answerer.activate(_loaded(edition, self.answerer.release.number + 1))
        self._loaded_at = self._now()
        difference = changes(before.corpus.articles, edition.corpus.articles)
        return Reload(
            release=self.answerer.release,
            articles=len(edition.corpus.articles),
            added=tuple(article.title for article in difference.added),
            changed=tuple(article.title for article in difference.changed),
            removed=tuple(article.title for article in difference.removed),
            problems=edition.corpus.problems,
        )

    def _kept(self, failure: str) -> Reload:
        articles = len(self._edition.corpus.articles)
        return Reload(release=self.answerer.release, articles=articles, failure=failure)


def load_answerer(settings: Settings) -> Answerer:
    """Return what answers from the corpus of ``settings``, for as long as one command runs.

    Raises:
        CorpusError: a folder does not exist, or no article can be used.
    """
    return _answerer(build_edition(settings), settings)


def build_edition(settings: Settings) -> Edition:
    """Load the corpus of ``settings`` and index it, in this process.

    Raises:
        CorpusError: a folder does not exist, or no article can be used.
    """
    corpus = load(settings.corpus, synonyms_file=settings.synonyms)
    index = Index.build(corpus.articles, synonyms=corpus.synonyms, language=settings.language)
    return Edition(corpus, content_id(corpus), index.to_arrays())


def thresholds(settings: Settings) -> Thresholds:
    """Return the thresholds an admin set, or the calibrated ones."""
    return Thresholds(
        ANSWER_AT if settings.answer_at is None else settings.answer_at,
        CHOICES_AT if settings.choices_at is None else settings.choices_at,
    )


def _answerer(edition: Edition, settings: Settings) -> Answerer:
    return Answerer(_loaded(edition, 1), thresholds(settings))


def _loaded(edition: Edition, number: int) -> LoadedRelease:
    articles = edition.corpus.articles
    positions = {article.url: position for position, article in enumerate(articles)}
    index = Index.from_arrays(articles, edition.arrays)
    return LoadedRelease(Release(number, edition.content_id), articles, positions, index)


async def _in_child(settings: Settings) -> Edition:
    """Build in a fresh process: forking one with a running event loop and open sockets is asking for trouble."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, build_edition, settings)
