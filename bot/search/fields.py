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


def headings(article: Article) -> list[tuple[int, str]]:
    """List what people may ask for word by word: the title, the question where it differs, every alias."""
    asked = [(TITLE, article.title)]
    if normalise(article.question) not in ("", normalise(article.title)):
        asked.append((TITLE, article.question))
    return asked + [(ALIAS, alias) for alias in article.aliases]
