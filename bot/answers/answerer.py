"""One question in, one reply out: the verb in the middle of the system.

Pure but for one assignment: ``activate`` swaps the release that answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from bot.answers.excerpt import excerpt
from bot.answers.explanation import explained
from bot.answers.follow_up import fused, goes_on
from bot.answers.understanding import Search, Understood, understand
from bot.markdown.links import known_as
from bot.model import Answer, Choices, Decision, Hit, NoAnswer, RelatedArticle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.aliases import Alias
    from bot.answers.catalogue import Catalogue
    from bot.model import Article, Outcome, Release, Reply
    from bot.search.index import Index

MOST_CHOICES = 5
MOST_NEIGHBOURS = 5
MOST_MISSING = 3  # words named that the closest article lacks
NEAR_AT = 0.002  # confidence below which a title is not near, only the least far: “vpn down?” shall list nothing
FIND_POOL = 100  # articles found for what is typed, before a subject narrows them
FOLLOW_UP_POOL = 25  # articles looked at for a question, and for it together with the one before


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Confidences in [0, 1] from which one article is answered, and from which several are offered.

    None stands for what was calibrated for the index that answers.
    """

    answer_at: float | None = None
    choices_at: float | None = None


@dataclass(frozen=True, slots=True)
class LoadedRelease:
    """A release ready to answer: its articles, where each url stands among them, and their index.

    ``added`` are the aliases that admins accepted and the articles' files lack.
    """

    release: Release
    articles: Sequence[Article]
    positions: Mapping[str, int]
    catalogue: Catalogue
    index: Index
    added: tuple[Alias, ...] = ()

    def article(self, url: str, site_url: str = "") -> Article | None:
        """Return the article at this address, however it is written, or None."""
        known = known_as(url, self.positions, site_url)
        return None if known is None else self.articles[self.positions[known]]


