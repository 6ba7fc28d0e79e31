"""What a person types, turned into what Slack's client sends.

Pure: no I/O. In a message ``<``, ``>`` and ``&`` arrive escaped, addresses in angle brackets, ``@name`` and
``#channel`` as references; in a slash command only the escaping happens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.playground.model import Json

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_REFERENCE = re.compile(r"(?<!\w)[@#][a-z][\w-]*")
_BRACKETS = re.compile(r"<([^<>]+)>")


def command_text(typed: str) -> str:
    """Escape what follows a slash command."""
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def message_text(typed: str, references: Mapping[str, str]) -> str:
    """Escape and link a message; ``references`` maps ``@name`` and ``#channel`` to Slack's ``<@U…>`` and ``<#C…>``."""
    linked = _ADDRESS.sub(lambda found: f"<{found.group()}>", command_text(typed))
    return _REFERENCE.sub(lambda found: references.get(found.group(), found.group()), linked)


def rich_text(text: str) -> list[Json]:
    """Give the blocks that Slack's client sends beside the ``text`` of what a person wrote."""
    pieces = _BRACKETS.split(text)  # every second one stood in angle brackets
    elements = [_element(piece) if place % 2 else _plain(piece) for place, piece in enumerate(pieces) if piece]
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": "typed", "elements": [section]}]


def _plain(text: str) -> Json:
    return {"type": "text", "text": text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")}


def _element(bracketed: str) -> Json:
    meant, _, shown = bracketed.partition("|")
    match meant[0]:
        case "@":
            return {"type": "user", "user_id": meant[1:]}
        case "#":
            return {"type": "channel", "channel_id": meant[1:]}
        case "!":
            return {"type": "broadcast", "range": meant[1:]}
        case _:
            return {"type": "link", "url": meant, **({"text": shown} if shown else {})}
