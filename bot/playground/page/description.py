"""The workspace and what passed over the wire, described for the page.

Pure: no I/O. What Slack's JSON calls something keeps its name here.
"""

from __future__ import annotations

from bot import wording
from bot.playground.model import Call, Channel, Exchange, Json, Message, User, View
from bot.playground.workspace import Workspace


def workspace(known: Workspace) -> Json:
    """Describe what stays as it is: the app, the people and the channels."""
    app = known.installation
    shortcuts = [
        {"name": one.name, "callback_id": one.callback_id, "is_on_message": one.is_on_message} for one in app.shortcuts
    ]
    listed = [_subcommand(words, one.does, for_admins=one.is_for_admins) for words, one in wording.SUBCOMMANDS.items()]
    return {
        "bot": {"id": app.bot_user_id, "name": app.bot_name},
        "commands": list(app.commands),
        "subcommands": [_subcommand("", wording.ASKING, for_admins=False), *listed],
        "shortcuts": shortcuts,
        "users": [_user(user, app.team_id) for user in known.users.values()],
        "channels": [_channel(channel) for channel in known.channels.values()],
    }


def _subcommand(words: str, does: str, *, for_admins: bool) -> Json:
    return {"words": words, "note": does[0].upper() + does[1:], "for_admins": for_admins}


def _user(user: User, home_team: str) -> Json:
    role = "admin" if user.is_admin else "outsider" if user.team_id != home_team else "person"
    return {"id": user.id, "name": user.name, "role": role}


def _channel(channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "is_direct": channel.is_direct,
        "has_bot": channel.has_bot,
        "member": channel.member,
    }


def described(value: object) -> object:
    """Describe a message, a view, a stack of views, an exchange or a call; anything else is JSON already."""
    match value:
        case Message():
            return message(value)
        case View():
            return view(value)
        case Exchange():
            return exchange(value)
        case Call():
            return call(value)
        case tuple():
            return [described(one) for one in value]
        case _:
            return value


def message(shown: Message) -> Json:
    """Describe a message."""
    return {
        "channel": shown.channel,
        "ts": shown.ts,
        "user": shown.user,
        "text": shown.text,
        "blocks": list(shown.blocks),
        "unfurls": list(shown.unfurls),
        "thread_ts": shown.thread_ts,
        "visible_to": shown.visible_to,
        "is_edited": shown.is_edited,
    }


def view(shown: View) -> Json:
    """Describe a modal or a Home tab: its body as the app sent it, with what the page needs to tell it apart."""
    return {**shown.body, "id": shown.id, "user": shown.user, "hash": shown.hash}


def exchange(passed: Exchange) -> Json:
    """Describe an envelope and its acknowledgement."""
    return {
        "id": passed.envelope["envelope_id"],
        "kind": passed.kind,
        "attempt": passed.envelope.get("retry_attempt", 0),
        "payload": passed.payload,
        "response": passed.response,
        "ack_ms": passed.ack_ms,
        "is_late": passed.is_late,
        "sent_at": passed.sent_at,
    }


def call(made: Call) -> Json:
    """Describe a request of the bot."""
    return {
        "method": made.method,
        "arguments": made.arguments,
        "status": made.status,
        "error": made.error,
        "messages": list(made.messages),
        "made_at": made.made_at,
    }
