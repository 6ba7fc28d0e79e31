"""Conversation: somebody asks, by command, mention or direct message, and gets a reply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.model import Answer, NoAnswer
from bot.slack import message_text, sending
from bot.slack.blockkit.messages import message, plain
from bot.slack.conversations.continuing import wish
from bot.slack.small_talk import small_talk
from bot.state.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.journal.events import Surface
    from bot.model import Reply
    from bot.slack.access import Courtesy
    from bot.slack.blockkit.messages import Message, Presentation
    from bot.slack.conversations.continuing import Continuing
    from bot.slack.recording import Recording
    from bot.state.topics import Topics


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers what is asked, where it was asked."""

    answerer: Answerer
    shown: Presentation
    courtesy: Courtesy
    topics: Topics
    continuing: Continuing
    recording: Recording

    async def privately(self, args: AsyncArgs, question: str) -> None:
        """Reply to a slash command: only the person who asked sees it, and may post it."""
        began_s = self.recording.clock()
        talk = wording.GOES_ON_ELSEWHERE if wish(question) else small_talk(question)
        if talk:
            await sending.privately(args, plain(talk))
            return
        reply = self.answerer.answer(question)
        self.recording.replied(args, "command", reply, began_s)
        await sending.privately(args, message(reply, self.shown.here(can_post=True)))

    async def by_mention(self, args: AsyncArgs) -> None:
        """Reply to a mention in the thread it stands in, or in a new one under it."""
        if args.event and message_text.is_from_a_person(args.event):
            await self._converse(args, args.event, "mention")

    async def by_message(self, args: AsyncArgs, event: Mapping[str, Any]) -> None:
        """Reply to a direct message in its thread."""
        await self._converse(args, event, "direct message")

    async def by_follow_up(self, args: AsyncArgs, event: Mapping[str, Any]) -> None:
        """Reply to what goes on in a thread without a mention, if anything fits: perhaps the bot was not meant."""
        question = message_text.question(event.get("text", ""))
        if wish(question) or not isinstance(self._reply(question, self.topics.recall(event)), NoAnswer):
            await self._converse(args, event, "mention")

    async def _converse(self, args: AsyncArgs, event: Mapping[str, Any], surface: Surface) -> None:
        if await self.courtesy.turns_away(args):
            return
        question = message_text.question(event.get("text", ""))
        talk = wording.GREETING if message_text.is_mere_mention(event) else small_talk(question)
        for one in [plain(talk)] if talk else self._in_light_of_topic(args, event, question, surface):
            await sending.in_thread(args, one, event["channel"], event.get("thread_ts") or event["ts"])

    def _in_light_of_topic(
        self, args: AsyncArgs, event: Mapping[str, Any], question: str, surface: Surface
    ) -> list[Message]:
        """The messages for a question, or for a word that goes on with what the conversation was last about."""
        topic, wanted, began_s = self.topics.recall(event), wish(question), self.recording.clock()
        if wanted:
            messages, after = self.continuing.go_on(wanted, topic)
        else:
            reply = self._reply(question, topic)
            messages, after = [message(reply, self.shown)], _topic_after(question, topic, reply)
            self.recording.replied(args, surface, reply, began_s)
        if after:
            self.topics.remember(event, replace(after, asker=event["user"]))
        return messages

    def _reply(self, question: str, topic: Topic | None) -> Reply:
        if topic is None:
            return self.answerer.answer(question)
        return self.answerer.follow_up(question, topic.question, topic.urls)


def _topic_after(question: str, before: Topic | None, reply: Reply) -> Topic:
    """A question with a clear answer changes the subject; one that needed the subject before keeps it."""
    subject = question if before is None or isinstance(reply, Answer) else before.question
    return Topic(subject, tuple(hit.article.url for hit in reply.hits[:1]))
