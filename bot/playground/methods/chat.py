"""The methods that write messages: ``chat.*`` and ``blocks.validate``.

No I/O: they change the workspace that they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.content import checked_message
from bot.playground.envelopes import message_json
from bot.playground.methods.arguments import checked_thread, reachable_channel, required
from bot.playground.model import Json, Message, RefusedError

if TYPE_CHECKING:
    from bot.playground.workspace import Workspace


def post_message(workspace: Workspace, arguments: Json) -> Json:
    """Say something where everyone in the channel sees it."""
    channel = reachable_channel(workspace, arguments)
    checked_thread(workspace, channel, arguments)
    message = workspace.post(channel.id, checked_message(arguments))
    return {"channel": channel.id, "ts": message.ts, "message": message_json(message)}


def post_ephemeral(workspace: Workspace, arguments: Json) -> Json:
    """Say something to one member of the channel."""
    channel = reachable_channel(workspace, arguments)
    user = str(arguments.get("user") or "")
    if user not in workspace.users or (channel.is_direct and channel.member != user):
        raise RefusedError("user_not_in_channel")
    checked_thread(workspace, channel, arguments)
    message = workspace.post(channel.id, checked_message(arguments), visible_to=user)
    return {"message_ts": message.ts}


def update(workspace: Workspace, arguments: Json) -> Json:
    """Change a message of the bot; ephemeral ones cannot be found."""
    message = _own_message(workspace, arguments, "cant_update_message")
    changed = workspace.change(message, checked_message(arguments))
    return {"channel": changed.channel, "ts": changed.ts, "text": changed.text, "message": message_json(changed)}


def delete(workspace: Workspace, arguments: Json) -> Json:
    """Take a message of the bot away."""
    message = _own_message(workspace, arguments, "cant_delete_message")
    workspace.delete(message)
    return {"channel": message.channel, "ts": message.ts}


def _own_message(workspace: Workspace, arguments: Json, otherwise: str) -> Message:
    channel = workspace.channel(str(arguments.get("channel") or ""))
    message = workspace.message(channel.id, required(arguments, "ts"))
    if message.bot_id != workspace.installation.bot_id:
        raise RefusedError(otherwise)
    return message


def get_permalink(workspace: Workspace, arguments: Json) -> Json:
    """Give the address of a message."""
    channel = workspace.channel(str(arguments.get("channel") or ""))
    message = workspace.message(channel.id, required(arguments, "message_ts"))
    page = f"http://{workspace.address}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": page}


def validate_blocks(_workspace: Workspace, arguments: Json) -> Json:
    """Check blocks without posting them."""
    checked_message({"text": "to be checked", **arguments})
    return {}
