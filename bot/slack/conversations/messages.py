"""Conversation: somebody writes a message; who it is for decides what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.slack import message_text

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.slack.conversations.asking import Asking
    from bot.slack.conversations.following import Following
    from bot.slack.conversations.unprompted import Overhearing


@dataclass(frozen=True, slots=True)
class Messages:
    """Tells what is written to the bot from what it only overhears; without ``following``, threads are left alone."""

    asking: Asking
    following: Following | None
    overhearing: Overhearing

    async def heard(self, args: AsyncArgs) -> None:
        """Reply to a direct message; judge what is said in a channel. A mention comes as an event of its own."""
        event = args.event or {}
        if not message_text.is_from_a_person(event):
            return
        if message_text.is_direct_message(event):
            await self.asking.by_message(args, event)
        elif message_text.mentions(event, args.context.bot_user_id or ""):
            return
        elif "thread_ts" not in event:
            await self.overhearing.heard(args, event)
        elif self.following:
            await self.following.heard(args, event)
