"""Conversation: a button, command or shortcut that nobody listens to; without these Slack would show a time-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from bot.slack import sending
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs


async def unknown_command(args: AsyncArgs) -> None:
    """Say what commands there are."""
    await sending.privately(args, plain(wording.UNKNOWN_COMMAND))


async def unknown_button(args: AsyncArgs) -> None:
    """Say that the button is not known, perhaps no longer."""
    await sending.privately(args, plain(wording.UNKNOWN_BUTTON))


async def ignored(_args: AsyncArgs) -> None:
    """Do nothing: an event that the bot did not ask for."""
