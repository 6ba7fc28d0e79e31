"""Which texts of an article are searched, and as what.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.search.analyzer import normalise

if TYPE_CHECKING:
    from bot.model import Article

TITLE: Final = 1
ALIAS: Final = 2
KEYWORDS: Final = 4
DESCRIPTION: Final = 8
ANSWER: Final = 16
"""Fields as bits, so that one byte says where an article has a word."""

NAMES: Final = {
    TITLE: "title",
    ALIAS: "alias",
    KEYWORDS: "keywords",
    DESCRIPTION: "description",
    ANSWER: "answer",
}


def text_of(article: Article, field: int) -> str:
    """Give the text of one field; the subject counts as a keyword."""
    match field:
        case 1:
            return article.title
        case 2:
            return "\n".join(article.aliases)
        case 4:
            return "\n".join((*article.keywords, article.subject))
        case 8:
            return article.description
        case _:
            return article.answer


MOST_PASSAGES: Final = 16
"""Passages told apart in an answer: one bit of an entry for each."""

_SHORT = 60  # characters of a heading or an introduction, which belongs to what follows


def passages(answer: str) -> list[str]:
    """Split an answer into at most ``MOST_PASSAGES`` passages: paragraphs and list items, with what introduces them."""
    joined: list[str] = []
    is_open = False
    for line in answer.split("\n"):
        if not line.strip():
            continue
        if is_open:
            joined[-1] = f"{joined[-1]}\n{line}"
        else:
            joined.append(line)
        is_open = len(joined[-1]) < _SHORT
    size = -(-len(joined) // MOST_PASSAGES) or 1
    return ["\n".join(joined[start : start + size]) for start in range(0, len(joined), size)]


def headings(article: Article) -> list[tuple[int, str]]:
    """List what people may ask for word by word: the title, the question where it differs, every alias."""
    asked = [(TITLE, article.title)]
    if normalise(article.question) not in ("", normalise(article.title)):
        asked.append((TITLE, article.question))
    return asked + [(ALIAS, alias) for alias in article.aliases]
