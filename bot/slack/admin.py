"""Conversation: an admin looks at what is served, or has the articles read anew."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import reports, sending
from bot.slack.messages import plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.model import Reload, Status
    from bot.slack.recording import Recording


@dataclass(frozen=True, slots=True)
class Administration:
    """Serves the people in ``admins`` (Slack user ids) and politely refuses everybody else; always in private."""

    admins: frozenset[str]
    read_status: Callable[[], Status]
    reload_corpus: Callable[[], Awaitable[Reload]]
    recording: Recording
    _reloading: asyncio.Lock = field(default_factory=asyncio.Lock)

    def is_admin(self, args: AsyncArgs) -> bool:
        """Tell whether the person may administer."""
        return args.context.user_id in self.admins

    async def status(self, args: AsyncArgs) -> None:
        """Report what is served."""
        if await self._is_allowed(args):
            await sending.privately(args, reports.status(self.read_status()))

    async def reload(self, args: AsyncArgs) -> None:
        """Read the corpus anew and report; one reload at a time."""
        if not await self._is_allowed(args):
            return
        if self._reloading.locked():
            await sending.privately(args, plain(wording.RELOAD_RUNNING))
            return
        async with self._reloading:
            self.recording.administered(args, "reload")
            await sending.privately(args, plain(wording.RELOADING))
            await sending.privately(args, reports.reload(await self.reload_corpus()))

    async def _is_allowed(self, args: AsyncArgs) -> bool:
        if not self.is_admin(args):
            await sending.privately(args, plain(wording.REFUSED))
        return self.is_admin(args)
