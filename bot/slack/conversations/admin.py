"""Conversation: an admin looks at what is served, has the articles read anew, activates, discards, rolls back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot import wording
from bot.errors import QuicktakeError
from bot.model import Release
from bot.slack import sending
from bot.slack.blockkit import reports
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.model import Reload, Status
    from bot.slack.recording import Recording


@dataclass(frozen=True, slots=True)
class ReleaseDesk:
    """What can be done with releases; all but ``status`` may raise QuicktakeError, whose text is for the admin.

    ``learn`` lets accepted aliases take effect on the release that serves; it returns when they do.
    """

    status: Callable[[], Status]
    reload: Callable[[], Awaitable[Reload]]
    activate: Callable[[Release], None]
    discard: Callable[[Release], None]
    roll_back: Callable[[], Release]
    learn: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Administration:
    """Serves the people in ``admins`` (Slack user ids) and politely refuses everybody else; always in private."""

    admins: frozenset[str]
    desk: ReleaseDesk
    recording: Recording
    _reloading: asyncio.Lock = field(default_factory=asyncio.Lock)

    def is_admin(self, args: AsyncArgs) -> bool:
        """Tell whether the person may administer."""
        return args.context.user_id in self.admins

    async def status(self, args: AsyncArgs) -> None:
        """Report what is served."""
        if await self.allows(args):
            await sending.privately(args, reports.status(self.desk.status()))

    async def reload(self, args: AsyncArgs) -> None:
        """Read the corpus anew and report what would change; one reload at a time."""
        if not await self.allows(args):
            return
        if self._reloading.locked():
            await sending.privately(args, plain(wording.RELOAD_RUNNING))
            return
        async with self._reloading:
            self.recording.administered(args, "reload")
            await sending.privately(args, plain(wording.RELOADING))
            await sending.privately(args, reports.reload(await self.desk.reload()))

    async def activate(self, args: AsyncArgs) -> None:
        """Let the staged release under the pressed button answer."""
        if await self.allows(args):
            release = _pressed(args)
            await self._change(args, lambda: self.desk.activate(release), wording.ACTIVATED.format(release))

    async def discard(self, args: AsyncArgs) -> None:
        """Drop the staged release under the pressed button."""
        if await self.allows(args):
            release = _pressed(args)
            await self._change(args, lambda: self.desk.discard(release), wording.DISCARDED.format(release))

    async def roll_back(self, args: AsyncArgs) -> None:
        """Let the release before answer again."""
        if await self.allows(args):
            await self._change(args, self.desk.roll_back, wording.ROLLED_BACK)

    async def _change(self, args: AsyncArgs, deed: Callable[[], Release | None], done: str) -> None:
        """Do it and say so, and which release answers now; or say why it cannot be done."""
        try:
            deed()
        except QuicktakeError as refusal:
            await sending.privately(args, plain(str(refusal)))
            return
        self.recording.administered(args, done)
        serving = wording.ANSWERS_NOW.format(self.desk.status().release)
        await sending.privately(args, plain(f"{done} {serving}"))
        await self.desk.learn()  # where an alias was accepted since that release served, its index is to be made

    async def allows(self, args: AsyncArgs) -> bool:
        """Tell whether the person may administer; if not, they have been told so."""
        if not self.is_admin(args):
            await sending.privately(args, plain(wording.REFUSED))
        return self.is_admin(args)


def _pressed(args: AsyncArgs) -> Release:
    return Release.parse((args.action or {}).get("value", ""))
