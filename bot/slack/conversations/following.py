"""Conversation: “and in groups?” in a thread that the bot was asked in, without mentioning it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.slack import message_text
from bot.slack.conversations.continuing import wish
from bot.slack.open_questions import follow_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.slack.access import Courtesy
    from bot.slack.conversations.asking import Asking
    from bot.state.topics import Topics


@dataclass(frozen=True, slots=True)
class Following:
    """Goes on with whoever asked the bot last in a thread, until somebody else speaks there."""

    asking: Asking
    topics: Topics
    courtesy: Courtesy

    async def heard(self, args: AsyncArgs, event: Mapping[str, Any]) -> None:
        """Judge a message in a thread; what people say to each other is none of the bot's business."""
        topic = self.topics.recall(event)
        if topic is None or not topic.asker:
            return
        if event["user"] != topic.asker or message_text.names_people(event):
            self.topics.remember(event, replace(topic, asker=""))
        elif _goes_on(event) and self.courtesy.keeps_inside(args):
            await self.asking.by_follow_up(args, event)


def _goes_on(event: Mapping[str, Any]) -> bool:
    return follow_up(event) is not None or wish(message_text.question(event.get("text", ""))) is not None
