"""Conversation: an admin chooses whether the bot may answer unasked in a channel, and looks at what came of it."""

from __future__ import annotations

import asyncio

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.errors import QuicktakeError
from bot.journal.queries import UnpromptedReply
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.unprompted import Mention, channel_status
from bot.slack.bot import SlackBot
from bot.slack.request import Request
from bot.slack.routes import subcommand
from bot.state.channel_modes import ChannelMode


async def switch_on(request: Request, bot: SlackBot) -> None:
    """Let the bot answer unasked."""
    await _check_readable(request, bot)
    await _set_mode(request, bot, ChannelMode.ON)


async def shadow(request: Request, bot: SlackBot) -> None:
    """Let the bot note what it would answer."""
    await _check_readable(request, bot)
    await _set_mode(request, bot, ChannelMode.SHADOW)


async def switch_off(request: Request, bot: SlackBot) -> None:
    """Let the bot listen no longer."""
    await _set_mode(request, bot, ChannelMode.OFF)


async def report_channel(request: Request, bot: SlackBot) -> None:
    """Report the mode, and what was or would have been answered."""
    _check_channel(request)
    mode = await asyncio.to_thread(bot.channel_modes.mode, request.channel)
    report = await asyncio.to_thread(bot.journal.channel_report, request.channel)
    latest = [await _mention(request, bot, one) for one in report.latest]
    await bot.sender.privately(request, channel_status(mode, report, latest, is_recording=bot.records))


async def _set_mode(request: Request, bot: SlackBot, mode: ChannelMode) -> None:
    _check_channel(request)
    await asyncio.to_thread(bot.channel_modes.choose, request.channel, mode)
    bot.recording.administered(request, f"channel {request.channel} {mode.value}")
    await bot.sender.privately(request, plain(wording.LISTENS[mode.value]))


def _check_channel(request: Request) -> None:
    """Refuse what was typed in a direct message, to one person or to several."""
    if request.channel_name == "directmessage" or request.channel_name.startswith("mpdm-"):
        raise QuicktakeError(wording.NO_CHANNEL)


async def _check_readable(request: Request, bot: SlackBot) -> None:
    """Refuse a channel that the bot cannot listen in, by reading from it once."""
    _check_channel(request)
    try:
        await bot.client.conversations_history(channel=request.channel, limit=1)
    except SlackApiError as refusal:
        match refusal.response.get("error"):
            case "missing_scope":
                kind = "groups" if request.channel_name == "privategroup" else "channels"
                raise QuicktakeError(wording.lacks_scope(f"{kind}:history", f"message.{kind}")) from refusal
            case "not_in_channel" | "channel_not_found":
                raise QuicktakeError(wording.NOT_A_MEMBER) from refusal
            case error:
                raise QuicktakeError(wording.UNREADABLE.format(error)) from refusal


async def _mention(request: Request, bot: SlackBot, remark: UnpromptedReply) -> Mention:
    answer = bot.answerer.show(remark.url, "")
    title = answer.hits[0].article.title if answer else remark.url
    if not remark.message_ts:
        return Mention(title, "")
    try:
        found = await bot.client.chat_getPermalink(channel=request.channel, message_ts=remark.message_ts)
    except SlackApiError:  # deleted meanwhile, most likely
        return Mention(title, "")
    return Mention(title, str(found["permalink"]))


ROUTES = (
    *subcommand("channel status", report_channel),
    *subcommand("channel on", switch_on),
    *subcommand("channel shadow", shadow),
    *subcommand("channel off", switch_off),
)
