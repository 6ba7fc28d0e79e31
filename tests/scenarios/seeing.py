"""What a person sees in a message, for assertions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.playground.model import Message, View


def words(seen: Message | View) -> str:
    """All text on the surface, in order, one element a line; button labels in brackets."""
    return "\n".join(_words(block) for block in seen.blocks)


def _words(part: Any) -> str:
    match part:
        case {"type": "button", "text": {"text": str(label)}}:
            return f"[{label}]"
        case {"type": "user", "user_id": str(user)}:
            return f"<{user}>"
        case {"type": "text" | "plain_text" | "raw_text" | "mrkdwn" | "link", "text": str(text)}:
            return text
        case {"type": "rich_text_section" | "rich_text_preformatted" | "rich_text_quote", "elements": elements}:
            return "".join(_words(element) for element in elements)
        case _:
            return "\n".join(found for one in _parts(part) if (found := _words(one)))


def _parts(part: Any) -> list[Any]:
    match part:
        case dict():
            return list(part.values())
        case list() | tuple():
            return list(part)
        case _:
            return []


def buttons(seen: Message | View) -> list[dict[str, Any]]:
    """All buttons on the surface, in order."""
    return [button for block in seen.blocks for button in _buttons(block)]


def labels(seen: Message | View) -> list[str]:
    return [button["text"]["text"] for button in buttons(seen)]


def having(seen: Sequence[Message], label: str) -> list[Message]:
    """Those messages that have a button with this label."""
    return [message for message in seen if label in labels(message)]


def _buttons(part: Any) -> list[dict[str, Any]]:
    match part:
        case {"type": "button"}:
            return [part]
        case _:
            return [button for one in _parts(part) for button in _buttons(one)]
