"""Conversation: an admin chooses whether the bot may answer unasked in a channel, and looks at what came of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.errors import QuicktakeError
from bot.slack import sending
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.unprompted import Mention, channel_status
from bot.state.channel_modes import ChannelMode, ChannelModes

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.journal.queries import ChannelReport, Remark
    from bot.slack.conversations.admin import Administration


@dataclass(frozen=True, slots=True)
class ChannelDesk:
    """Keeps the modes of channels; ``report`` may block and raise QuicktakeError."""

    modes: ChannelModes
    report: Callable[[str], ChannelReport]
    is_recording: bool


@dataclass(frozen=True, slots=True)
class Channels:
    """Serves admins, in the channel that the command is typed in; always in private."""

    administration: Administration
    desk: ChannelDesk
    answerer: Answerer

    async def on(self, args: AsyncArgs) -> None:
        """Let the bot answer unasked."""
        await self._begin(args, ChannelMode.ON)

    async def shadow(self, args: AsyncArgs) -> None:
        """Let the bot note what it would answer."""
        await self._begin(args, ChannelMode.SHADOW)

    async def off(self, args: AsyncArgs) -> None:
        """Let the bot listen no longer."""
        if await self._is_allowed(args):
            await self._set(args, ChannelMode.OFF)

    async def status(self, args: AsyncArgs) -> None:
        """Report the mode, and what was or would have been answered."""
        if not await self._is_allowed(args):
            return
        channel = _command(args, "channel_id")
        try:
            mode = await asyncio.to_thread(self.desk.modes.mode, channel)
            report = await asyncio.to_thread(self.desk.report, channel)
        except QuicktakeError as failure:
            await sending.privately(args, plain(str(failure)))
            return
        latest = [await self._mention(args, channel, one) for one in report.latest]
        await sending.privately(args, channel_status(mode, report, latest, is_recording=self.desk.is_recording))

    async def _begin(self, args: AsyncArgs, mode: ChannelMode) -> None:
        if not await self._is_allowed(args):
            return
        obstacle = await _obstacle(args)
        if obstacle:
            await sending.privately(args, plain(obstacle))
        else:
            await self._set(args, mode)

    async def _set(self, args: AsyncArgs, mode: ChannelMode) -> None:
        channel = _command(args, "channel_id")
        try:
            await asyncio.to_thread(self.desk.modes.choose, channel, mode)
        except QuicktakeError as failure:
            await sending.privately(args, plain(str(failure)))
            return
        self.administration.recording.administered(args, f"channel {channel} {mode.value}")
        await sending.privately(args, plain(wording.LISTENS[mode.value]))

    async def _is_allowed(self, args: AsyncArgs) -> bool:
        if not await self.administration.allows(args):
            return False
        if _is_direct(args):
            await sending.privately(args, plain(wording.NO_CHANNEL))
        return not _is_direct(args)

    async def _mention(self, args: AsyncArgs, channel: str, remark: Remark) -> Mention:
        answer = self.answerer.show(remark.url, "")
        title = answer.hits[0].article.title if answer else remark.url
        return Mention(title, await _permalink(args, channel, remark.message_ts) if remark.message_ts else "")


async def _obstacle(args: AsyncArgs) -> str:
    """Say what keeps the bot from listening in the channel, by reading from it once; empty if nothing does."""
    is_private = _command(args, "channel_name") == "privategroup"
    try:
        await args.client.conversations_history(channel=_command(args, "channel_id"), limit=1)
    except SlackApiError as refusal:
        match refusal.response.get("error"):
            case "missing_scope":
                kind = "groups" if is_private else "channels"
                return wording.lacks_scope(f"{kind}:history", f"message.{kind}")
            case "not_in_channel" | "channel_not_found":
                return wording.NOT_A_MEMBER
            case error:
                return wording.UNREADABLE.format(error)
    return ""


async def _permalink(args: AsyncArgs, channel: str, message_ts: str) -> str:
    try:
        return str((await args.client.chat_getPermalink(channel=channel, message_ts=message_ts))["permalink"])
    except SlackApiError:  # deleted meanwhile, most likely
        return ""


def _is_direct(args: AsyncArgs) -> bool:
    """Tell whether the command was typed in a direct message, to one person or to several."""
    name = _command(args, "channel_name")
    return name == "directmessage" or name.startswith("mpdm-")


def _command(args: AsyncArgs, field: str) -> str:
    return str((args.command or {}).get(field, ""))
