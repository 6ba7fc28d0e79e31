"""Reports made of a first line, lists and preformatted texts, each within what Slack takes in one block.

Everything is rich text, where nothing is interpreted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.slack.blockkit.composition import shorten
from bot.slack.blockkit.messages import Message
from bot.slack.limits import RICH_TEXT

Block = dict[str, Any]

MOST_LINE = 400  # characters


def report(intro: str, details: Sequence[Block] = ()) -> Message:
    """Return a message of a first line and what follows; a block for each part, as one block soon is too small."""
    return Message(intro, tuple(blocks((line(intro), *details))))


def blocks(parts: Sequence[Block]) -> list[Block]:
    """Return a rich text block for each part."""
    return [{"type": "rich_text", "elements": [part]} for part in parts]


def line(text: str, *, is_bold: bool = False) -> Block:
    """Return one paragraph."""
    style = {"style": {"bold": True}} if is_bold else {}
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text, **style}]}


def bullets(lines: Sequence[str]) -> list[Block]:
    """Return a list of lines, in as many parts as its length asks for; empty lines are left out."""
    items = ([line(one) for one in chunk] for chunk in _chunks(lines))
    return [{"type": "rich_text_list", "style": "bullet", "elements": item} for item in items]


def preformatted(lines: Sequence[str]) -> list[Block]:
    """Return lines as they are, to be copied, in as many parts as their length asks for."""
    texts = ("\n".join(chunk) for chunk in _chunks(lines))
    return [{"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]} for text in texts]


def chapter(title: str, lines: Sequence[str]) -> list[Block]:
    """Return a bold title with a list under it; nothing where the list is empty."""
    return [line(title, is_bold=True), *bullets(lines)] if any(lines) else []


def _chunks(lines: Sequence[str]) -> list[list[str]]:
    """Cut long lines, and put as many into each chunk as one block takes."""
    chunks: list[list[str]] = []
    room = 0
    for one in (shorten(text, MOST_LINE) for text in lines if text):
        if len(one) >= room:
            chunks.append([])
            room = RICH_TEXT
        chunks[-1].append(one)
        room -= len(one) + 1
    return chunks
