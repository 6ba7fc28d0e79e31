"""Which texts of an article are searched, and as what.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search import weights
from bot.search.text import normalise

if TYPE_CHECKING:
    from bot.model import Article

NAMES = {
    weights.TITLE: "title",
    weights.ALIAS: "alias",
    weights.KEYWORDS: "keywords",
    weights.DESCRIPTION: "description",
    weights.ANSWER: "answer",
}


def text_of(article: Article, field: int) -> str:
    """Give the text of one field."""
    if field == weights.TITLE:
        return article.title
    if field == weights.ALIAS:
        return "\n".join(article.aliases)
    if field == weights.KEYWORDS:
        return " , ".join((*article.keywords, article.subject))
    return article.description if field == weights.DESCRIPTION else article.answer


def headings(article: Article) -> list[tuple[int, str]]:
    """List what people may ask for word by word: the title, the question where it differs, every alias."""
    asked = [(weights.TITLE, article.title)]
    if normalise(article.question) not in ("", normalise(article.title)):
        asked.append((weights.TITLE, article.question))
    return asked + [(weights.ALIAS, alias) for alias in article.aliases]
