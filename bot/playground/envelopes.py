"""Slack's JSON for what happens in the workspace: events, slash commands, and the objects in them.

Pure: no I/O. The shapes are those of https://docs.slack.dev/interactivity and https://docs.slack.dev/reference/events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from bot.playground.composer import command_text, rich_text
from bot.playground.model import Channel, Installation, Json, Message, User, View

SENT, COMPOSER = "conversations_history", "composer"  # where addresses are: in a message, or still being written
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
    """Give a message as Slack tells an app of it; what a person typed has its words a second time, as rich text."""
    is_typed = message.text and not message.blocks and not message.bot_id and not message.subtype
    optional = {
        "user": message.user,
        "subtype": message.subtype,
        "thread_ts": message.thread_ts,
        "bot_id": message.bot_id,
        "blocks": list(message.blocks) or (rich_text(message.text) if is_typed else None),
        "attachments": list(message.attachments),
        "files": list(message.files),
        "edited": {"user": message.user, "ts": message.edited_ts} if message.edited_ts else None,
    }
    shown = {"type": "message", "text": message.text, "ts": message.ts}
    return {**shown, **{name: value for name, value in optional.items() if value}}


def forwarded(message: Message) -> Json:
    """Give a message as the attachment that it becomes when somebody forwards it."""
    told = message_json(message)
    words = [{"team": "", "channel": message.channel, "ts": message.ts, "message": {"blocks": told["blocks"]}}]
    return {
        "is_msg_unfurl": True,
        "is_share": True,
        "channel_id": message.channel,
        "ts": message.ts,
        "author_id": message.user,
        "fallback": message.text,
        "text": message.text,
        "message_blocks": words if "blocks" in told else [],
        "footer": "Posted",
    }


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
    """Build the payload of a slash command; keys of the person's session are added by the emulator.

    The team is that of the person, which need not be the one that the app is installed in.
    """
    return {
        **({"enterprise_id": user.enterprise_id, "enterprise_name": "Playgrounds"} if user.enterprise_id else {}),
        "token": VERIFICATION_TOKEN,
        "team_id": user.team_id,
        "team_domain": domain(app, user.team_id),
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
        **({"enterprise_id": app.enterprise_id} if app.enterprise_id else {}),
        "token": VERIFICATION_TOKEN,
        "team_id": app.team_id,
        "context_team_id": app.team_id,
        "context_enterprise_id": app.enterprise_id,
        "api_app_id": app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(float(event["event_ts"])),
        "is_ext_shared_channel": is_shared,
        "authorizations": [
            {
                "enterprise_id": app.enterprise_id,
                "team_id": app.team_id,
                "user_id": app.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
    }


def mention_event(app: Installation, message: Message, author: User | None) -> Json:
    """Build ``app_mention``; nobody is the author of what a workflow says."""
    return {**_said(app, message, author), "type": "app_mention"}


def message_event(app: Installation, message: Message, author: User | None, channel: Channel) -> Json:
    """Build ``message`` for what somebody, the bot included, wrote in a conversation that the bot is in."""
    return {**_said(app, message, author), "channel_type": _channel_type(channel)}


def _said(app: Installation, message: Message, author: User | None) -> Json:
    more = {
        "channel": message.channel,
        "event_ts": message.edited_ts or message.ts,
        "team": author.team_id if author else app.team_id,
        "client_msg_id": f"m-{message.ts}",
    }
    return {**message_json(message), **more, **(_foreign(app, author) if author else {})}


def _foreign(app: Installation, author: User) -> Json:
    """Say where somebody comes from whose workspace is not the app's; of an Enterprise, only its id is told."""
    if author.team_id == app.team_id:
        return {}
    home = author.enterprise_id or author.team_id
    profile = {"name": author.name, "real_name": author.name.title(), "team": author.team_id, "is_restricted": False}
    return {"user_team": home, "source_team": home, "user_profile": profile}


def changed_event(message: Message, channel: Channel, ts: str) -> Json:
    """Build ``message`` with subtype ``message_changed``."""
    return {**_hidden("message_changed", channel, ts), "message": message_json(message)}


def deleted_event(message: Message, channel: Channel, ts: str) -> Json:
    """Build ``message`` with subtype ``message_deleted``."""
    gone = {"deleted_ts": message.ts, "previous_message": message_json(message)}
    return {**_hidden("message_deleted", channel, ts), **gone}


def _hidden(subtype: str, channel: Channel, ts: str) -> Json:
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": channel.id,
        "channel_type": _channel_type(channel),
        "ts": ts,
        "event_ts": ts,
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
        "source": SENT,
        "links": [{"url": url, "domain": domain} for url, domain in links.items()],
        "event_ts": message.ts,
    }


def draft_event(user: str, draft: str, links: Mapping[str, str], ts: str) -> Json:
    """Build ``link_shared`` for what somebody is still writing: the place is no channel, the time no timestamp."""
    return {
        "type": "link_shared",
        "channel": "COMPOSER",
        "is_bot_user_member": True,
        "user": user,
        "message_ts": draft,
        "unfurl_id": draft,
        "source": COMPOSER,
        "links": [{"url": url, "domain": domain} for url, domain in links.items()],
        "event_ts": ts,
    }


def links_in(text: str, domains: Iterable[str]) -> dict[str, str]:
    """List the addresses in a message's text that belong to one of the domains, each with that domain."""
    found = {}
    for url in _ADDRESS.findall(text):
        host = urlsplit(url).hostname or ""
        domain = next((one for one in domains if host == one or host.endswith(f".{one}")), None)
        if domain:
            found[url] = domain
    return found


def unfurl_id(message: Message) -> str:
    """Name a message as ``link_shared`` and ``chat.unfurl`` do."""
    return f"{message.channel}.{message.ts}"


def home_opened_event(user: str, channel: Channel, tab: str | None, ts: str) -> Json:
    """Build ``app_home_opened``; Slack need not say which ``tab`` it was."""
    opened = {"type": "app_home_opened", "user": user, "channel": channel.id, "event_ts": ts}
    return {**opened, **({"tab": tab} if tab else {})}


def domain(app: Installation, team_id: str) -> str:
    """Name a workspace as it stands in its address."""
    return "playground" if team_id == app.team_id else "elsewhere"


def channel_json(channel: Channel) -> Json:
    """Name a channel as interactions do."""
    return {"id": channel.id, "name": _spoken_name(channel)}


def _spoken_name(channel: Channel) -> str:
    """Slack tells apps no name of what is not public."""
    return "directmessage" if channel.is_direct else "privategroup" if channel.is_private else channel.name
