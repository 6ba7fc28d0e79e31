"""What happens in the conversations → events for the journal.

Recording is an edge: whoever takes the events never blocks nor raises.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.journal import events
from bot.model import Answer, Choices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.journal.events import Event, OverheardOutcome, Surface
    from bot.model import Reply
    from bot.slack.blockkit.buttons import Pointer, Vote


@dataclass(frozen=True, slots=True)
class Recording:
    """Says what happened to ``record``; ``now`` gives aware UTC, ``clock`` seconds that never run backwards."""

    record: Callable[[Event], None]
    now: Callable[[], dt.datetime]
    clock: Callable[[], float]

    def replied(self, args: AsyncArgs, surface: Surface, reply: Reply, began_s: float) -> None:
        """Record a question and the reply to it, whose making began at ``began_s`` by the clock."""
        event = events.Asked(
            question=reply.question,
            user=_user(args),
            at=self.now(),
            surface=surface,
            outcome=reply.outcome,
            urls=_shown(reply),
            confidence=reply.hits[0].confidence if reply.hits else 0.0,
            release=str(reply.release),
            latency_ms=(self.clock() - began_s) * 1000,
        )
        self.record(event)

    def chosen(self, args: AsyncArgs, pointer: Pointer) -> None:
        """Record that a title was pressed."""
        self.record(events.Chosen(pointer.question, _user(args), self.now(), pointer.url))

    def none_fitted(self, args: AsyncArgs, question: str) -> None:
        """Record that no choice was meant."""
        self.record(events.NoneOfThese(question, _user(args), self.now()))

    def voted(self, args: AsyncArgs, vote: Vote, reason: str = "") -> None:
        """Record whether a reply helped, and why not."""
        pointer = vote.pointer
        self.record(events.Voted(pointer.question, _user(args), self.now(), pointer.url, vote.is_helpful, reason))

    def escalated(self, args: AsyncArgs, question: str) -> None:
        """Record that a person was asked."""
        self.record(events.Escalated(question, _user(args), self.now()))

    def taken_over(self, args: AsyncArgs, question: str) -> None:
        """Record that a person took a question."""
        self.record(events.TakenOver(question, _user(args), self.now()))

    def answered(self, args: AsyncArgs, question: str) -> None:
        """Record that a person answered a question."""
        self.record(events.Answered(question, _user(args), self.now()))

    def posted(self, args: AsyncArgs, pointer: Pointer) -> None:
        """Record that an answer was posted for all to see."""
        self.record(events.Posted(pointer.question, _user(args), self.now(), pointer.url))

    def overheard(self, args: AsyncArgs, event: Mapping[str, Any], outcome: OverheardOutcome, reply: Reply) -> None:
        """Record what came of a question that was put to a channel, without the question."""
        best = reply.hits[0] if reply.hits else None
        url = best.article.url if best and outcome != "unsure" else ""
        confidence = best.confidence if best else 0.0
        place = (event["channel"], event["ts"])
        self.record(events.Overheard(_user(args), self.now(), *place, outcome, url, confidence))

    def administered(self, args: AsyncArgs, what: str) -> None:
        """Record what an admin did."""
        self.record(events.AdminAction(_user(args), self.now(), what))


def _user(args: AsyncArgs) -> str:
    return args.context.user_id or ""


def _shown(reply: Reply) -> tuple[str, ...]:
    """The urls that count as shown: the answered one, or the choices; titles that are merely near are no answer."""
    hits = reply.hits[:1] if isinstance(reply, Answer) else reply.hits if isinstance(reply, Choices) else ()
    return tuple(hit.article.url for hit in hits)
