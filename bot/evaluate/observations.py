"""What was seen when the bot was asked a labelled question.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.evaluate.questions import Question


class Outcome(StrEnum):
    """What kind of reply the person got."""

    ANSWER = "answer"
    CHOICES = "choices"
    NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True)
class Ranking:
    """The articles found for a question: ``urls`` best first, and the confidence in [0, 1] of the first (0 if none)."""

    question: Question
    urls: tuple[str, ...]
    confidence: float

    @property
    def right_at(self) -> int | None:
        """The rank of the first relevant article, counted from 1."""
        return next((rank for rank, url in enumerate(self.urls, start=1) if url in self.question.relevant), None)

    @property
    def is_right(self) -> bool:
        """Tell whether the first article answers the question."""
        return self.right_at == 1


@dataclass(frozen=True, slots=True)
class Observation:
    """One labelled question with its ranking and with the reply a person would have got.

    ``offered`` are the articles the reply puts forward: the one answered with, or those to choose from.
    ``offered_later`` are those of the replies to what else the message asks.
    """

    ranking: Ranking
    outcome: Outcome
    offered: tuple[str, ...]
    latency_ms: float
    offered_later: tuple[tuple[str, ...], ...] = ()

    @property
    def question(self) -> Question:
        """The question asked."""
        return self.ranking.question

    @property
    def is_answered(self) -> bool:
        """Tell whether one article was given as the answer."""
        return self.outcome is Outcome.ANSWER

    @property
    def is_partly_helpful(self) -> bool:
        """Tell whether an article was offered that answers at least a part of the question."""
        return self.is_helpful or any(url in self.question.partial for url in self.offered)

    @property
    def found(self) -> tuple[bool, ...]:
        """Tell for each of several questions in one message whether its reply offers its article."""
        replies = (self.offered, *self.offered_later)
        padded = replies + ((),) * len(self.question.relevant)
        return tuple(url in offered for url, offered in zip(self.question.relevant, padded, strict=False))

    @property
    def is_helpful(self) -> bool:
        """Tell whether a relevant article was answered with or offered to choose."""
        return any(url in self.question.relevant for url in self.offered)
