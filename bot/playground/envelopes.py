"""Slack's JSON for what happens in the workspace: the payloads inside Socket Mode envelopes, and what responses hold.

Pure: no I/O. The shapes are those of https://docs.slack.dev/interactivity and https://docs.slack.dev/reference/events.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.playground.composer import command_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.playground.model import Channel, Installation, Json, Message, User, View


SOURCE = "conversations_history"  # of addresses in messages that were sent; the other is the composer
_ADDRESS = re.compile(r"<(https?://[^>|]+)")
VERIFICATION_TOKEN = "playground"  # noqa: S105  (Slack's deprecated field; nothing checks it)


def user_json(user: User) -> Json:
    """Describe a person as ``users.info`` does."""
    return {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "real_name": user.name.title(),
        "is_admin": user.is_admin,
        "is_bot": False,
        "profile": {"display_name": user.name, "real_name": user.name.title()},
    }


def message_json(message: Message) -> Json:
    """Give a message as Slack tells an app of it."""
    optional = {
        "thread_ts": message.thread_ts,
        "bot_id": message.bot_id,
        "blocks": list(message.blocks) or None,
    }
    shown = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    return {**shown, **{name: value for name, value in optional.items() if value is not None}}


def view_json(view: View, app: Installation, values: Mapping[str, Json] | None = None) -> Json:
    """Give a view as Slack tells an app of it; ``values`` is its state, by block id and action id."""
    return {
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        **view.body,
        "id": view.id,
        "team_id": app.team_id,
        "state": {"values": dict(values or {})},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": app.app_id,
        "bot_id": app.bot_id,
        "app_installed_team_id": app.team_id,
    }


def slash_command(app: Installation, user: User, channel: Channel, command: str, text: str) -> Json:
    """Build the payload of a slash command; keys of the person's session are added by the emulator."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": app.team_id,
        "team_domain": "playground",
        "channel_id": channel.id,
        "channel_name": _spoken_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": command_text(text),
        "api_app_id": app.app_id,
        "is_enterprise_install": "false",
    }


def event_callback(app: Installation, event: Json, event_id: str, *, is_shared: bool) -> Json:
    """Wrap an event as the Events API delivers it; ``is_shared``: it happened in a channel of several organisations."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": app.team_id,
        "api_app_id": app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(float(event["event_ts"])),
        "is_ext_shared_channel": is_shared,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": app.team_id,
                "user_id": app.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
    }


def mention_event(message: Message, user: User) -> Json:
    """Build ``app_mention``."""
    return {**_said(message, user), "type": "app_mention"}


def message_event(message: Message, user: User, channel: Channel) -> Json:
    """Build ``message`` for what somebody, the bot included, wrote in a conversation that the bot is in."""
    return {**_said(message, user), "channel_type": _channel_type(channel)}


def _said(message: Message, user: User) -> Json:
    more = {
        "channel": message.channel,
        "event_ts": message.ts,
        "team": user.team_id,
        "client_msg_id": f"m-{message.ts}",
    }
    return {**message_json(message), **more}


def changed_event(message: Message, channel: Channel, ts: str) -> Json:
    """Build ``message`` with subtype ``message_changed``."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": message.channel,
        "channel_type": _channel_type(channel),
        "message": message_json(message),
        "ts": ts,
        "event_ts": ts,
        "hidden": True,
    }


def _channel_type(channel: Channel) -> str:
    return "im" if channel.is_direct else "group" if channel.is_private else "channel"


def links_event(message: Message, links: Mapping[str, str], *, is_member: bool) -> Json:
    """Build ``link_shared``; ``links`` are addresses and the domain that each belongs to."""
    return {
        "type": "link_shared",
        "channel": message.channel,
        "is_bot_user_member": is_member,
        "user": message.user,
        "message_ts": message.ts,
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        "unfurl_id": unfurl_id(message),
        "source": SOURCE,
        "links": [{"url": url, "domain": domain} for url, domain in links.items()],
        "event_ts": message.ts,
    }


def links_in(message: Message, domains: Iterable[str]) -> dict[str, str]:
    """List the addresses in a message that belong to one of the domains, each with that domain."""
    found = {}
    for url in _ADDRESS.findall(message.text):
        host = urlsplit(url).hostname or ""
        domain = next((one for one in domains if host == one or host.endswith(f".{one}")), None)
        if domain:
            found[url] = domain
    return found


def unfurl_id(message: Message) -> str:
    """Name a message as ``link_shared`` and ``chat.unfurl`` do."""
    return f"{message.channel}.{message.ts}"


def home_opened_event(user: str, channel: Channel, tab: str, ts: str) -> Json:
    """Build ``app_home_opened``."""
    return {"type": "app_home_opened", "user": user, "channel": channel.id, "tab": tab, "event_ts": ts}


def interaction(app: Installation, user: User, kind: str) -> Json:
    """Build what every interaction tells: who, where, and for which app."""
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": app.app_id,
        "team": {"id": app.team_id, "domain": "playground"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def in_message(message: Message, channel: Channel) -> Json:
    """Build where in a message an interaction happened; of an ephemeral one Slack tells no content."""
    container = {"type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": False}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    if message.visible_to:
        return {"container": {**container, "is_ephemeral": True}, "channel": channel_json(channel)}
    return {"container": container, "channel": channel_json(channel), "message": message_json(message)}


def on_message(message: Message, channel: Channel) -> Json:
    """Build which message a shortcut was chosen on."""
    return {"channel": channel_json(channel), "message_ts": message.ts, "message": message_json(message)}


def channel_json(channel: Channel) -> Json:
    """Name a channel as interactions do."""
    return {"id": channel.id, "name": _spoken_name(channel)}


def _spoken_name(channel: Channel) -> str:
    """Slack tells apps no name of what is not public."""
    return "directmessage" if channel.is_direct else "privategroup" if channel.is_private else channel.name


def in_view(view: View, app: Installation, values: Mapping[str, Json] | None = None) -> Json:
    """Build where in a view an interaction happened."""
    return {"container": {"type": "view", "view_id": view.id}, "view": view_json(view, app, values)}
