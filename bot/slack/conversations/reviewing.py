"""Conversation: an admin looks at what the journal says, and decides on the aliases it suggests."""

from __future__ import annotations

import asyncio
import re

from bot import wording
from bot.aliases import Alias
from bot.errors import QuicktakeError
from bot.slack import message_text
from bot.slack.blockkit import reports
from bot.slack.blockkit.insights import insights
from bot.slack.blockkit.suggestions import ACCEPT_ALIAS, REJECT_ALIAS, TAKE_BACK_ALIAS, alias_of, suggestions
from bot.slack.bot import SlackBot
from bot.slack.conversations.home import is_home, show_home
from bot.slack.request import Request
from bot.slack.routes import action, subcommand
from bot.state.alias_decisions import AliasDecision

MOST_DAYS = 3_650
DAYS = 30
_DAYS = re.compile(r"(?:last )?(\d{1,4})(?: days?)?")


async def report_insights(request: Request, bot: SlackBot) -> None:
    """Report how the last days went; the command says how many, or nothing."""
    days = days_in(message_text.subcommand_in(request.text).removeprefix("insights"))
    if days is None:
        raise QuicktakeError(wording.DAYS_WANTED)
    found = await asyncio.to_thread(bot.learning.insights, days)
    await bot.sender.privately(request, insights(found, days))


async def show_suggestions(request: Request, bot: SlackBot) -> None:
    """Show what to decide on, and what was accepted and is not in the files yet."""
    await bot.sender.privately(request, suggestions(await asyncio.to_thread(bot.learning.review)))


async def accept(request: Request, bot: SlackBot) -> None:
    """Accept the alias under the pressed button, and stage a release with it."""
    alias = alias_of(request.value)
    decision = await asyncio.to_thread(bot.decisions.accept, alias)
    if await _show_decision(request, bot, decision, wording.ACCEPTED, alias):
        await _stage(request, bot)


async def reject(request: Request, bot: SlackBot) -> None:
    """Never suggest the alias under the pressed button again."""
    alias = alias_of(request.value)
    decision = await asyncio.to_thread(bot.decisions.reject, alias)
    await _show_decision(request, bot, decision, wording.REJECTED, alias)


async def take_back(request: Request, bot: SlackBot) -> None:
    """Take the accepted alias under the pressed button back, and stage a release without it."""
    alias = alias_of(request.value)
    decision = await asyncio.to_thread(bot.decisions.withdraw, alias)
    if await _show_decision(request, bot, decision, wording.TAKEN_BACK, alias):
        await _stage(request, bot)


async def _show_decision(request: Request, bot: SlackBot, decision: AliasDecision, done: str, alias: Alias) -> bool:
    """Show what came of a press, or what somebody decided before; return whether the press decided it."""
    standing = wording.WAS_ACCEPTED if decision.is_accepted else wording.WAS_REJECTED
    outcome = (done if decision.is_news else standing).format(alias.text)
    if decision.is_news:
        bot.recording.administered(request, outcome)
    await _show(request, bot, outcome)
    return decision.is_news


async def _stage(request: Request, bot: SlackBot) -> None:
    """Stage what is accepted by now, and report it; if more was decided meanwhile, the next report has it all."""
    outcome = await bot.releases.reload()
    if bot.releases.is_reloading:
        return
    await bot.sender.privately(request, reports.reload(outcome))
    if is_home(request):
        await show_home(request, bot)


async def _show(request: Request, bot: SlackBot, outcome: str) -> None:
    """Show where the button was pressed what came of it, and what else there is to decide."""
    if is_home(request):
        await show_home(request, bot, outcome)
    else:
        review = await asyncio.to_thread(bot.learning.review)
        await bot.sender.in_place(request, suggestions(review, outcome))


def days_in(wanted: str) -> int | None:
    """Read a number of days: “7”, “last 7 days”; 30 for nothing, None for anything else.

    >>> days_in("last 7 days"), days_in(""), days_in("0"), days_in("a week")
    (7, 30, None, None)
    """
    found = _DAYS.fullmatch(wanted.lower().strip())
    days = DAYS if not wanted.strip() else int(found[1]) if found else 0
    return days if 1 <= days <= MOST_DAYS else None


ROUTES = (
    *subcommand("insights", report_insights),
    *subcommand("suggestions", show_suggestions),
    action(ACCEPT_ALIAS, accept, is_for_admins=True),
    action(REJECT_ALIAS, reject, is_for_admins=True),
    action(TAKE_BACK_ALIAS, take_back, is_for_admins=True),
)
