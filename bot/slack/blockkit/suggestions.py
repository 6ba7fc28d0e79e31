"""Suggested aliases → blocks with what to decide.

Pure: no I/O. A button carries the whole alias, so a press on an old message still means the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.aliases import Alias
from bot.slack.blockkit import outline
from bot.slack.blockkit.buttons import actions, plain_button
from bot.slack.blockkit.composition import text_object
from bot.slack.blockkit.messages import Message
from bot.slack.limits import SECTION

if TYPE_CHECKING:
    from bot.journal.review import Pending, Review, Suggested
    from bot.journal.suggestions import Effect

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
    offered = (block for number, one in rows for block in _suggested(number, one, review.questions))
    waiting = [_pending(number, one) for number, one in enumerate(review.pending[:MOST_PENDING])]
    title = outline.blocks([outline.line(wording.PENDING, is_bold=True)]) if waiting else []
    return [*offered, *title, *waiting]


def alias_value(alias: Alias) -> str:
    """Return the ``value`` of the buttons about an alias."""
    return json.dumps([alias.url, alias.text], ensure_ascii=False)


def alias_of(value: str) -> Alias:
    """Read a button's ``value``.

    Raises:
        ValueError: it is none of ours.
    """
    match json.loads(value):
        case [str(url), str(text)]:
            return Alias(url, text)
        case _:
            raise ValueError(f"not an alias: {value[:80]}")


def _suggested(number: int, one: Suggested, questions: int) -> list[Block]:
    proposal = one.proposal
    told = f"{wording.taught_by(proposal.people, proposal.times)}; {_effect(one.effect, questions)}"
    text = f"{wording.SUGGESTED.format(proposal.alias.text, proposal.title)}\n{told}"
    return [{"type": "section", "text": text_object(text, SECTION)}, *actions(*_buttons(number, one))]


def _effect(effect: Effect | None, questions: int) -> str:
    if effect is None:
        return wording.NOT_TRIED
    change = wording.effect(effect.gains, effect.breaks, questions)
    return "; ".join((change, *wording.objections(effect.collisions, effect.misspelt)))


def _buttons(number: int, one: Suggested) -> list[Block]:
    """What does harm, or is not tried, cannot be accepted."""
    value, text = alias_value(one.proposal.alias), one.proposal.alias.text
    accept = plain_button(f"{ACCEPT_ALIAS}:{number}", wording.ACCEPT, value, spoken=f"{wording.ACCEPT} “{text}”")
    reject = plain_button(f"{REJECT_ALIAS}:{number}", wording.REJECT, value, spoken=f"{wording.REJECT} “{text}”")
    return [accept, reject] if one.effect and one.effect.is_harmless else [reject]


def _pending(number: int, one: Pending) -> Block:
    text = wording.SUGGESTED.format(one.alias.text, one.title)
    value = alias_value(one.alias)
    spoken = f"{wording.TAKE_BACK} “{one.alias.text}”"
    return {
        "type": "section",
        "text": text_object(text, SECTION),
        "accessory": plain_button(f"{TAKE_BACK_ALIAS}:{number}", wording.TAKE_BACK, value, spoken=spoken),
    }
