"""What the app hears without anybody addressing it: messages in its channels, its own included, and addresses in any.

Pure: no I/O. Whether an event is delivered depends on what the app is subscribed to and granted.
"""

from __future__ import annotations

from bot.playground import envelopes
from bot.playground.model import Json, Message, View
from bot.playground.workspace import Workspace


def heard(workspace: Workspace, what: str, subject: Message | View) -> tuple[Json, ...]:
    """Build the events of a change; ``what`` as observers are told it.

    What people write to the app itself is not in here: somebody waits for what comes of it.
    """
    if isinstance(subject, View) or subject.visible_to:
        return ()
    domains = workspace.installation.unfurl_domains if what == "posted" else ()
    links = envelopes.links_in(subject.text, domains)
    where, said = workspace.channel(subject.channel), _said(workspace, what, subject)
    shared = envelopes.links_event(subject, links, is_member=where.has_bot) if links and not subject.bot_id else None
    return tuple(event for event in (said, shared) if event)


def _said(workspace: Workspace, what: str, message: Message) -> Json | None:
    """Build the event of a message itself, which only a member is sent."""
    where = workspace.channel(message.channel)
    if not where.has_bot:
        return None
    match what:
        case "posted" if not where.is_direct or message.bot_id == workspace.installation.bot_id:
            return envelopes.message_event(workspace.installation, message, workspace.author(message), where)
        case "changed":
            return envelopes.changed_event(message, where, workspace.next_ts())
        case "deleted":
            return envelopes.deleted_event(message, where, workspace.next_ts())
        case _:
            return None
