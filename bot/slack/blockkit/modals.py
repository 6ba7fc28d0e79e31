"""The whole of an article → a modal, in as many pages as Slack's limits ask for."""

from __future__ import annotations

from typing import Any

from bot import wording
from bot.markdown import plaintext
from bot.model import Answer
from bot.slack import limits
from bot.slack.blockkit import rich_text
from bot.slack.blockkit.blocks import context, header, link, source
from bot.slack.blockkit.buttons import Pointer, actions, button
from bot.slack.blockkit.composition import text_object
from bot.slack.blockkit.messages import Message

Block = dict[str, Any]

TURN_PAGE = "turn_page"
PAGE_BLOCKS = 40  # Slack takes 100; a page that long is no fun to scroll, and header, context and buttons come on top


def full_answer(answer: Answer, site_url: str, page: int = 0) -> dict[str, Any]:
    """Return the view that shows page ``page`` (from 0; beyond the last one: the last one) of the answering article."""
    article = answer.hits[0].article
    pages = limits.split(rich_text.blocks(article.answer, site_url=site_url, surface="modal"), PAGE_BLOCKS)
    shown = min(page, len(pages) - 1)
    return {
        "type": "modal",
        "title": text_object(wording.FULL_ANSWER, limits.VIEW_TITLE),
        "close": text_object(wording.CLOSE, limits.VIEW_TITLE),
        "private_metadata": Pointer(article.url, answer.question).to_value(),
        "blocks": [
            header(article.title),
            *pages[shown],
            *link(article, site_url),
            *source(answer),
            *_page_buttons(Pointer(article.url, answer.question), shown, len(pages)),
        ],
    }


def in_words(answer: Answer) -> Message:
    """Return the whole of the answering article as plain text, for the day Slack refuses the view."""
    article = answer.hits[0].article
    return Message(wording.headline(article.title, plaintext.plain(article.answer)), article_url=article.url)


def _page_buttons(pointer: Pointer, shown: int, pages: int) -> list[Block]:
    previous = [button(f"{TURN_PAGE}:{shown - 1}", wording.PREVIOUS_PAGE, pointer)] if shown > 0 else []
    following = [button(f"{TURN_PAGE}:{shown + 1}", wording.NEXT_PAGE, pointer)] if shown < pages - 1 else []
    place = [context(wording.PAGE.format(shown + 1, pages))] if pages > 1 else []
    return [*place, *actions(*previous, *following)]
