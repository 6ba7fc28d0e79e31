"""Rules about what people will find: does each article answer to its own name? Pure: no I/O.

They ask the search index, which arrives as a function: question and limit in, hits out, best first. In a large corpus
only those names are asked that another one resembles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.corpus.check.findings import Remark
from bot.corpus.check.name_collisions import at_risk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.corpus.check.subjects import Library
    from bot.model import Article, Hit

    Search = Callable[[str, int], Sequence[Hit]]

ASK_ALL = 5_000  # names; asking so many takes a quarter of a minute
_SHOWN = 5  # as many as the bot offers to choose from


def unreachable(search: Search, library: Library) -> Iterator[tuple[int, Remark]]:
    """Report articles that their own title does not find first."""
    titles = _titles(library)
    for index in range(len(titles)) if len(titles) <= ASK_ALL else at_risk(titles):
        article = library.articles[index]
        found = [hit.article for hit in search(article.title, _SHOWN)]
        if not found or not _is_named(found[0], article.title, article.url):
            yield index, Remark(library.line(index, "title"), _describe(found, article))


def collision(search: Search, library: Library) -> Iterator[tuple[int, Remark]]:
    """Report questions and aliases that find another article than the one they stand in."""
    for index, key, asked in _other_names(library):
        hits = search(asked, 1)
        if hits and not _is_named(hits[0].article, asked, library.articles[index].url):
            yield index, Remark(library.line(index, key), f"“{asked}” finds {hits[0].article.source} first")


def _titles(library: Library) -> list[tuple[int, str]]:
    return [(index, article.title) for index, article in enumerate(library.articles)]


def _other_names(library: Library) -> list[tuple[int, str, str]]:
    """List the questions and aliases to ask, each with its article and field."""
    names = [(index, *name) for index, article in enumerate(library.articles) for name in _names_beside_title(article)]
    if len(names) <= ASK_ALL:
        return names
    risky = at_risk([(index, name) for index, _, name in names] + _titles(library))
    return [names[place] for place in risky if place < len(names)]


def _names_beside_title(article: Article) -> Iterator[tuple[str, str]]:
    if article.question and article.question.casefold() != article.title.casefold():
        yield "question", article.question
    yield from (("aliases", alias) for alias in article.aliases)


def _is_named(found: Article, asked: str, url: str) -> bool:
    """Whoever bears exactly this title may win; ``duplicate-title`` reports that there are two."""
    return found.url == url or found.title.casefold() == asked.casefold()


def _describe(found: Sequence[Article], article: Article) -> str:
    if not found:
        return "its own title finds nothing"
    place = next((place for place, one in enumerate(found, 1) if one.url == article.url), None)
    where = f"only on place {place}" if place else f"not among the first {_SHOWN}"
    return f"its own title finds it {where}; {found[0].source} comes first"
