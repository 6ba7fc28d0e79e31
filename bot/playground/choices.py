"""What a single key press can choose in a message or modal: buttons, feedback, options.

Pure: no I/O. The order is the reading order, so that numbers drawn beside them and numbers pressed agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.playground.elements import interactive, options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.playground.model import Json

_WITH_OPTIONS = {"static_select", "radio_buttons", "overflow"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose.

    Attributes:
        label: the words on it.
        action_id: of its element.
        value: tells the options of one element apart; None for a button.
        url: where a link button leads.
    """

    label: str
    action_id: str
    value: str | None = None
    url: str | None = None


def choices(blocks: Iterable[Json]) -> tuple[Choice, ...]:
    """List everything to choose in blocks, but for the fields of a form."""
    pressable = [block for block in blocks if block["type"] != "input"]
    return tuple(choice for element in interactive(pressable) for choice in choices_of(element))


def choices_of(element: Json) -> tuple[Choice, ...]:
    """List what one element offers; nothing if it takes more than a key press."""
    kind, action_id = element["type"], element.get("action_id", "")
    if kind in {"button", "icon_button"}:
        return (Choice(element["text"]["text"], action_id, url=element.get("url")),)
    if kind == "feedback_buttons":
        pair = (element["positive_button"], element["negative_button"])
        return tuple(Choice(button["text"]["text"], action_id, button["value"]) for button in pair)
    if kind in _WITH_OPTIONS:
        return tuple(Choice(option["text"]["text"], action_id, option["value"]) for option in options(element))
    return ()
