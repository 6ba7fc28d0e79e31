"""Slack's composition objects that several blocks share: plain text, cut to what its place takes.

Pure: no I/O. https://docs.slack.dev/reference/block-kit/composition-objects
"""

from __future__ import annotations

from typing import Any

ELLIPSIS = "…"


def text_object(text: str, most: int) -> dict[str, Any]:
    """Return a text object that Slack shows as it is, emoji codes included; ``most`` is in characters."""
    return {"type": "plain_text", "text": shorten(text, most), "emoji": False}


def shorten(text: str, most: int) -> str:
    """Return ``text``, cut between words and ended by an ellipsis where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    last_space = text.rfind(" ", 0, most)
    end = last_space if last_space > 0 else most - len(ELLIPSIS)
    return text[:end].rstrip() + ELLIPSIS
