"""Conversation: somebody wants what is recorded about them to be forgotten."""

from __future__ import annotations

import asyncio

from bot import wording
from bot.slack.blockkit.messages import plain
from bot.slack.bot import SlackBot
from bot.slack.request import Request
from bot.slack.routes import subcommand


async def forget_me(request: Request, bot: SlackBot) -> None:
    """Delete what is recorded about the person, and say how much that was and whether it is gone for good."""
    done = await asyncio.to_thread(bot.journal.forget, request.user)
    await bot.sender.privately(request, plain(wording.forgotten(done.count, is_gone=done.is_gone)))


ROUTES = subcommand("forget-me", forget_me)
