"""What happens in the conversations → events for the journal.

Recording is an edge: whoever takes the events never blocks nor raises.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.journal import events
from bot.journal.events import Event, OverheardOutcome, Surface
from bot.model import Answer, Choices, Reply
from bot.slack.blockkit.buttons import Pointer, Vote
from bot.slack.request import Request

_SURFACES: dict[str, Surface] = {"command": "command", "shortcut": "shortcut", "action": "home"}


@dataclass(frozen=True, slots=True)
class Recording:
    """Says what happened to ``record``; ``now`` gives aware UTC, ``clock`` the seconds that requests are stamped by."""

    record: Callable[[Event], None]
    now: Callable[[], dt.datetime]
    clock: Callable[[], float]

    def replied(self, request: Request, reply: Reply) -> None:
        """Record a question, the reply to it, and how long that took."""
        heard: Surface = "direct message" if request.is_direct_message else "mention"
        event = events.Asked(
            question=reply.question,
            user=request.author,
            at=self.now(),
            surface=_SURFACES.get(request.kind, heard),
            outcome=reply.outcome,
            urls=_shown(reply),
            confidence=reply.hits[0].confidence if reply.hits else 0.0,
            release=str(reply.release),
            latency_ms=(self.clock() - request.received_s) * 1000,
        )
        self.record(event)

    def chosen(self, request: Request, pointer: Pointer) -> None:
        """Record that a title was pressed."""
        self.record(events.Chosen(pointer.question, request.user, self.now(), pointer.url))

    def none_fitted(self, request: Request, question: str) -> None:
        """Record that no choice was meant."""
        self.record(events.NoneOfThese(question, request.user, self.now()))

    def voted(self, request: Request, vote: Vote, reason: str = "") -> None:
        """Record whether a reply helped, and why not."""
        pointer = vote.pointer
        self.record(events.Voted(pointer.question, request.user, self.now(), pointer.url, vote.is_helpful, reason))

    def escalated(self, request: Request, question: str) -> None:
        """Record that a person was asked."""
        self.record(events.Escalated(question, request.user, self.now()))

    def taken_over(self, request: Request, question: str) -> None:
        """Record that a person took a question."""
        self.record(events.TakenOver(question, request.user, self.now()))

    def answered(self, request: Request, question: str) -> None:
        """Record that a person answered a question."""
        self.record(events.Answered(question, request.user, self.now()))

    def posted(self, request: Request, pointer: Pointer) -> None:
        """Record that an answer was posted for all to see."""
        self.record(events.Posted(pointer.question, request.user, self.now(), pointer.url))

    def overheard(self, request: Request, outcome: OverheardOutcome, reply: Reply) -> None:
        """Record what came of a question that was put to a channel, without the question."""
        best = reply.hits[0] if reply.hits else None
        url = best.article.url if best and outcome != "unsure" else ""
        confidence = best.confidence if best else 0.0
        place = (request.channel, request.ts)
        self.record(events.Overheard(request.user, self.now(), *place, outcome, url, confidence))

    def administered(self, request: Request, what: str) -> None:
        """Record what an admin did."""
        self.record(events.AdminAction(request.user, self.now(), what))


def _shown(reply: Reply) -> tuple[str, ...]:
    """The urls that count as shown: the answered one, or the choices; titles that are merely near are no answer."""
    hits = reply.hits[:1] if isinstance(reply, Answer) else reply.hits if isinstance(reply, Choices) else ()
    return tuple(hit.article.url for hit in hits)
