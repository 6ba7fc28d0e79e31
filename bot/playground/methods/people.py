"""The methods about the app itself, the people, and the assistant container.

No I/O.
"""

from __future__ import annotations

from bot.playground.content import refuse
from bot.playground.envelopes import user_json
from bot.playground.methods.arguments import checked_thread, required
from bot.playground.model import Json, RefusedError
from bot.playground.validation.rules import array, record, text
from bot.playground.workspace import Workspace

_PROMPTS = array(record({"title": text(255), "message": text(3_000)}), 4)


def auth_test(workspace: Workspace, _arguments: Json) -> Json:
    """Tell the app who it is."""
    app = workspace.installation
    return {
        "url": f"http://{workspace.address}/",
        "team": "Playground",
        "team_id": app.team_id,
        "user": app.bot_name,
        "user_id": app.bot_user_id,
        "bot_id": app.bot_id,
    }


def open_connection(workspace: Workspace, _arguments: Json) -> Json:
    """Give the address of one Socket Mode connection."""
    return {"url": f"ws://{workspace.address}/link?ticket={workspace.tickets.issue_socket()}"}


def user_info(workspace: Workspace, arguments: Json) -> Json:
    """Describe a person."""
    user = workspace.users.get(str(arguments.get("user") or ""))
    if user is None:
        raise RefusedError("user_not_found")
    return {"user": user_json(user)}


def set_status(workspace: Workspace, arguments: Json) -> Json:
    """Show what the bot is doing, below a thread; an empty status clears it."""
    channel = workspace.channel(str(arguments.get("channel_id") or ""))
    thread_ts = required(arguments, "thread_ts")
    checked_thread(workspace, channel, arguments)
    workspace.statuses[(channel.id, thread_ts)] = str(arguments.get("status") or "")
    return {}


def set_suggested_prompts(workspace: Workspace, arguments: Json) -> Json:
    """Offer a person up to four things to say; with ``thread_ts`` nothing appears, and Slack does not say so."""
    channel = workspace.channel(str(arguments.get("channel_id") or ""))
    prompts = arguments.get("prompts")
    refuse("invalid_arguments", _PROMPTS(prompts, "/prompts"))
    if not arguments.get("thread_ts"):
        workspace.prompts[channel.id] = {"title": arguments.get("title"), "prompts": prompts}
    return {}
