"""Conversation: somebody wants what is recorded about them to be forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import sending
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs


@dataclass(frozen=True, slots=True)
class Forgetting:
    """``forget`` deletes all events of a Slack user and returns how many there were; it may block."""

    forget: Callable[[str], int]

    async def forget_me(self, args: AsyncArgs) -> None:
        """Delete what is recorded about the person, and say how much that was."""
        count = await asyncio.to_thread(self.forget, args.context.user_id or "")
        await sending.privately(args, plain(wording.forgotten(count)))
