"""What Slack tells the app when a person operates something, with the keys that are good for that moment.

No I/O: keys are issued by the workspace that it is given. https://docs.slack.dev/reference/interaction-payloads
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground import envelopes
from bot.playground.expiring_ids import ResponseTarget
from bot.playground.model import Channel, Installation, Json, Message, User, View
from bot.playground.workspace import Workspace

_WITHOUT_TRIGGER = {"block_suggestion", "view_closed"}


def payload(
    workspace: Workspace, user: User, kind: str, surface: Message | View | None, details: Json, state: Json | None
) -> Json:
    """Build an interaction's payload.

    Args:
        workspace: issues ``trigger_id`` and ``response_url``.
        user: who does it.
        kind: ``block_actions``, ``block_suggestion``, ``view_submission``, ``view_closed``, ``shortcut`` or
            ``message_action``.
        surface: where; None for a global shortcut.
        details: what is particular to its kind, for example ``actions``.
        state: what stands in the fields, by block id and action id.
    """
    unfurled = _unfurled(surface, details)
    place = _place(workspace, kind, surface, unfurled, state)
    told = {**_basics(workspace.installation, user, kind), **place, **details}
    if kind in _WITHOUT_TRIGGER:
        return told
    return {**told, **keys(workspace, user.id, _target(kind, user, surface, unfurled))}


def _unfurled(surface: Message | View | None, details: Json) -> str:
    """Give the address below which something was pressed; empty for what stands in the message itself."""
    if not isinstance(surface, Message):
        return ""
    pressed = {one["block_id"] for one in details.get("actions", ())}
    shown = zip(surface.unfurls, surface.unfurl_urls, strict=True)
    return next((url for block, url in shown if block["block_id"] in pressed), "")


def _place(workspace: Workspace, kind: str, surface: Message | View | None, unfurled: str, state: Json | None) -> Json:
    match surface:
        case Message() if kind == "message_action":
            return _on_message(surface, workspace.channel(surface.channel))
        case Message() if unfurled:
            return _in_unfurl(surface, workspace.channel(surface.channel), unfurled)
        case Message():
            place = _in_message(surface, workspace.channel(surface.channel))
            return {**place, "state": {"values": state or {}}}
        case View():
            return _in_view(surface, workspace.installation, state)
        case None:
            return {}


def _basics(app: Installation, user: User, kind: str) -> Json:
    """Build what every interaction tells: who, where, and for which app."""
    return {
        "type": kind,
        "token": envelopes.VERIFICATION_TOKEN,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": app.app_id,
        "team": {"id": app.team_id, "domain": envelopes.domain(app, app.team_id)},
        "enterprise": {"id": app.enterprise_id, "name": "Playgrounds"} if app.enterprise_id else None,
        "is_enterprise_install": False,
    }


def _in_message(message: Message, channel: Channel) -> Json:
    """Build where in a message an interaction happened; of an ephemeral one Slack tells no content."""
    container = {"type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": False}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    if message.visible_to:
        return {"container": {**container, "is_ephemeral": True}, "channel": envelopes.channel_json(channel)}
    return {"container": container, **_whole(message, channel)}


def _in_unfurl(message: Message, channel: Channel, url: str) -> Json:
    """Build where below a message an interaction happened; of the message itself Slack tells nothing."""
    number = list(dict.fromkeys(message.unfurl_urls)).index(url) + 1
    blocks = [block for block, one in zip(message.unfurls, message.unfurl_urls, strict=True) if one == url]
    shown = {"is_app_unfurl": True, "app_unfurl_url": url}
    container = {
        "type": "message_attachment",
        "message_ts": message.ts,
        "attachment_id": number,
        "channel_id": channel.id,
        "is_ephemeral": False,
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        **shown,
    }
    return {
        "container": container,
        "channel": envelopes.channel_json(channel),
        "app_unfurl": {"id": number, "blocks": blocks, **shown},
    }


def _on_message(message: Message, channel: Channel) -> Json:
    """Build which message a shortcut was chosen on."""
    return {"message_ts": message.ts, **_whole(message, channel)}


def _whole(message: Message, channel: Channel) -> Json:
    return {"channel": envelopes.channel_json(channel), "message": envelopes.message_json(message)}


def _in_view(view: View, app: Installation, values: Mapping[str, Json] | None = None) -> Json:
    """Build where in a view an interaction happened."""
    return {"container": {"type": "view", "view_id": view.id}, "view": envelopes.view_json(view, app, values)}


def _target(kind: str, user: User, surface: Message | View | None, unfurled: str) -> ResponseTarget | None:
    """Say where a response goes; a person's own message, which bears an unfurl, cannot be replaced."""
    if not isinstance(surface, Message):
        return None
    return ResponseTarget(surface.channel, user.id, surface if kind == "block_actions" and not unfurled else None)


def keys(workspace: Workspace, user: str, target: ResponseTarget | None) -> Json:
    """Issue a ``trigger_id`` and, if there is somewhere to respond, a ``response_url``."""
    trigger = {"trigger_id": workspace.tickets.issue_trigger(user)}
    if target is None:
        return trigger
    return {
        **trigger,
        "response_url": f"http://{workspace.address}/response/{workspace.tickets.issue_response(target)}",
    }
