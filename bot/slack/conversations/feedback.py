"""Conversation: somebody says whether a reply helped; a “no” is asked what was wrong."""

from __future__ import annotations

from typing import Any

from bot import wording
from bot.slack.blockkit.buttons import FEEDBACK, Pointer, Vote
from bot.slack.blockkit.composition import text_object
from bot.slack.bot import SlackBot
from bot.slack.limits import OPTION_TEXT, VIEW_TITLE
from bot.slack.request import Request
from bot.slack.routes import action, modal

REASON_VIEW = "feedback_reason"
REASON = "reason"


async def vote(request: Request, bot: SlackBot) -> None:
    """Record a pressed feedback button, of which the last one counts; after a “no”, ask for the reason."""
    given = Vote.from_value(request.value)
    bot.recording.voted(request, given)
    if not given.is_helpful:
        await bot.sender.open_modal(request, _reason_view(given.pointer))


async def explain_vote(request: Request, bot: SlackBot) -> None:
    """Record the reason that was chosen in the modal."""
    pointer = Pointer.from_value(request.metadata)
    bot.recording.voted(request, Vote(pointer, is_helpful=False), request.field(REASON))


def _reason_view(pointer: Pointer) -> dict[str, Any]:
    options = [
        {"text": text_object(label, OPTION_TEXT), "value": reason} for reason, label in wording.VOTE_REASONS.items()
    ]
    return {
        "type": "modal",
        "callback_id": REASON_VIEW,
        "private_metadata": pointer.to_value(),
        "title": text_object(wording.WHAT_WAS_WRONG, VIEW_TITLE),
        "submit": text_object(wording.SEND, VIEW_TITLE),
        "close": text_object(wording.CLOSE, VIEW_TITLE),
        "blocks": [
            {
                "type": "input",
                "block_id": REASON,
                "label": text_object(wording.WHAT_WAS_WRONG_LABEL, OPTION_TEXT),
                "element": {"type": "radio_buttons", "action_id": REASON, "options": options},
            }
        ],
    }


ROUTES = (action(FEEDBACK, vote), modal(REASON_VIEW, explain_vote))
