"""Conversation: somebody asks the command for help."""

from __future__ import annotations

from bot import wording
from bot.slack.blockkit.messages import plain
from bot.slack.bot import SlackBot
from bot.slack.request import Request
from bot.slack.routes import subcommand


async def show_help(request: Request, bot: SlackBot) -> None:
    """Say what the bot can do; admins also read what they can."""
    text = f"{wording.HELP}\n{wording.ADMIN_HELP}" if bot.access.is_admin(request) else wording.HELP
    await bot.sender.privately(request, plain(text))


ROUTES = (*subcommand("help", show_help),)
