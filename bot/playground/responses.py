"""What a reply through a ``response_url`` or inside an acknowledgement does to the workspace.

No I/O: it changes the workspace that it is given.
"""

from __future__ import annotations

from bot.playground.content import checked_message, checked_view, refuse, tables
from bot.playground.expiring_ids import ResponseTarget
from bot.playground.methods.arguments import checked_thread
from bot.playground.model import Json, RefusedError, View
from bot.playground.validation import check_options
from bot.playground.workspace import Workspace

_CONTENT = {"text", "markdown_text", "blocks", "attachments"}


def respond(workspace: Workspace, target: ResponseTarget, body: Json) -> None:
    """Carry out a reply: a new message, or the original replaced or deleted, or both.

    Unless told otherwise a reply is ephemeral, and takes the place of the message whose button was pressed. An
    ephemeral original stays so whatever ``response_type`` says. A new message stands in the channel itself unless
    ``thread_ts`` says otherwise, wherever the button was.
    https://docs.slack.dev/interactivity/handling-user-interaction#message_responses

    Raises:
        RefusedError: as ``checked_message``; ``message_not_found`` when the original has gone; ``thread_not_found``;
            ``invalid_blocks`` for a table where the workspace takes none here.
    """
    if target.original and _is_set(body, "delete_original"):
        workspace.delete(target.original)
        if not body.keys() & _CONTENT:
            return
    checked_message(body)
    if tables(body) and workspace.refuses_tables_in_responses:
        raise RefusedError("invalid_blocks")
    if target.original and not _is_set(body, "delete_original") and _is_set(body, "replace_original", otherwise=True):
        workspace.change(target.original, body)
        return
    thread_ts = checked_thread(workspace, workspace.channel(target.channel), body)
    visible_to = None if body.get("response_type") == "in_channel" else target.user
    workspace.post(target.channel, {**body, "thread_ts": thread_ts}, visible_to)


def _is_set(body: Json, option: str, *, otherwise: bool = False) -> bool:
    """Tell whether an option is on; Slack's own examples write booleans as text."""
    return str(body.get(option, otherwise)).lower() == "true"


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
