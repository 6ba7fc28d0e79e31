"""The methods that bring a file into a channel: ``files.getUploadURLExternal`` and ``files.completeUploadExternal``.

No I/O: they change the workspace that they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.methods.arguments import checked_thread, reachable_channel, required
from bot.playground.model import Json, RefusedError

if TYPE_CHECKING:
    from bot.playground.workspace import Workspace


def get_upload_url(workspace: Workspace, arguments: Json) -> Json:
    """Give the address that a file of this name and length may be sent to."""
    name, length = required(arguments, "filename"), str(arguments.get("length") or "")
    if not length.isdecimal() or int(length) < 1:
        raise RefusedError("invalid_arguments", ("[ERROR] must be a positive number [json-pointer:/length]",))
    file = workspace.uploads.announce(name, int(length), str(arguments.get("alt_txt") or ""))
    return {"upload_url": f"http://{workspace.address}/upload/{file.id}", "file_id": file.id}


def complete_upload(workspace: Workspace, arguments: Json) -> Json:
    """Share files that were sent, in a channel if one is named."""
    shown = [_file(workspace, one) for one in _listed(arguments)]
    if arguments.get("channel_id"):
        channel = reachable_channel(workspace, {"channel": arguments["channel_id"]})
        checked_thread(workspace, channel, arguments)
        body = {"text": arguments.get("initial_comment") or "", "thread_ts": arguments.get("thread_ts")}
        workspace.post(channel.id, body, files=shown)
    return {"files": shown}


def _listed(arguments: Json) -> list[Json]:
    files = arguments.get("files")
    if not isinstance(files, list) or not files or not all(isinstance(one, dict) and "id" in one for one in files):
        raise RefusedError("invalid_arguments", ("[ERROR] must be a list of objects with id [json-pointer:/files]",))
    return files


def _file(workspace: Workspace, listed: Json) -> Json:
    file = workspace.uploads.complete(str(listed["id"]))
    return file.to_json(str(listed.get("title") or file.name))
