"""Conversation: somebody wants what is recorded about them to be forgotten."""

from __future__ import annotations

import asyncio

from bot import wording
from bot.slack.blockkit.messages import plain
from bot.slack.bot import SlackBot
from bot.slack.request import Request
from bot.slack.routes import command


async def forget_me(request: Request, bot: SlackBot) -> None:
    """Delete what is recorded about the person, and say how much that was."""
    count = await asyncio.to_thread(bot.journal.forget, request.user)
    await bot.sender.privately(request, plain(wording.forgotten(count)))


ROUTES = (command("forget-me", forget_me),)
