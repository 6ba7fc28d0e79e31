"""What the app hears without anybody addressing it: messages in its channels, and the events of what it said itself.

Pure: no I/O. Whether an event is delivered depends on what the app is subscribed to and granted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground import envelopes
from bot.playground.model import Message, User, View

if TYPE_CHECKING:
    from bot.playground.model import Json
    from bot.playground.workspace import Workspace


def heard(workspace: Workspace, what: str, subject: Message | View) -> Json | None:
    """Build the event of a change, if Slack sends one where the app is a member; ``what`` as observers are told it.

    What people write to the app itself is not in here: somebody waits for what comes of it.
    """
    if isinstance(subject, View) or subject.visible_to:
        return None
    where = workspace.channel(subject.channel)
    is_addressed = where.is_direct and subject.bot_id is None
    if not where.has_bot or is_addressed:
        return None
    match what:
        case "posted":
            return envelopes.message_event(subject, _author(workspace, subject), where)
        case "changed":
            return envelopes.changed_event(subject, where, workspace.next_ts())
        case _:
            return None


def _author(workspace: Workspace, message: Message) -> User:
    app = workspace.installation
    return workspace.users.get(message.user, User(app.bot_user_id, app.bot_name, app.team_id))
