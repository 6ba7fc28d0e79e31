"""Aliases: other ways to ask for an article, besides its title.

A leaf: pure, no I/O.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class Extended:
    """Articles with accepted aliases.

    Attributes:
        articles: in the order they were given; one that lacked no alias is the very same.
        added: the aliases that their articles lacked, by url and text.
        problems: a sentence about each alias that was left out.
    """

    articles: tuple[Article, ...]
    added: tuple[Alias, ...] = ()
    problems: tuple[str, ...] = ()


def extend(articles: Sequence[Article], accepted: Iterable[Alias]) -> Extended:
    """Add accepted aliases to the articles that lack them; in which order they were accepted does not matter.

    An alias is left out if its article is gone, if another article is called that, or if there is no word in it.
    """
    wanted = sorted(set(accepted), key=lambda alias: (alias.url, alias.text))
    if not wanted:
        return Extended(tuple(articles))
    texts = {normalised(alias.text) for alias in wanted}
    holders = defaultdict[str, list[str]](list)
    for article in articles:
        for name in names(article) & texts:
            holders[name].append(article.url)
    urls, added, problems = {article.url for article in articles}, defaultdict[str, list[str]](list), []
    for alias in wanted:
        held_by = holders[normalised(alias.text)]
        if problem := _why_left_out(alias, urls, held_by):
            problems.append(f"“{alias.text}” for {alias.url} is left out: {problem}")
        elif alias.url not in held_by:
            held_by.append(alias.url)
            added[alias.url].append(alias.text)
    return Extended(
        tuple(with_aliases(article, added.get(article.url, ())) for article in articles),
        tuple(Alias(url, text) for url, ones in added.items() for text in ones),
        tuple(problems),
    )


def with_aliases(article: Article, texts: Sequence[str]) -> Article:
    """Return an article with more aliases."""
    return replace(article, aliases=(*article.aliases, *texts)) if texts else article


def _why_left_out(alias: Alias, urls: Collection[str], held_by: Sequence[str]) -> str:
    if alias.url not in urls:
        return "there is no such article"
    if not any(character.isalnum() for character in alias.text):
        return "there is no word in it"
    return f"{held_by[0]} is called that" if held_by and alias.url not in held_by else ""
