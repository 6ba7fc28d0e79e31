"""The methods about conversations: opening, describing and reading them.

No I/O.
"""

from __future__ import annotations

import re

from bot.playground.envelopes import message_json
from bot.playground.methods.arguments import require_scope, required
from bot.playground.model import Channel, Json, Message, RefusedError
from bot.playground.workspace import Workspace


def open_direct(workspace: Workspace, arguments: Json) -> Json:
    """Open the direct message with one person."""
    users = arguments.get("users") or ""
    names = users if isinstance(users, list) else str(users).split(",")
    if len(names) != 1:
        raise RefusedError("method_not_supported_for_channel_type")
    return {"channel": {"id": workspace.direct(names[0]).id}}


def info(workspace: Workspace, arguments: Json) -> Json:
    """Describe a conversation."""
    channel = workspace.channel(str(arguments.get("channel") or ""))
    require_scope(workspace.installation, "im:read" if channel.is_direct else "channels:read")
    return {"channel": _channel_json(channel)}


def _channel_json(channel: Channel) -> Json:
    if channel.is_direct:
        return {"id": channel.id, "is_im": True, "user": channel.member}
    return {"id": channel.id, "name": channel.name, "is_channel": True, "is_member": channel.has_bot}


def replies(workspace: Workspace, arguments: Json) -> Json:
    """List a thread, its root first, a page at a time; ephemeral messages are never in it."""
    channel = _readable(workspace, arguments)
    root_ts = required(arguments, "ts")
    thread = [
        message
        for message in workspace.messages
        if message.channel == channel.id and root_ts in {message.ts, message.thread_ts} and not message.visible_to
    ]
    if not thread:
        raise RefusedError("thread_not_found")
    return _page(thread, arguments, 1_000)


def history(workspace: Workspace, arguments: Json) -> Json:
    """List what stands in a conversation itself, not only in a thread: the newest first, a page at a time."""
    channel = _readable(workspace, arguments)
    said = [one for one in reversed(workspace.messages) if one.channel == channel.id and not one.visible_to]
    return _page([one for one in said if one.thread_ts in {None, one.ts}], arguments, 100)


def _page(found: list[Message], arguments: Json, usual: int) -> Json:
    """Give as many messages as wanted, and the ``next_cursor`` to go on with; it is empty at the end."""
    cursor = str(arguments.get("cursor") or "next:0")
    if not re.fullmatch(r"next:\d+", cursor):
        raise RefusedError("invalid_cursor")
    first, many = int(cursor.removeprefix("next:")), int(arguments.get("limit") or usual)
    has_more = len(found) > first + many
    return {
        "messages": [message_json(one) for one in found[first : first + many]],
        "has_more": has_more,
        "response_metadata": {"next_cursor": f"next:{first + many}" if has_more else ""},
    }


def _readable(workspace: Workspace, arguments: Json) -> Channel:
    """Give the conversation that the bot shall read."""
    channel = workspace.channel(str(arguments.get("channel") or ""))
    kind = "im" if channel.is_direct else "groups" if channel.is_private else "channels"
    require_scope(workspace.installation, f"{kind}:history")
    if not channel.has_bot:
        raise RefusedError("channel_not_found" if channel.is_private else "not_in_channel")
    return channel
