"""An article → the blocks below its address in somebody's message."""

from __future__ import annotations

from typing import Any

from bot import wording
from bot.markdown import plaintext
from bot.model import Answer
from bot.slack.blockkit.blocks import header
from bot.slack.blockkit.buttons import READ_ARTICLE, Pointer, actions, button
from bot.slack.blockkit.composition import shorten, text_object
from bot.slack.limits import SECTION

Block = dict[str, Any]

MOST_EXCERPT = 300  # characters: whoever posted the address said what it is about


def preview(number: int, answer: Answer) -> list[Block]:
    """Return title, excerpt and a button that opens the article; ``number`` tells several in a message apart."""
    article = answer.hits[0].article
    excerpt = shorten(article.description or plaintext.plain(answer.excerpt), MOST_EXCERPT)
    read = button(f"{READ_ARTICLE}:{number}", wording.READ_HERE, Pointer(article.url, article.title))
    return [header(article.title), {"type": "section", "text": text_object(excerpt, SECTION)}, *actions(read)]
