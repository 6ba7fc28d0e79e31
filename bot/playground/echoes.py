"""What the bot hears of its own messages: Slack sends an app the events of what it said in a direct message.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.envelopes import changed_event, own_message_event
from bot.playground.model import Message, View

if TYPE_CHECKING:
    from bot.playground.model import Json
    from bot.playground.workspace import Workspace


def echo(workspace: Workspace, what: str, subject: Message | View) -> Json | None:
    """Build the event of a change that the bot itself made, if Slack sends one; ``what`` as observers are told it."""
    if isinstance(subject, View) or subject.bot_id is None or subject.visible_to:
        return None
    if not workspace.channel(subject.channel).is_direct:
        return None
    match what:
        case "posted":
            return own_message_event(subject, workspace.installation)
        case "changed":
            return changed_event(subject, workspace.next_ts())
        case _:
            return None
