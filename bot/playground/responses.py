"""What a reply through a ``response_url`` or inside an acknowledgement does to the workspace.

No I/O: it changes the workspace that it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.content import checked_message, checked_view, refuse
from bot.playground.model import RefusedError
from bot.playground.validation import check_options

if TYPE_CHECKING:
    from bot.playground.expiring_ids import ResponseTarget
    from bot.playground.model import Json, View
    from bot.playground.workspace import Workspace


def respond(workspace: Workspace, target: ResponseTarget, body: Json) -> None:
    """Carry out a reply: a new message, or the original replaced or deleted.

    Unless told otherwise a reply is ephemeral, and takes the place of the message whose button was pressed. An
    ephemeral original stays so whatever ``response_type`` says.

    Raises:
        RefusedError: as ``checked_message``; ``message_not_found`` when the original has gone.
    """
    if body.get("delete_original") and target.original:
        workspace.delete(target.original)
        return
    checked_message(body)
    if target.original and body.get("replace_original", True):
        workspace.change(target.original, body)
        return
    visible_to = None if body.get("response_type") == "in_channel" else target.user
    workspace.post(target.channel, body, visible_to)


def submit(workspace: Workspace, view: View, response: Json | None) -> None:
    """Carry out what the acknowledgement of a submitted modal asks for; without a word it closes.

    Raises:
        RefusedError: as ``checked_view``; ``invalid_arguments`` for errors on blocks that are no inputs.
    """
    match (response or {}).get("response_action"):
        case None:
            workspace.close_views(view.user)
        case "clear":
            workspace.close_views(view.user, len(workspace.modals[view.user]))
        case "update":
            workspace.update_view(view, checked_view((response or {}).get("view"), "modal"))
        case "push":
            workspace.open_view(view.user, checked_view((response or {}).get("view"), "modal"), on_top=True)
        case "errors":
            _check_errors(view, (response or {}).get("errors"))
        case unknown:
            raise RefusedError("invalid_arguments", (f"[ERROR] unknown response_action: {unknown}",))


def _check_errors(view: View, errors: object) -> None:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise RefusedError(
            "invalid_arguments", ("[ERROR] errors must name blocks of type input [json-pointer:/errors]",)
        )


def checked_options(response: Json | None) -> Json:
    """Give back the options for a select if Slack would take them.

    Raises:
        RefusedError: ``invalid_options`` with the reasons.
    """
    refuse("invalid_options", check_options(response or {}))
    return response or {}