class Answerer:
    """Answers from the release that is active when the question comes; ``site_url`` is that of relative urls."""

    def __init__(self, loaded: LoadedRelease, thresholds: Thresholds | None = None, site_url: str = "") -> None:
        self._loaded = loaded
        self._thresholds = thresholds or Thresholds()
        self._site_url = site_url

    @property
    def release(self) -> Release:
        """The release that answers now."""
        return self._loaded.release

    @property
    def added(self) -> tuple[Alias, ...]:
        """The aliases that admins accepted and the articles' files lack."""
        return self._loaded.added

    @property
    def searches_by_meaning(self) -> bool:
        """Whether meaning counts beside words."""
        return self._loaded.index.parts.meanings is not None

    def activate(self, loaded: LoadedRelease) -> None:
        """Let ``loaded`` answer from now on; replies under way finish with the release they began with."""
        self._loaded = loaded

    def answer(self, question: str) -> Reply:
        """Return an Answer if one article clearly fits, Choices if several could be meant, else NoAnswer."""
        loaded = self._loaded
        understood = self._understand(loaded, question, partial(loaded.index.search, limit=MOST_CHOICES))
        asked, hits, left = understood.question, understood.hits, understood.left
        match self._outcome(loaded, hits):
            case "answer":
                return replace(self._answer(loaded, asked, hits), left=left)
            case "choices":
                missing = hits[0].missing[:MOST_MISSING]
                return Choices(asked, loaded.release, _close(hits) if missing else hits, missing, left)
            case "none":
                near = tuple(hit for hit in hits if hit.confidence >= NEAR_AT)
                return NoAnswer(asked, loaded.release, near)

    def decide(self, question: str, limit: int = MOST_CHOICES) -> Decision:
        """Tell what the reply would be, and the best ``limit`` articles, without making it: a third of the work."""
        loaded = self._loaded
        understood = self._understand(loaded, question, partial(loaded.index.nearest, limit=limit))
        outcome = self._outcome(loaded, understood.hits)
        missing = understood.hits[0].missing[:MOST_MISSING] if outcome == "choices" else ()
        return Decision(outcome, understood.hits, missing, () if outcome == "none" else understood.left)

    def follow_up(self, question: str, before: str, seen: Collection[str]) -> Reply:
        """Return the reply to ``question``, asked after ``before``, whose reply showed the urls in ``seen``.

        A question that has a clear answer of its own keeps it, and one that has none does, too, unless it opens like
        “and …”. Any other is read together with the one before: what both find and the person has not just seen is
        offered as choices.
        """
        alone = self.answer(question)
        if isinstance(alone, Answer) or (isinstance(alone, NoAnswer) and not goes_on(question)):
            return alone
        together = self.rank(f"{before} {question}", FOLLOW_UP_POOL)
        hits = fused(self.rank(question, FOLLOW_UP_POOL), together, seen)
        return Choices(question, alone.release, hits[:MOST_CHOICES]) if hits else alone

    def show(self, url: str, question: str) -> Answer | None:
        """Return the article at ``url`` as the answer to ``question``, which led there; None if it is gone."""
        loaded = self._loaded
        article = loaded.article(url, self._site_url)
        return self._answer(loaded, question, (Hit(article, confidence=1.0),)) if article else None

    def beyond_choices(self, question: str) -> NoAnswer:
        """Return the titles that come after those a Choices offered, for somebody who wanted none of them."""
        hits = self._loaded.index.search(question, 2 * MOST_CHOICES)
        return NoAnswer(question, self.release, hits[MOST_CHOICES:])

    def explain(self, question: str, url: str = "") -> tuple[str, ...]:
        """Return in plain words what led from ``question`` to the article at ``url``."""
        loaded = self._loaded
        asked = self._understand(loaded, question, partial(loaded.index.nearest, limit=MOST_CHOICES)).question
        return explained(loaded.index.explain(asked), url)

    def find(self, typed: str, subject: str, limit: int) -> tuple[Article, ...]:
        """Return articles for what somebody types in a search, best first; the most linked ones if that is nothing.

        ``subject`` narrows the search unless it is empty.
        """
        loaded = self._loaded
        if not typed.strip():
            return tuple(loaded.articles[position] for position in loaded.catalogue.popular(subject, limit))
        found = (hit.article for hit in loaded.index.nearest(typed, FIND_POOL))
        return tuple(article for article in found if subject in {"", article.subject})[:limit]

    def subjects(self) -> tuple[str, ...]:
        """Return all subjects, in alphabetical order."""
        return self._loaded.catalogue.subjects

    def by_key(self, key: str) -> Article | None:
        """Return the article with this short key, or None."""
        position = self._loaded.catalogue.position(key)
        return None if position is None else self._loaded.articles[position]

    def articles_at(self, urls: Iterable[str]) -> tuple[Article, ...]:
        """Return the articles at these urls, each once, in their order; those that are gone are left out."""
        loaded = self._loaded
        found = (loaded.article(url) for url in dict.fromkeys(urls))
        return tuple(article for article in found if article)

    def misspelt(self, text: str) -> tuple[str, ...]:
        """Return the words of a text that the search takes for misspellings of others."""
        return self._loaded.index.misspelt(text)

    def urls(self) -> frozenset[str]:
        """Return the urls of all articles."""
        return frozenset(self._loaded.positions)

    def twins(self) -> dict[str, tuple[str, ...]]:
        """Return for each url those of all articles with the same title, where there are several."""
        titled: dict[str, list[str]] = {}
        for article in self._loaded.articles:
            titled.setdefault(article.title.casefold(), []).append(article.url)
        return {url: tuple(urls) for urls in titled.values() if len(urls) > 1 for url in urls}

    def rank(self, question: str, limit: int) -> tuple[Hit, ...]:
        """Return the best ``limit`` articles, best first, whatever the outcome would be."""
        loaded = self._loaded
        return self._understand(loaded, question, partial(loaded.index.search, limit=limit)).hits

    def _understand(self, loaded: LoadedRelease, text: str, search: Search) -> Understood:
        return understand(text, search, partial(self._outcome, loaded))

    def _outcome(self, loaded: LoadedRelease, hits: Sequence[Hit]) -> Outcome:
        wanted, calibrated = self._thresholds, loaded.index.profile
        answer_at = calibrated.answer_at if wanted.answer_at is None else wanted.answer_at
        choices_at = calibrated.choices_at if wanted.choices_at is None else wanted.choices_at
        confidence = hits[0].confidence if hits else -1.0
        if confidence >= answer_at:
            return "answer"
        is_close = confidence >= 0 and bool(hits[0].missing)
        return "choices" if is_close or confidence >= choices_at else "none"

    def _answer(self, loaded: LoadedRelease, question: str, hits: tuple[Hit, ...]) -> Answer:
        article = hits[0].article
        shown = excerpt(article.answer, question, title=article.title)
        return Answer(question, loaded.release, hits, shown, _related(loaded, article, self._site_url))


def _close(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits that come as close as the first: they, too, say most of what was asked and lack something."""
    return tuple(hit for hit in hits if hit.missing)


def _related(loaded: LoadedRelease, article: Article, site_url: str) -> tuple[RelatedArticle, ...]:
    """The related articles as their author ordered them; the nearest ones too where none of them can be shown."""
    found = ((one, known_as(one.url, loaded.positions, site_url)) for one in article.related)
    related = {
        known or one.url: RelatedArticle(one.title, known or one.url, is_in_corpus=known is not None)
        for one, known in found
        if known != article.url
    }
    if any(one.is_in_corpus for one in related.values()):
        return tuple(related.values())
    return (*related.values(), *_neighbours(loaded, article))


def _neighbours(loaded: LoadedRelease, article: Article) -> list[RelatedArticle]:
    hits = loaded.index.nearest(f"{article.title} {article.description}", MOST_NEIGHBOURS + 1)
    nearest = (hit.article for hit in hits if hit.article.url != article.url)
    return [RelatedArticle(one.title, one.url, is_in_corpus=True) for one in nearest][:MOST_NEIGHBOURS]
