"""Conversation: no article helped, so a person is asked; somebody takes the question, and the asker is told."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.markdown import plaintext
from bot.slack import sending
from bot.slack.blockkit.blocks import person, said, sentence
from bot.slack.blockkit.buttons import (
    ASK_A_PERSON,
    MARK_ANSWERED,
    MOST_QUESTION,
    TAKE_QUESTION,
    Block,
    Pointer,
    actions,
    plain_button,
)
from bot.slack.blockkit.messages import Message, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.slack.claims import Claims
    from bot.slack.recording import Recording

log = logging.getLogger(__name__)

_PLACE = re.compile(r"[CGDUW][A-Z0-9]{7,}")


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question on its way to a person: who asked, and what."""

    asker: str
    question: str

    def to_value(self) -> str:
        """Return the ``value`` of the buttons under it."""
        return json.dumps([self.asker, self.question[:MOST_QUESTION]], ensure_ascii=False)

    @classmethod
    def from_value(cls, value: str) -> Enquiry:
        """Read a button's ``value``.

        Raises:
            ValueError: it is none of ours.
        """
        match json.loads(value):
            case [str(asker), str(question)]:
                return cls(asker, question)
            case _:
                raise ValueError(f"not an enquiry: {value[:80]}")


@dataclass(frozen=True, slots=True)
class Escalating:
    """Hands questions to the people in ``channel`` (an id), or to the expert whom the nearest article names."""

    answerer: Answerer
    channel: str
    claims: Claims
    recording: Recording

    async def ask_a_person(self, args: AsyncArgs) -> None:
        """Post the question with what was tried, once, and tell the asker."""
        if not self.claims.claim(args, ASK_A_PERSON):
            await sending.privately(args, plain(wording.ASKED_ALREADY))
            return
        pointer = Pointer.from_value((args.action or {}).get("value", ""))
        enquiry = Enquiry(args.context.user_id or "", pointer.question)
        tried = [hit.article for hit in self.answerer.rank(pointer.question, 3)]
        place = next((one.expert for one in tried[:1] if _PLACE.fullmatch(one.expert)), self.channel)
        try:
            await sending.in_thread(args, _enquiry(enquiry, [one.title for one in tried]), place)
        except SlackApiError as refusal:
            self.claims.give_back(args, ASK_A_PERSON)
            log.error("No enquiry could be posted to %s: %s", place, refusal.response.get("error"))  # noqa: TRY400
            await sending.privately(args, plain(wording.NOBODY_REACHED))
            return
        self.recording.escalated(args, pointer.question)
        await sending.privately(args, plain(wording.ASKED_A_PERSON))

    async def take(self, args: AsyncArgs) -> None:
        """Show in the channel who takes the question, and tell the asker; whoever comes second is told so."""
        if self.claims.is_done(args, MARK_ANSWERED) or not self.claims.claim(args, TAKE_QUESTION):
            await sending.privately(args, plain(wording.TAKEN_ALREADY))
            return
        self.recording.taken_over(args, _pressed(args).question)
        await self._progress(args, wording.TAKEN, wording.taken_for_you, is_done=False)

    async def mark_answered(self, args: AsyncArgs) -> None:
        """Show in the channel who answered, and tell the asker; whoever comes second is told so."""
        if not self.claims.claim(args, MARK_ANSWERED):
            await sending.privately(args, plain(wording.TAKEN_ALREADY))
            return
        self.recording.answered(args, _pressed(args).question)
        await self._progress(args, wording.ANSWERED, wording.answered_for_you, is_done=True)

    async def _progress(self, args: AsyncArgs, state: str, told: Callable[[str], str], *, is_done: bool) -> None:
        enquiry, helper = _pressed(args), args.context.user_id or ""
        await sending.in_place(args, _enquiry(enquiry, [], (state, helper), is_done=is_done))
        note = told(enquiry.question)
        message = Message(plaintext.escaped(note), (sentence(person(helper), said(f" {note}")),))
        try:
            await sending.in_thread(args, message, enquiry.asker)
        except SlackApiError as refusal:  # they left, most likely
            log.warning("The asker could not be told: %s", refusal.response.get("error"))
            await sending.privately(args, plain(wording.ASKER_NOT_REACHED))


def _pressed(args: AsyncArgs) -> Enquiry:
    return Enquiry.from_value((args.action or {}).get("value", ""))


def _enquiry(
    enquiry: Enquiry, tried: list[str], state: tuple[str, str] | None = None, *, is_done: bool = False
) -> Message:
    """The question as the experts see it, what was tried or who has it, and what they can do."""
    asked = wording.asked(enquiry.question)
    lines = [sentence(person(enquiry.asker), said(f" {asked}"))]
    if tried:
        lines.append(sentence(said(wording.tried(tried))))
    if state:
        lines.append(sentence(said(f"{state[0]} "), person(state[1])))
    offered = () if is_done else _offered(enquiry, is_taken=state is not None)
    return Message(plaintext.escaped(asked), (*lines, *actions(*offered)))


def _offered(enquiry: Enquiry, *, is_taken: bool) -> list[Block]:
    take = plain_button(TAKE_QUESTION, wording.TAKE_QUESTION, enquiry.to_value())
    answered = plain_button(MARK_ANSWERED, wording.MARK_ANSWERED, enquiry.to_value())
    return [answered] if is_taken else [take, answered]
