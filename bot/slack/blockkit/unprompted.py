"""What is said unasked, and what admins are told of it → messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot import wording
from bot.journal.queries import ChannelReport
from bot.model import Answer
from bot.slack.blockkit.blocks import context, said, sentence
from bot.slack.blockkit.buttons import Pointer, actions, pack, plain_button, unpack
from bot.slack.blockkit.messages import Message, Presentation, message
from bot.state.channel_modes import ChannelMode

Block = dict[str, Any]

NOT_MEANT = "not_meant"


@dataclass(frozen=True, slots=True)
class Unasked:
    """An answer that nobody asked the bot for: what it points to, and who asked the channel."""

    pointer: Pointer
    asker: str

    def to_value(self) -> str:
        """Return the ``value`` of its button."""
        return pack(self.asker, self.pointer.to_value())

    @classmethod
    def from_value(cls, value: str) -> Unasked:
        """Read the button's ``value``; raises as ``unpack``."""
        asker, pointer = unpack(value, 2)
        return cls(Pointer.from_value(pointer), asker)


@dataclass(frozen=True, slots=True)
class Mention:
    """An article that was said, or would have been; ``permalink`` leads to the question, if it is known."""

    title: str
    permalink: str


def unprompted_answer(answer: Answer, asker: str, shown: Presentation) -> Message:
    """Return the answer as it is said to somebody who did not ask for it, with the button that takes it away."""
    made = message(answer, shown)
    value = Unasked(Pointer(answer.hits[0].article.url, answer.question), asker).to_value()
    leave = actions(plain_button(NOT_MEANT, wording.NOT_WHAT_I_MEANT, value))
    return replace(made, blocks=(context(wording.UNASKED), *made.blocks, *leave))


def channel_status(
    mode: ChannelMode, report: ChannelReport, latest: Sequence[Mention], *, is_recording: bool
) -> Message:
    """Return what the bot does in a channel, and what came of it."""
    intro = wording.LISTENING[mode.value]
    facts = _facts(report) if is_recording else [wording.NOT_RECORDED]
    has_news = mode is not ChannelMode.OFF or bool(report.outcomes)
    blocks = [sentence(said(intro)), *([_bullets([said(fact)] for fact in facts)] if has_news else [])]
    if latest:
        blocks += [sentence(said(wording.LATEST_REMARKS)), _bullets([_link(one)] for one in latest)]
    return Message(intro, tuple(blocks))


def _facts(report: ChannelReport) -> list[str]:
    counts = dict(report.outcomes)
    return wording.overheard(
        heard=sum(counts.values()),
        said=counts.get("said", 0),
        would_say=counts.get("shadow", 0),
        people_first=counts.get("replied", 0),
        repeated=counts.get("repeated", 0),
    )


def _link(one: Mention) -> Block:
    return {"type": "link", "url": one.permalink, "text": one.title} if one.permalink else said(one.title)


def _bullets(items: Iterable[Sequence[Block]]) -> Block:
    sections = [{"type": "rich_text_section", "elements": list(item)} for item in items]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": sections}]}
