"""One article as the bot would show it, without anybody asking.

Pure: no I/O.
"""

from __future__ import annotations

from collections.abc import Collection

from bot.answers.excerpt import excerpt
from bot.markdown.links import known_as
from bot.model import Answer, Article, Hit, RelatedArticle, Release
from bot.playground.model import Json
from bot.slack.blockkit import rich_text
from bot.slack.blockkit.messages import Presentation, message
from bot.slack.conversations import OFFERS

UNRELEASED = Release(0, "preview")


def answer_blocks(article: Article, urls: Collection[str], site_url: str) -> list[Json]:
    """Give the blocks of the answer; ``urls`` are those of the articles that could be shown next."""
    known = ((one, known_as(one.url, urls, site_url)) for one in article.related)
    related = tuple(RelatedArticle(one.title, url or one.url, is_in_corpus=url is not None) for one, url in known)
    answer = Answer(article.title, UNRELEASED, (Hit(article, 1.0),), excerpt(article.answer), related)
    return list(message(answer, Presentation(site_url, OFFERS)).blocks)


def pages(article: Article, site_url: str) -> list[Json]:
    """Give the whole article as blocks, as its modal shows them one page after the other."""
    return rich_text.blocks(article.answer, site_url=site_url, surface="modal")
