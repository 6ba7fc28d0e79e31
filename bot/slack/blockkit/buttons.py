"""Buttons, and what they carry: all that their press needs, so that they work after a restart and on any replica.

Several of one kind in a message differ by a number behind their name: ``show_article:2``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bot import wording
from bot.errors import QuicktakeError
from bot.slack.blockkit.composition import shorten, text_object
from bot.slack.limits import ACCESSIBILITY_LABEL, BUTTON_TEXT

Block = dict[str, Any]

SHOW_ARTICLE = "show_article"
ASK = "ask"
OPEN_LINK = "open_link"
READ_ARTICLE = "read_article"
FEEDBACK = "feedback"

MOST_QUESTION = 250  # characters of the question that travel in a button: far below a value's limit, even all escaped


def pack(*texts: str) -> str:
    """Return texts as one, for a button or a modal to carry."""
    return json.dumps(texts, ensure_ascii=False)


def unpack(value: str, count: int) -> list[str]:
    """Return the ``count`` texts that ``pack`` made one of.

    Raises:
        QuicktakeError: it is none of ours, perhaps any more.
    """
    try:
        texts = json.loads(value)
    except (ValueError, RecursionError):
        texts = None
    if not isinstance(texts, list) or len(texts) != count or not all(isinstance(text, str) for text in texts):
        raise QuicktakeError(wording.UNKNOWN_BUTTON)
    return texts


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a button points to: an article (empty ``url``: the reply to the question) and the question behind it.

    ``thread_ts`` is the thread that the question stands in, where the answer can be posted to it.
    """

    url: str
    question: str
    thread_ts: str = ""

    def to_value(self) -> str:
        """Return the button's ``value``."""
        return pack(self.url, self.question[:MOST_QUESTION], self.thread_ts)

    @classmethod
    def from_value(cls, value: str) -> Pointer:
        """Read a button's ``value``; raises as ``unpack``."""
        return cls(*unpack(value, 3))


@dataclass(frozen=True, slots=True)
class Vote:
    """Whether what ``pointer`` points to helped the person who asked."""

    pointer: Pointer
    is_helpful: bool

    def to_value(self) -> str:
        """Return the feedback button's ``value``."""
        return f"{'+' if self.is_helpful else '-'}{self.pointer.to_value()}"

    @classmethod
    def from_value(cls, value: str) -> Vote:
        """Read a feedback button's ``value``; raises as ``unpack``."""
        return cls(Pointer.from_value(value[1:]), value.startswith("+"))


def button(action_id: str, label: str, pointer: Pointer, *, spoken: str = "") -> Block:
    """Return a button; ``spoken`` is what screen readers say where the label alone would not do."""
    return plain_button(action_id, label, pointer.to_value(), spoken=spoken)


def plain_button(action_id: str, label: str, value: str, *, spoken: str = "") -> Block:
    """Return a button that carries ``value`` as it is."""
    return _labelled(action_id, label, spoken) | {"value": value}


def link_button(action_id: str, label: str, address: str, *, spoken: str = "") -> Block:
    """Return a button that opens ``address`` in the browser."""
    return _labelled(action_id, label, spoken) | {"url": address}


def feedback(pointer: Pointer) -> Block:
    """Return Slack's own pair of feedback buttons, for what ``pointer`` points to.

    They toggle without an event for letting go, so the last vote counts:
    https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
    """
    voted = {"positive_button": (wording.HELPFUL, True), "negative_button": (wording.NOT_HELPFUL, False)}
    element: Block = {"type": "feedback_buttons", "action_id": FEEDBACK}
    for name, (label, is_helpful) in voted.items():
        value = Vote(pointer, is_helpful).to_value()
        element[name] = {"text": text_object(label, BUTTON_TEXT), "value": value, "accessibility_label": label}
    return {"type": "context_actions", "elements": [element]}


def actions(*elements: Block) -> list[Block]:
    """Return a row of buttons: one actions block, or none if there is no element."""
    return [{"type": "actions", "elements": list(elements)}] if elements else []


def _labelled(action_id: str, label: str, spoken: str) -> Block:
    element: Block = {"type": "button", "action_id": action_id, "text": text_object(label, BUTTON_TEXT)}
    return element | {"accessibility_label": shorten(spoken, ACCESSIBILITY_LABEL)} if spoken else element
