"""Conversation: somebody asks a channel, not the bot, and the bot answers where an admin lets it and it is sure."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.errors import QuicktakeError
from bot.model import Answer
from bot.slack import sending
from bot.slack.blockkit.buttons import Vote
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.unprompted import Unasked, unasked
from bot.slack.open_questions import open_question
from bot.state.channel_modes import ChannelMode
from bot.state.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.journal.events import OverheardOutcome
    from bot.slack.access import Courtesy
    from bot.slack.blockkit.messages import Presentation
    from bot.slack.conversations.admin import Administration
    from bot.slack.delay import Patience
    from bot.slack.recording import Recording
    from bot.slack.repetitions import Repetitions
    from bot.state.topics import Topics

SURE_AT = 0.97
"""Confidence to speak up with, where nobody asked. Of 538 labelled questions over three collections, 182 are answered
with it, 1 of them wrongly and none of the 116 that have no answer; of 50 questions of everyday office talk, none (4 at
.9). With the .66 for those who ask, 17 of 297 answers are wrong."""

NOT_MEANT_REASON = "not what was meant"


@dataclass(frozen=True, slots=True)
class Overhearing:
    """Speaks up, or in shadow mode notes what it would say; ``mode_of`` may block and raise QuicktakeError."""

    answerer: Answerer
    shown: Presentation
    courtesy: Courtesy
    mode_of: Callable[[str], ChannelMode]
    patience: Patience
    repetitions: Repetitions
    topics: Topics
    administration: Administration
    recording: Recording

    async def heard(self, args: AsyncArgs, event: Mapping[str, Any]) -> None:
        """Judge a message in a channel; most are none of the bot's business."""
        question = open_question(event)
        if question is None or not self.courtesy.keeps_inside(args) or await self._mode(event) is ChannelMode.OFF:
            return
        reply = self.answerer.answer(question)
        if not isinstance(reply, Answer) or reply.hits[0].confidence < SURE_AT:
            self.recording.overheard(args, event, "unsure", reply)
        elif await self.patience.lasts():
            await self._speak_up(args, event, reply)

    async def take_back(self, args: AsyncArgs) -> None:
        """Remove an unasked answer for the person who asked, or for an admin."""
        pressed = Unasked.from_value((args.action or {}).get("value", ""))
        if args.context.user_id != pressed.asker and not self.administration.is_admin(args):
            await sending.privately(args, plain(wording.ONLY_ASKER))
        elif not await _deleted(args):
            await sending.privately(args, plain(wording.ALREADY_TAKEN_AWAY))
        else:
            self.recording.voted(args, Vote(pressed.pointer, is_helpful=False), NOT_MEANT_REASON)
            await sending.privately(args, plain(wording.TAKEN_AWAY))

    async def _speak_up(self, args: AsyncArgs, event: Mapping[str, Any], answer: Answer) -> None:
        outcome = await self._outcome(args, event, answer)
        if outcome == "said":
            made = unasked(answer, event["user"], self.shown)
            await sending.in_thread(args, made, event["channel"], event["ts"])
            self.topics.remember(event, Topic(answer.question, (answer.hits[0].article.url,)))
        if outcome:
            self.recording.overheard(args, event, outcome, answer)

    async def _outcome(self, args: AsyncArgs, event: Mapping[str, Any], answer: Answer) -> OverheardOutcome | None:
        """What becomes of it now that people had their time; None if it or the admin's consent is gone meanwhile."""
        mode, repliers = await self._mode(event), await _repliers(args, event)
        if mode is ChannelMode.OFF or repliers is None:
            return None
        if repliers - {event["user"]}:
            return "replied"
        if not self.repetitions.is_new(event["channel"], answer.hits[0].article.url):
            return "repeated"
        return "said" if mode is ChannelMode.ON else "shadow"

    async def _mode(self, event: Mapping[str, Any]) -> ChannelMode:
        try:
            return await asyncio.to_thread(self.mode_of, event["channel"])
        except QuicktakeError:  # the journal's own trouble, which it reports itself
            return ChannelMode.OFF


async def _repliers(args: AsyncArgs, event: Mapping[str, Any]) -> set[str] | None:
    """Return who wrote in the thread, the asker included; None if the question was deleted.

    The thread is read with the scope that the event came by.
    """
    try:
        thread = await args.client.conversations_replies(channel=event["channel"], ts=event["ts"])
    except SlackApiError as refusal:
        if refusal.response.get("error") != "thread_not_found":
            raise
        return None
    return {one.get("user", "") for one in thread["messages"]}


async def _deleted(args: AsyncArgs) -> bool:
    """Remove the message whose button was pressed; False if somebody was first."""
    place = args.body["container"]
    try:
        await args.client.chat_delete(channel=place["channel_id"], ts=place["message_ts"])
    except SlackApiError as refusal:
        if refusal.response.get("error") != "message_not_found":
            raise
        return False
    return True
