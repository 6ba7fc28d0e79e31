"""An article → the blocks below its address in somebody's message.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot import wording
from bot.markdown import plaintext
from bot.slack.blockkit.blocks import header
from bot.slack.blockkit.buttons import READ_ARTICLE, Pointer, actions, button
from bot.slack.blockkit.composition import shorten, text_object
from bot.slack.limits import SECTION

if TYPE_CHECKING:
    from bot.model import Answer

Block = dict[str, Any]

MOST_EXCERPT = 300  # characters: whoever posted the address said what it is about


def unfurled(number: int, answer: Answer) -> list[Block]:
    """Return title, excerpt and a button that opens the article; ``number`` tells several in a message apart."""
    article = answer.hits[0].article
    excerpt = shorten(article.description or plaintext.plain(answer.excerpt), MOST_EXCERPT)
    read = button(f"{READ_ARTICLE}:{number}", wording.READ_HERE, Pointer(article.url, article.title))
    return [header(article.title), {"type": "section", "text": text_object(excerpt, SECTION)}, *actions(read)]
