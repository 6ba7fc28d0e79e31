"""Conversation: the slash command, which asks a question or names a subcommand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import message_text, sending
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.slack.conversations.admin import Administration
    from bot.slack.conversations.asking import Asking
    from bot.slack.conversations.browsing import Browsing
    from bot.slack.conversations.channels import Channels
    from bot.slack.conversations.forgetting import Forgetting
    from bot.slack.conversations.reviewing import Reviewing

    Work = Callable[[AsyncArgs], Awaitable[None]]


CLOSE = 0.8  # likeness in [0, 1] from which a text counts as a misspelt subcommand: “relod”, but not “feedback”
_MANNERS = re.compile(r"[\s,]*(?:\bplease|\bnow)?[.!?]*$")  # “reload, please!” is a subcommand, too

# A word or a number of days behind “insights” belongs to it; more words than that are a question about insights.
_INSIGHTS = re.compile(r"insights((?: last)? \S+(?: days?)?)")


@dataclass(frozen=True, slots=True)
class Commands:
    """Tells subcommands and questions apart: a subcommand is the whole text, so “help my client decide” is asked."""

    asking: Asking
    administration: Administration
    browsing: Browsing
    forgetting: Forgetting
    channels: Channels
    reviewing: Reviewing

    async def run(self, args: AsyncArgs) -> None:
        """Run the subcommand in the text, or ask the text."""
        question = message_text.question((args.command or {}).get("text", ""))
        typed = _MANNERS.sub("", question.lower())
        about_days = _INSIGHTS.fullmatch(typed)
        if about_days:
            await self.reviewing.insights(args, about_days[1])
            return
        subcommands = self.subcommands()
        near = get_close_matches(typed, subcommands, n=1, cutoff=CLOSE)
        if typed in subcommands:
            await subcommands[typed](args)
        elif near:
            await sending.privately(args, plain(wording.DID_YOU_MEAN.format(wording.COMMAND, near[0])))
        else:
            await self.asking.privately(args, question)

    def subcommands(self) -> dict[str, Work]:
        """Return what each subcommand does."""
        return {
            "": self._help,
            "help": self._help,
            "forget-me": self.forgetting.forget_me,
            "browse": self.browsing.open,
            "status": self.administration.status,
            "reload": self.administration.reload,
            "rollback": self.administration.roll_back,
            "channel": self.channels.status,
            "channel on": self.channels.on,
            "channel shadow": self.channels.shadow,
            "channel off": self.channels.off,
            "channel status": self.channels.status,
            "insights": partial(self.reviewing.insights, wanted=""),
            "suggestions": self.reviewing.suggestions,
        }

    async def _help(self, args: AsyncArgs) -> None:
        is_admin = self.administration.is_admin(args)
        await sending.privately(args, plain(f"{wording.HELP}\n{wording.ADMIN_HELP}" if is_admin else wording.HELP))
