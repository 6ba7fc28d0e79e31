"""The methods about modals and Home tabs: ``views.*``.

No I/O.
"""

from __future__ import annotations

from bot.playground.content import checked_view
from bot.playground.envelopes import view_json
from bot.playground.methods.arguments import required
from bot.playground.model import Json, RefusedError
from bot.playground.workspace import Workspace


def open_modal(workspace: Workspace, arguments: Json) -> Json:
    """Open a modal for the person who gave the trigger."""
    body = checked_view(arguments.get("view"), "modal")
    user = workspace.tickets.redeem_trigger(required(arguments, "trigger_id"))
    return _response(workspace, user, body, on_top=False)


def push(workspace: Workspace, arguments: Json) -> Json:
    """Open a modal on top of those that the person has open."""
    body = checked_view(arguments.get("view"), "modal")
    user = workspace.tickets.redeem_trigger(required(arguments, "trigger_id"))
    return _response(workspace, user, body, on_top=True)


def _response(workspace: Workspace, user: str, body: Json, *, on_top: bool) -> Json:
    return {"view": view_json(workspace.open_view(user, body, on_top=on_top), workspace.installation)}


def update(workspace: Workspace, arguments: Json) -> Json:
    """Replace what an open modal shows."""
    body = checked_view(arguments.get("view"), "modal")
    ids = {name: str(arguments.get(name) or "") for name in ("view_id", "external_id")}
    changed = workspace.update_view(workspace.find_view(**ids), body, arguments.get("hash"))
    return {"view": view_json(changed, workspace.installation)}


def publish(workspace: Workspace, arguments: Json) -> Json:
    """Put a Home tab before a person."""
    if not workspace.installation.has_home_tab:
        raise RefusedError("not_enabled")
    body = checked_view(arguments.get("view"), "home")
    view = workspace.publish_home(required(arguments, "user_id"), body, arguments.get("hash"))
    return {"view": view_json(view, workspace.installation)}
