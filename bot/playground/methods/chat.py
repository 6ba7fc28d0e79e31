"""The methods that write messages: ``chat.*`` and ``blocks.validate``.

No I/O: they change the workspace that they are given.
"""

from __future__ import annotations

from bot.playground.content import checked_message, refuse
from bot.playground.envelopes import message_json
from bot.playground.methods.arguments import checked_thread, reachable_channel, required
from bot.playground.model import Json, Message, RefusedError
from bot.playground.validation import check_message_blocks, check_view
from bot.playground.workspace import Workspace

UPDATED_CHARACTERS = 4_000


def post_message(workspace: Workspace, arguments: Json) -> Json:
    """Say something where everyone in the channel sees it."""
    channel = reachable_channel(workspace, arguments)
    thread_ts = checked_thread(workspace, channel, arguments)
    message = workspace.post(channel.id, {**checked_message(arguments), "thread_ts": thread_ts})
    return {"channel": channel.id, "ts": message.ts, "message": message_json(message)}


def post_ephemeral(workspace: Workspace, arguments: Json) -> Json:
    """Say something to one member of the channel."""
    channel = reachable_channel(workspace, arguments)
    user = str(arguments.get("user") or "")
    if user not in workspace.users or (channel.is_direct and channel.member != user):
        raise RefusedError("user_not_in_channel")
    thread_ts = checked_thread(workspace, channel, arguments)
    message = workspace.post(channel.id, {**checked_message(arguments), "thread_ts": thread_ts}, visible_to=user)
    return {"message_ts": message.ts}


def update(workspace: Workspace, arguments: Json) -> Json:
    """Change a message of the bot; ephemeral ones cannot be found, and the text has a limit that posting has not."""
    message = _own_message(workspace, arguments, "cant_update_message")
    if len(str(arguments.get("text") or "")) > UPDATED_CHARACTERS:
        raise RefusedError("msg_too_long")
    kept = {"blocks": list(message.blocks), **arguments}  # what is left out stays; an empty list takes blocks away
    changed = workspace.change(message, checked_message(kept))
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
    """Check a payload of one of three kinds without showing it to anybody."""
    match [(kind, value) for kind in ("blocks", "message", "view") if (value := arguments.get(kind)) is not None]:
        case [("blocks", blocks)]:
            refuse("invalid_blocks", check_message_blocks(blocks, ""))
        case [("message", dict(message))]:
            refuse("invalid_message", check_message_blocks(message.get("blocks", [])))
        case [("view", dict(view))]:
            refuse("invalid_view", check_view(view, str(view.get("type")), ""))
        case _:
            raise RefusedError("invalid_arguments", ("must provide exactly one of `blocks`, `view`, or `message`",))
    return {}
