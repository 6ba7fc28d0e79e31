"""Conversation: somebody says whether a reply helped; a “no” is asked what was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.slack import sending
from bot.slack.blockkit.buttons import Pointer, Vote
from bot.slack.blockkit.composition import text_object
from bot.slack.limits import OPTION_TEXT, VIEW_TITLE

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.slack.recording import Recording

REASON_VIEW = "feedback_reason"
REASON = "reason"


@dataclass(frozen=True, slots=True)
class Feedback:
    """Records votes; the last one counts."""

    recording: Recording

    async def vote(self, args: AsyncArgs) -> None:
        """Record a pressed feedback button; after a “no”, ask for the reason."""
        vote = Vote.from_value((args.action or {}).get("value", ""))
        self.recording.voted(args, vote)
        if not vote.is_helpful:
            await sending.open_modal(args, reason_view(vote.pointer))

    async def explain_vote(self, args: AsyncArgs) -> None:
        """Record the reason that was chosen in the modal."""
        view: dict[str, Any] = args.view or {}
        chosen = view["state"]["values"][REASON][REASON]["selected_option"]
        pointer = Pointer.from_value(view["private_metadata"])
        self.recording.voted(args, Vote(pointer, is_helpful=False), chosen["value"] if chosen else "")


def reason_view(pointer: Pointer) -> dict[str, Any]:
    """Return the modal that asks what was wrong with what ``pointer`` points to."""
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
