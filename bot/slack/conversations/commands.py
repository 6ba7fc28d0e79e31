"""Conversation: the slash command, which asks a question or names a subcommand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import incoming, sending
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.slack.conversations.admin import Administration
    from bot.slack.conversations.asking import Asking
    from bot.slack.conversations.browsing import Browsing
    from bot.slack.conversations.forgetting import Forgetting

    Work = Callable[[AsyncArgs], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Commands:
    """Tells subcommands and questions apart: a subcommand is the whole text, so “help my client decide” is asked."""

    asking: Asking
    administration: Administration
    browsing: Browsing
    forgetting: Forgetting

    async def run(self, args: AsyncArgs) -> None:
        """Run the subcommand in the text, or ask the text."""
        question = incoming.question((args.command or {}).get("text", ""))
        subcommand = self.subcommands().get(question.lower())
        if subcommand:
            await subcommand(args)
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
        }

    async def _help(self, args: AsyncArgs) -> None:
        is_admin = self.administration.is_admin(args)
        await sending.privately(args, plain(f"{wording.HELP}\n{wording.ADMIN_HELP}" if is_admin else wording.HELP))
