"""What Slack tells the app when a person operates something, with the keys that are good for that moment.

No I/O: keys are issued by the workspace that it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground import envelopes
from bot.playground.expiring_ids import ResponseTarget
from bot.playground.model import Message, View

if TYPE_CHECKING:
    from bot.playground.model import Json, User
    from bot.playground.workspace import Workspace

_WITHOUT_TRIGGER = {"block_suggestion", "view_closed"}


def payload(workspace: Workspace, user: User, kind: str, surface: Message | View | None, state: Json | None) -> Json:
    """Build an interaction's payload but for what is particular to its kind.

    Args:
        workspace: issues ``trigger_id`` and ``response_url``.
        user: who does it.
        kind: ``block_actions``, ``block_suggestion``, ``view_submission``, ``view_closed``, ``shortcut`` or
            ``message_action``.
        surface: where; None for a global shortcut.
        state: what stands in the fields, by block id and action id.
    """
    basics = envelopes.interaction(workspace.installation, user, kind)
    place = _place(workspace, kind, surface, state)
    if kind in _WITHOUT_TRIGGER:
        return {**basics, **place}
    return {**basics, **place, **keys(workspace, user.id, _target(kind, user, surface))}


def _place(workspace: Workspace, kind: str, surface: Message | View | None, state: Json | None) -> Json:
    match surface:
        case Message() if kind == "message_action":
            return envelopes.on_message(surface, workspace.channel(surface.channel))
        case Message():
            place = envelopes.in_message(surface, workspace.channel(surface.channel))
            return {**place, "state": {"values": state or {}}}
        case View():
            return envelopes.in_view(surface, workspace.installation, state)
        case None:
            return {}


def _target(kind: str, user: User, surface: Message | View | None) -> ResponseTarget | None:
    if not isinstance(surface, Message):
        return None
    return ResponseTarget(surface.channel, user.id, surface if kind == "block_actions" else None)


def keys(workspace: Workspace, user: str, target: ResponseTarget | None) -> Json:
    """Issue a ``trigger_id`` and, if there is somewhere to respond, a ``response_url``."""
    trigger = {"trigger_id": workspace.tickets.issue_trigger(user)}
    if target is None:
        return trigger
    return {
        **trigger,
        "response_url": f"http://{workspace.address}/response/{workspace.tickets.issue_response(target)}",
    }
