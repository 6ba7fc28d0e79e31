"""Conversation: no article helped, so a person is asked; somebody takes the question, and the asker is told."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.errors import QuicktakeError
from bot.model import NoAnswer, Reply
from bot.slack.blockkit.blocks import person, said, sentence
from bot.slack.blockkit.buttons import MOST_QUESTION, Block, Pointer, actions, pack, plain_button, unpack
from bot.slack.blockkit.messages import Message, Presentation, plain
from bot.slack.bot import SlackBot
from bot.slack.conversations.posting import post_once
from bot.slack.refusals import advise
from bot.slack.request import Request
from bot.slack.routes import action, offer

log = logging.getLogger(__name__)

TAKE_QUESTION = "take_question"
MARK_ANSWERED = "mark_answered"

_PLACE = re.compile(r"[CGDUW][A-Z0-9]{7,}")


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question on its way to a person: who asked, and what."""

    asker: str
    question: str

    def to_value(self) -> str:
        """Return the ``value`` of the buttons under it."""
        return pack(self.asker, self.question[:MOST_QUESTION])

    @classmethod
    def from_value(cls, value: str) -> Enquiry:
        """Read a button's ``value``; raises as ``unpack``."""
        return cls(*unpack(value, 2))


async def ask_a_person(request: Request, bot: SlackBot) -> None:
    """Post the question, with what was tried, to the expert whom the nearest article names, or to all experts."""
    enquiry = Enquiry(request.user, Pointer.from_value(request.value).question)
    tried = [hit.article for hit in bot.answerer.rank(enquiry.question, 3)]
    place = next((one.expert for one in tried[:1] if _PLACE.fullmatch(one.expert)), bot.expert_channel)
    with post_once(request, bot, wording.ASKED_ALREADY):
        try:
            await bot.sender.post(_show(enquiry, [one.title for one in tried]), place)
        except SlackApiError as refusal:
            log.error("No question could be passed on to %s: %s", place, advise(refusal))  # noqa: TRY400  (quotes nobody)
            raise QuicktakeError(wording.NOBODY_REACHED) from refusal
    bot.recording.escalated(request, enquiry.question)
    await bot.sender.privately(request, plain(wording.ASKED_A_PERSON))


async def take(request: Request, bot: SlackBot) -> None:
    """Show in the channel who takes the question, and tell the asker; whoever comes second is told so."""
    if bot.once.is_taken(request.key(MARK_ANSWERED)) or not bot.once.take(request.key()):
        raise QuicktakeError(wording.TAKEN_ALREADY)
    bot.recording.taken_over(request, Enquiry.from_value(request.value).question)
    await _progress(request, bot, wording.TAKEN, wording.taken_for_you, is_done=False)


async def mark_answered(request: Request, bot: SlackBot) -> None:
    """Show in the channel who answered, and tell the asker; whoever comes second is told so."""
    if not bot.once.take(request.key()):
        raise QuicktakeError(wording.TAKEN_ALREADY)
    bot.recording.answered(request, Enquiry.from_value(request.value).question)
    await _progress(request, bot, wording.ANSWERED, wording.answered_for_you, is_done=True)


async def _progress(request: Request, bot: SlackBot, state: str, tell: Callable[[str], str], *, is_done: bool) -> None:
    enquiry = Enquiry.from_value(request.value)
    await bot.sender.in_place(request, _show(enquiry, [], (state, request.user), is_done=is_done))
    note = tell(enquiry.question)
    message = Message(note, (sentence(person(request.user), said(f" {note}")),))
    try:
        await bot.sender.post(message, enquiry.asker)
    except SlackApiError as refusal:  # they left, most likely
        log.warning("The asker could not be told: %s", advise(refusal))
        await bot.sender.privately(request, plain(wording.ASKER_NOT_REACHED))


def _show(
    enquiry: Enquiry, tried: list[str], state: tuple[str, str] | None = None, *, is_done: bool = False
) -> Message:
    """Show the question to the experts: what was tried or who has it, and what they can do."""
    asked = wording.asked(enquiry.question)
    lines = [sentence(person(enquiry.asker), said(f" {asked}"))]
    if tried:
        lines.append(sentence(said(wording.tried(tried))))
    if state:
        lines.append(sentence(said(f"{state[0]} "), person(state[1])))
    offered = () if is_done else _offer(enquiry, is_taken=state is not None)
    return Message(asked, (*lines, *actions(*offered)))


def _offer(enquiry: Enquiry, *, is_taken: bool) -> list[Block]:
    take_it = plain_button(TAKE_QUESTION, wording.TAKE_QUESTION, enquiry.to_value())
    answered = plain_button(MARK_ANSWERED, wording.MARK_ANSWERED, enquiry.to_value())
    return [answered] if is_taken else [take_it, answered]


def _can_escalate(reply: Reply, shown: Presentation) -> bool:
    return isinstance(reply, NoAnswer) and shown.can_escalate


ROUTES = (
    offer("ask_a_person", wording.ASK_A_PERSON, ask_a_person, _can_escalate),
    action(TAKE_QUESTION, take),
    action(MARK_ANSWERED, mark_answered),
)
