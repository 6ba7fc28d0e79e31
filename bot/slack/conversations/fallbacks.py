"""Conversation: a button, command or shortcut that nobody knows; without these Slack would show a time-out."""

from __future__ import annotations

from bot import wording
from bot.slack.blockkit.messages import plain
from bot.slack.bot import SlackBot
from bot.slack.request import Request


async def refuse_command(request: Request, bot: SlackBot) -> None:
    """Say what commands there are."""
    await bot.sender.privately(request, plain(wording.UNKNOWN_COMMAND))


async def correct(subcommand: str, request: Request, bot: SlackBot) -> None:
    """Ask whether ``subcommand`` was meant, which is nearly what was typed."""
    await bot.sender.privately(request, plain(wording.DID_YOU_MEAN.format(wording.COMMAND, subcommand)))


async def refuse_button(request: Request, bot: SlackBot) -> None:
    """Say that the button is not known, perhaps no longer."""
    await bot.sender.privately(request, plain(wording.UNKNOWN_BUTTON))


async def ignore(_request: Request, _bot: SlackBot) -> None:
    """Do nothing: an event that is not for the bot."""
