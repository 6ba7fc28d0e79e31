"""Conversation: an admin looks at what is served, has the articles read anew, activates, discards, rolls back."""

from __future__ import annotations

import asyncio

from bot import wording
from bot.errors import QuicktakeError
from bot.model import Release
from bot.slack.blockkit import reports
from bot.slack.blockkit.home import RELOAD, ROLL_BACK
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.reports import ACTIVATE_RELEASE, DISCARD_RELEASE
from bot.slack.bot import SlackBot
from bot.slack.conversations.home import and_show_home
from bot.slack.request import Request
from bot.slack.routes import action, subcommand


async def status(request: Request, bot: SlackBot) -> None:
    """Report what is served."""
    await bot.sender.privately(request, reports.status(await asyncio.to_thread(bot.status)))


async def reload(request: Request, bot: SlackBot) -> None:
    """Read the corpus anew and report what would change; one reload at a time."""
    if bot.releases.is_reloading:
        raise QuicktakeError(wording.RELOAD_RUNNING)
    bot.recording.administered(request, "reload")
    reloading = asyncio.ensure_future(bot.releases.reload())
    await bot.sender.privately(request, plain(wording.RELOADING))
    await bot.sender.privately(request, reports.reload(await reloading))


async def activate(request: Request, bot: SlackBot) -> None:
    """Let the staged release under the pressed button answer."""
    release = _release_behind(request)
    await bot.releases.activate(release)
    await _report(request, bot, wording.ACTIVATED.format(release))


async def discard(request: Request, bot: SlackBot) -> None:
    """Drop the staged release under the pressed button."""
    release = _release_behind(request)
    await bot.releases.discard(release)
    await _report(request, bot, wording.DISCARDED.format(release))


async def roll_back(request: Request, bot: SlackBot) -> None:
    """Let the release before answer again."""
    await bot.releases.roll_back()
    await _report(request, bot, wording.ROLLED_BACK)


def _release_behind(request: Request) -> Release:
    try:
        return Release.parse(request.value)
    except ValueError:
        raise QuicktakeError(wording.UNKNOWN_BUTTON) from None


async def _report(request: Request, bot: SlackBot, done: str) -> None:
    """Say what was done and which release answers now."""
    bot.recording.administered(request, done)
    serving = wording.ANSWERS_NOW.format(bot.answerer.release)
    await bot.sender.privately(request, plain(f"{done} {serving}"))


ROUTES = (
    *subcommand("status", status),
    *subcommand("reload", reload),
    *subcommand("rollback", roll_back),
    action(ACTIVATE_RELEASE, and_show_home(activate), is_for_admins=True),
    action(DISCARD_RELEASE, and_show_home(discard), is_for_admins=True),
    action(RELOAD, and_show_home(reload), is_for_admins=True),
    action(ROLL_BACK, and_show_home(roll_back), is_for_admins=True),
)
