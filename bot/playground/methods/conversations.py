"""The methods about conversations: opening, describing and reading them.

No I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.envelopes import message_json
from bot.playground.methods.arguments import require_scope, required
from bot.playground.model import Channel, Json, RefusedError

if TYPE_CHECKING:
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
    """List a thread, its root first; ephemeral messages are never in it."""
    channel = workspace.channel(str(arguments.get("channel") or ""))
    require_scope(workspace.installation, "im:history" if channel.is_direct else "channels:history")
    if not channel.has_bot:
        raise RefusedError("not_in_channel")
    root_ts = required(arguments, "ts")
    thread = [
        message_json(message)
        for message in workspace.messages
        if message.channel == channel.id and root_ts in {message.ts, message.thread_ts} and not message.visible_to
    ]
    if not thread:
        raise RefusedError("thread_not_found")
    return {"messages": thread, "has_more": False}
