"""Conversation: an admin looks at what the journal says, and decides on the aliases it suggests."""

from __future__ import annotations

import asyncio
import re

from bot import wording
from bot.aliases import Alias
from bot.errors import QuicktakeError
from bot.slack import message_text
from bot.slack.blockkit.insights import insights
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.suggestions import ACCEPT_ALIAS, REJECT_ALIAS, TAKE_BACK_ALIAS, alias_of, suggestions
from bot.slack.bot import SlackBot
from bot.slack.conversations.home import is_home, show_home
from bot.slack.request import Request
from bot.slack.routes import action, command
from bot.state.alias_decisions import AliasDecision

MOST_DAYS = 3_650
DAYS = 30
_DAYS = re.compile(r"(?:last )?(\d{1,4})(?: days?)?")


async def report_insights(request: Request, bot: SlackBot) -> None:
    """Report how the last days went; the command says how many, or nothing."""
    days = days_in(message_text.typed(request.text).removeprefix("insights"))
    if days is None:
        raise QuicktakeError(wording.DAYS_WANTED)
    found = await asyncio.to_thread(bot.learning.insights, days)
    await bot.sender.privately(request, insights(found, days))


async def show_suggestions(request: Request, bot: SlackBot) -> None:
    """Show what to decide on, once it is known what it would change."""
    review = await asyncio.to_thread(bot.learning.review)
    if not review.is_tried:
        await bot.sender.privately(request, plain(wording.TRYING))
        await bot.learning.try_out()
        review = await asyncio.to_thread(bot.learning.review)
    await bot.sender.privately(request, suggestions(review))


async def accept(request: Request, bot: SlackBot) -> None:
    """Let the alias under the pressed button take effect."""
    alias = alias_of(request.value)
    decision = await asyncio.to_thread(bot.decisions.accept, alias)
    await _carry_out(request, bot, alias, decision, (wording.ACCEPTING, wording.ACCEPTED))


async def reject(request: Request, bot: SlackBot) -> None:
    """Never propose the alias under the pressed button again."""
    alias = alias_of(request.value)
    decision = await asyncio.to_thread(bot.decisions.reject, alias)
    await _carry_out(request, bot, alias, decision, ("", wording.REJECTED))


async def take_back(request: Request, bot: SlackBot) -> None:
    """Let the accepted alias under the pressed button lose its effect."""
    alias = alias_of(request.value)
    decision = await asyncio.to_thread(bot.decisions.withdraw, alias)
    await _carry_out(request, bot, alias, decision, (wording.TAKING_BACK, wording.TAKEN_BACK))


async def _carry_out(
    request: Request, bot: SlackBot, alias: Alias, decision: AliasDecision, told: tuple[str, str]
) -> None:
    """Show what came of a decision: at once, and again when it has taken effect. If it stood before, say how."""
    if not decision.is_news:
        standing = wording.WAS_ACCEPTED if decision.is_accepted else wording.WAS_REJECTED
        await _show(request, bot, standing.format(alias.text))
        return
    under_way, done = (text.format(alias.text) for text in told)
    bot.recording.administered(request, done)
    if under_way:
        await _show(request, bot, under_way)
        await bot.releases.learn()
        await bot.learning.try_out()
    await _show(request, bot, done)


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
    command("insights", report_insights, is_for_admins=True),
    command("suggestions", show_suggestions, is_for_admins=True),
    action(ACCEPT_ALIAS, accept, is_for_admins=True),
    action(REJECT_ALIAS, reject, is_for_admins=True),
    action(TAKE_BACK_ALIAS, take_back, is_for_admins=True),
)
