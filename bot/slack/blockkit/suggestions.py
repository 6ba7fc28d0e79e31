"""Suggested aliases → blocks with what to decide.

Pure: no I/O. A button carries the whole alias, so a press on an old message still means the same.
"""

from __future__ import annotations

from typing import Any

from bot import wording
from bot.aliases import Alias
from bot.journal.review import Pending, Review
from bot.journal.suggestions import Suggestion
from bot.slack.blockkit import outline
from bot.slack.blockkit.buttons import actions, pack, plain_button, unpack
from bot.slack.blockkit.composition import text_object
from bot.slack.blockkit.messages import Message
from bot.slack.limits import SECTION

Block = dict[str, Any]

ACCEPT_ALIAS = "accept_alias"
REJECT_ALIAS = "reject_alias"
TAKE_BACK_ALIAS = "take_back_alias"

MOST_PENDING = 15


def suggestions(review: Review, outcome: str = "") -> Message:
    """Return what there is to decide, below what came of the press before."""
    is_empty = not review.suggestions and not review.pending
    intro = outcome or (wording.NOTHING_TO_SUGGEST if is_empty else wording.SUGGESTIONS)
    return Message(intro, (*outline.blocks([outline.line(intro)]), *decisions(review)))


def decisions(review: Review, most: int | None = None) -> list[Block]:
    """Return the suggestions with their buttons, then what waits to come into the files."""
    rows = enumerate(review.suggestions[:most])
    offered = (block for number, one in rows for block in _suggestion(number, one))
    shown = tuple(enumerate(review.pending[:MOST_PENDING]))
    waiting = [_pending(number, one) for number, one in shown if not one.is_live]
    live = [_pending(number, one) for number, one in shown if one.is_live]
    return [*offered, *_titled(wording.WAITING, waiting), *_titled(wording.PENDING, live)]


def alias_value(alias: Alias) -> str:
    """Return the ``value`` of the buttons about an alias."""
    return pack(alias.url, alias.text)


def alias_of(value: str) -> Alias:
    """Read a button's ``value``; raises as ``unpack``."""
    return Alias(*unpack(value, 2))


def _titled(title: str, rows: list[Block]) -> list[Block]:
    return [*outline.blocks([outline.line(title, is_bold=True)]), *rows] if rows else []


def _suggestion(number: int, one: Suggestion) -> list[Block]:
    told = (wording.taught_by(one.people, one.times), *wording.objections(one.collisions, one.misspelt))
    text = f"{wording.SUGGESTED.format(one.alias.text, one.title)}\n{'; '.join(told)}"
    return [{"type": "section", "text": text_object(text, SECTION)}, *actions(*_buttons(number, one))]


def _buttons(number: int, one: Suggestion) -> list[Block]:
    """What does harm cannot be accepted."""
    value, text = alias_value(one.alias), one.alias.text
    accept = plain_button(f"{ACCEPT_ALIAS}:{number}", wording.ACCEPT, value, spoken=f"{wording.ACCEPT} “{text}”")
    reject = plain_button(f"{REJECT_ALIAS}:{number}", wording.REJECT, value, spoken=f"{wording.REJECT} “{text}”")
    return [accept, reject] if one.is_harmless else [reject]


def _pending(number: int, one: Pending) -> Block:
    text = wording.SUGGESTED.format(one.alias.text, one.title)
    value = alias_value(one.alias)
    spoken = f"{wording.TAKE_BACK} “{one.alias.text}”"
    return {
        "type": "section",
        "text": text_object(text, SECTION),
        "accessory": plain_button(f"{TAKE_BACK_ALIAS}:{number}", wording.TAKE_BACK, value, spoken=spoken),
    }
