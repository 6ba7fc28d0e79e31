"""Rules about how the articles of a corpus fit together. Pure: no I/O.

Each yields the index of an article with its remark.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.corpus.check.findings import Remark
from bot.corpus.check.titles import similar_titles
from bot.markdown.links import known_as

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.corpus.check.subjects import Library


LINK = "link "  # before the address, in the lines of an article


def duplicate_url(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report articles whose url another one has; only the first can be found."""
    for first, index in _repeated(article.url for article in library.articles):
        message = f"`url` is taken by {_file(library, first)}; this article cannot be found"
        yield index, Remark(library.line(index, "url"), message)


def duplicate_id(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report articles whose id another one has."""
    for first, index in _repeated(article.id for article in library.articles):
        yield index, Remark(library.line(index, "id"), f"`id` is also that of {_file(library, first)}")


def duplicate_title(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report articles whose title another one has; people could not tell them apart."""
    for first, index in _repeated(article.title.casefold() for article in library.articles):
        yield index, Remark(library.line(index, "title"), f"`title` is also that of {_file(library, first)}")


def similar_title(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report titles that differ from another one in little more than spelling or word order."""
    for first, index in similar_titles([article.title for article in library.articles]):
        message = f"`title` is nearly that of {_file(library, first)}: {library.articles[first].title}"
        yield index, Remark(library.line(index, "title"), message)


def duplicate_alias(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report aliases that are another article's alias or title; only one of the two can win."""
    owners = {article.title.casefold(): index for index, article in reversed(list(enumerate(library.articles)))}
    for index, article in enumerate(library.articles):
        for alias in article.aliases:
            owner = owners.setdefault(alias.casefold(), index)
            if owner != index:
                message = f"alias “{alias}” is also an alias or the title of {_file(library, owner)}"
                yield index, Remark(library.line(index, "aliases"), message)


def unresolved_related(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report related articles that are not in the corpus; they can only be linked to."""
    urls = {article.url for article in library.articles}
    for index, article in enumerate(library.articles):
        for related in article.related:
            if known_as(related.url, urls, library.site_url) is None:
                line = _line_of_related(library, index, related.url)
                yield index, Remark(line, f"related article is not in the corpus: {related.url}")


def related_to_itself(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report articles that name themselves as related."""
    for index, article in enumerate(library.articles):
        itself = {article.url}
        for related in article.related:
            if known_as(related.url, itself, library.site_url):
                yield index, Remark(_line_of_related(library, index, related.url), "the article is related to itself")


def dangling_link(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report links within answers that lead to pages of the own site which are no articles here."""
    urls = {article.url for article in library.articles}
    sites = (f"{library.site_url}/", "/") if library.site_url else ("/",)
    for index, lines in enumerate(library.lines):
        for key in lines:
            target = key.removeprefix(LINK)
            if target != key and target.startswith(sites) and known_as(target, urls, library.site_url) is None:
                yield index, Remark(lines[key], f"a link to {target}, which is no article of this corpus")


def overdue_review(library: Library) -> Iterator[tuple[int, Remark]]:
    """Report articles whose ``review_by`` lies in the past."""
    for index, article in enumerate(library.articles):
        if article.review_by and article.review_by < library.today:
            yield index, Remark(library.line(index, "review_by"), f"was to be reviewed by {article.review_by}")


def _repeated(keys: Iterable[str]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        places[key].append(index)
    for key, indexes in places.items():
        if key:
            yield from ((indexes[0], index) for index in indexes[1:])


def _file(library: Library, index: int) -> str:
    return str(library.articles[index].source)


def _line_of_related(library: Library, index: int, url: str) -> int:
    return library.line(index, f"related {url}")
