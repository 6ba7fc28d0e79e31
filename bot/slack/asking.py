"""Conversation: somebody asks, by command, mention or direct message, and gets a reply."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import incoming, sending
from bot.slack.blocks import Message, Setting, message, plain
from bot.slack.smalltalk import small_talk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers what is asked, where it was asked."""

    answerer: Answerer
    site_url: str

    async def privately(self, args: AsyncArgs, question: str) -> None:
        """Reply to a slash command: only the person who asked sees it, and may post it."""
        reply = self._reply(question, Setting(self.site_url, can_post=True))
        await sending.privately(args, reply)

    async def by_mention(self, args: AsyncArgs) -> None:
        """Reply to a mention in the thread it stands in, or in a new one under it."""
        if args.event and incoming.is_from_a_person(args.event):
            await self._in_thread(args, args.event)

    async def by_message(self, args: AsyncArgs) -> None:
        """Reply to a direct message in its thread; in channels only mentions are answered."""
        if args.event and incoming.is_from_a_person(args.event) and incoming.is_direct_message(args.event):
            await self._in_thread(args, args.event)

    async def _in_thread(self, args: AsyncArgs, event: Mapping[str, Any]) -> None:
        reply = self._reply(incoming.question(event.get("text", "")), Setting(self.site_url))
        await sending.in_thread(args, reply, event["channel"], event.get("thread_ts") or event["ts"])

    def _reply(self, question: str, setting: Setting) -> Message:
        if question.lower() == "help":
            return plain(wording.HELP)
        talk = small_talk(question)
        return plain(talk) if talk else message(self.answerer.answer(question), setting)
