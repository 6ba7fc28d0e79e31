"""The buttons under a message: what they are called on the wire and what they carry.

Pure: no I/O. A button carries all that its press needs, so that it works after a restart and on any replica.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from bot.slack.composition import shorten, text_object
from bot.slack.limits import ACCESSIBILITY_LABEL, BUTTON_TEXT

Block = dict[str, Any]

SHOW_ARTICLE = "show_article"
OPEN_LINK = "open_link"
SHOW_FULL_ANSWER = "show_full_answer"
POST_TO_CHANNEL = "post_to_channel"
BACK = "back"
TURN_PAGE = "turn_page"

MOST_QUESTION = 250  # characters of the question that travel in a button: far below a value's limit, even all escaped


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a button points to: an article (empty ``url``: the reply to the question) and the question behind it."""

    url: str
    question: str

    def to_value(self) -> str:
        """Return the button's ``value``."""
        return json.dumps([self.url, self.question[:MOST_QUESTION]], ensure_ascii=False)

    @classmethod
    def from_value(cls, value: str) -> Pointer:
        """Read a button's ``value``.

        Raises:
            ValueError: it is none of ours.
        """
        match json.loads(value):
            case [str(url), str(question)]:
                return cls(url, question)
            case _:
                raise ValueError(f"not a pointer: {value[:80]}")


def numbered(action: str) -> re.Pattern[str]:
    """Return what matches every button of one kind: several in a message differ by the number behind their name."""
    return re.compile(rf"^{action}:\d+$")


def button(action_id: str, label: str, pointer: Pointer, *, spoken: str = "") -> Block:
    """Return a button; ``spoken`` is what screen readers say where the label alone would not do."""
    return _labelled(action_id, label, spoken) | {"value": pointer.to_value()}


def link_button(action_id: str, label: str, address: str, *, spoken: str = "") -> Block:
    """Return a button that opens ``address`` in the browser."""
    return _labelled(action_id, label, spoken) | {"url": address}


def actions(*elements: Block) -> list[Block]:
    """Return a row of buttons: one actions block, or none if there is no element."""
    return [{"type": "actions", "elements": list(elements)}] if elements else []


def _labelled(action_id: str, label: str, spoken: str) -> Block:
    element: Block = {"type": "button", "action_id": action_id, "text": text_object(label, BUTTON_TEXT)}
    return element | {"accessibility_label": shorten(spoken, ACCESSIBILITY_LABEL)} if spoken else element
