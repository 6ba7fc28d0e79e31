"""Conversation: an admin looks at what the journal says, and decides on the aliases it suggests."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.errors import QuicktakeError
from bot.slack import sending
from bot.slack.blockkit.insights import insights
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.suggestions import alias_of, suggestions

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.aliases import Alias
    from bot.journal.insights import Insights
    from bot.journal.review import Review
    from bot.slack.conversations.admin import Administration
    from bot.slack.conversations.home import Home
    from bot.slack.recording import Recording
    from bot.state.alias_decisions import AliasDecision

MOST_DAYS = 3_650
DAYS = 30
_DAYS = re.compile(r"(?:last )?(\d{1,4})(?: days?)?")


@dataclass(frozen=True, slots=True)
class LearningDesk:
    """What can be done with what the journal teaches; all may raise QuicktakeError, whose text is for the admin.

    What returns a value blocks; ``try_out`` and ``learn`` return when the suggestions' effects are known, and when what
    was accepted has its own.
    """

    insights: Callable[[int], Insights]
    review: Callable[[], Review]
    accept: Callable[[Alias], AliasDecision]
    reject: Callable[[Alias], AliasDecision]
    take_back: Callable[[Alias], AliasDecision]
    try_out: Callable[[], Awaitable[None]]
    learn: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Shows admins insights and suggestions, in private; of several who decide on the same, the first does."""

    administration: Administration
    desk: LearningDesk
    home: Home
    recording: Recording

    async def insights(self, args: AsyncArgs, wanted: str) -> None:
        """Tell how the last days went; ``wanted`` says how many, in words of the command, or nothing."""
        if not await self.administration.allows(args):
            return
        days = days_in(wanted)
        if days is None:
            await sending.privately(args, plain(wording.DAYS_WANTED))
            return
        try:
            found = await asyncio.to_thread(self.desk.insights, days)
        except QuicktakeError as failure:
            await sending.privately(args, plain(str(failure)))
            return
        await sending.privately(args, insights(found, days))

    async def suggestions(self, args: AsyncArgs) -> None:
        """Show what to decide on, once it is known what it would change."""
        if not await self.administration.allows(args):
            return
        try:
            review = await self._tried(args)
        except QuicktakeError as failure:
            await sending.privately(args, plain(str(failure)))
            return
        await sending.privately(args, suggestions(review))

    async def accept(self, args: AsyncArgs) -> None:
        """Let the alias under the pressed button take effect."""
        await self._decide(args, self.desk.accept, (wording.ACCEPTING, wording.ACCEPTED))

    async def reject(self, args: AsyncArgs) -> None:
        """Never propose the alias under the pressed button again."""
        await self._decide(args, self.desk.reject, ("", wording.REJECTED))

    async def take_back(self, args: AsyncArgs) -> None:
        """Let the accepted alias under the pressed button lose its effect."""
        await self._decide(args, self.desk.take_back, (wording.TAKING_BACK, wording.TAKEN_BACK))

    async def _tried(self, args: AsyncArgs) -> Review:
        review = await asyncio.to_thread(self.desk.review)
        if review.is_tried:
            return review
        await sending.privately(args, plain(wording.TRYING))
        await self.desk.try_out()
        return await asyncio.to_thread(self.desk.review)

    async def _decide(self, args: AsyncArgs, deed: Callable[[Alias], AliasDecision], told: tuple[str, str]) -> None:
        """Do it and show what came of it: at once, and again when it has taken effect."""
        if not await self.administration.allows(args):
            return
        alias = alias_of((args.action or {}).get("value", ""))
        try:
            decision = await asyncio.to_thread(deed, alias)
            if not decision.is_news:
                await self._show(args, _standing(decision).format(alias.text))
                return
            await self._carry_out(args, alias, told)
        except QuicktakeError as failure:
            await sending.privately(args, plain(str(failure)))

    async def _carry_out(self, args: AsyncArgs, alias: Alias, told: tuple[str, str]) -> None:
        under_way, done = (text.format(alias.text) for text in told)
        self.recording.administered(args, done)
        if under_way:
            await self._show(args, under_way)
            await self.desk.learn()
            await self.desk.try_out()
        await self._show(args, done)

    async def _show(self, args: AsyncArgs, outcome: str) -> None:
        """Show where the button was pressed what came of it, and what else there is to decide."""
        if self.home.is_shown_to(args):
            await self.home.show(args, outcome)
        else:
            await sending.in_place(args, suggestions(await asyncio.to_thread(self.desk.review), outcome))


def days_in(wanted: str) -> int | None:
    """Read a number of days: “7”, “last 7 days”; 30 for nothing, None for anything else.

    >>> days_in("last 7 days"), days_in(""), days_in("0"), days_in("a week")
    (7, 30, None, None)
    """
    found = _DAYS.fullmatch(wanted.lower().strip())
    days = DAYS if not wanted.strip() else int(found[1]) if found else 0
    return days if 1 <= days <= MOST_DAYS else None


def _standing(decision: AliasDecision) -> str:
    return wording.WAS_ACCEPTED if decision.is_accepted else wording.WAS_REJECTED
