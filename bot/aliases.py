"""Aliases: other ways to ask for an article, besides its title.

A leaf: pure, no I/O.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.model import Article


@dataclass(frozen=True, slots=True)
class Alias:
    """Another way to ask for the article at ``url``."""

    url: str
    text: str


def normalised(text: str) -> str:
    """Return what two texts share if they differ only in case, blanks and marks at their ends.

    >>> normalised("  How do I  set goals? ")
    'how do i set goals'
    """
    return " ".join(text.casefold().split()).strip(" ?!.,;:\"'“”‘’")


def names(article: Article) -> frozenset[str]:
    """Return the titles and aliases of an article, normalised."""
    return frozenset(normalised(text) for text in (article.title, article.question, *article.aliases) if text)


def pending(accepted: Iterable[Alias], articles: Sequence[Article]) -> tuple[Alias, ...]:
    """Return the aliases that their article lacks, in order; those of articles that are gone are left out."""
    known = {article.url: names(article) for article in articles}
    return tuple(one for one in accepted if one.url in known and normalised(one.text) not in known[one.url])


def with_aliases(articles: Sequence[Article], accepted: Iterable[Alias]) -> tuple[Article, ...]:
    """Return the articles with those aliases that they lack."""
    added: dict[str, tuple[str, ...]] = {}
    for one in pending(accepted, articles):
        added[one.url] = (*added.get(one.url, ()), one.text)
    return tuple(_with_aliases(article, added) for article in articles)


def _with_aliases(article: Article, added: Mapping[str, tuple[str, ...]]) -> Article:
    extra = added.get(article.url)
    return replace(article, aliases=(*article.aliases, *extra)) if extra else article
