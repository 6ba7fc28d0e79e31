"""The small blocks that messages and modals are made of.

Text from articles and questions goes into rich_text and plain_text only, where Slack interprets nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot import wording
from bot.markdown.links import absolute
from bot.model import Answer, Article, Hit
from bot.slack.blockkit.composition import text_object
from bot.slack.limits import HEADER, SECTION

Block = dict[str, Any]


def header(title: str) -> Block:
    """Return ``title`` as a header block, cut to what Slack takes."""
    return {"type": "header", "text": text_object(title, HEADER)}


def context(line: str) -> Block:
    """Return ``line`` in small print."""
    return {"type": "context", "elements": [text_object(line, SECTION)]}


def sentence(*elements: Block) -> Block:
    """Return rich text elements, such as a person's name and some words, as one paragraph."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


def person(user: str) -> Block:
    """Return the name of a person as a rich text element; in rich_text this mentions them."""
    return {"type": "user", "user_id": user}


def said(text: str) -> Block:
    """Return plain words as a rich text element."""
    return {"type": "text", "text": text}


def link(article: Article, site_url: str) -> list[Block]:
    """Return the link to the article itself: one block, or none where its full address is not known."""
    address = absolute(article.url, site_url)
    return [sentence({"type": "link", "url": address, "text": wording.READ_ARTICLE})] if address else []


def source(answer: Answer) -> list[Block]:
    """Return where an answer comes from and why it was chosen, in small print; nothing if there is nothing to say."""
    hit = answer.hits[0]
    parts = [
        hit.article.subject,
        wording.dated(hit.article.date.isoformat()) if hit.article.date else "",
        _why(hit),
    ]
    line = " · ".join(part for part in parts if part)
    return [context(line)] if line else []


def _why(hit: Hit) -> str:
    found = [f"{_quote(match.words)} in {wording.FIELD_NAMES[match.field]}" for match in hit.matches[:2] if match.words]
    return f"{wording.MATCHED} {'; '.join(found)}" if found else ""


def _quote(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:3])
