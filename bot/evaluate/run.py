"""Asking the labelled questions, one after the other.

No I/O of its own: what answers, what ranks and what tells the time are given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.evaluate.observations import Observation, Outcome, Ranking
from bot.evaluate.report import Report, summarise
from bot.model import Answer, Choices, Hit, NoAnswer, Reply
from bot.progress import OnProgress, ignore

if TYPE_CHECKING:
    from bot.evaluate.questions import Question

Answering = Callable[[str], Reply]
"""A question's reply, as a person would get it."""

Ranker = Callable[[str], Sequence[Hit]]
"""The hits for a question, best first; ten of them, for the metrics that look that far."""

Clock = Callable[[], float]
"""Seconds that only grow, such as ``time.perf_counter``."""


def evaluate(
    answer: Answering,
    rank: Ranker,
    questions: Sequence[Question],
    *,
    clock: Clock,
    on_progress: OnProgress = ignore,
) -> Report:
    """Ask every question and measure the replies, over all questions and per style."""
    observations: list[Observation] = []
    for question in questions:
        observations.append(_observe(question, answer, rank, clock))
        on_progress(len(observations), len(questions))
    return summarise(observations)


def rank_all(rank: Ranker, questions: Sequence[Question], *, on_progress: OnProgress = ignore) -> tuple[Ranking, ...]:
    """Rank the articles for every question, without asking for replies: what a calibration needs."""
    rankings: list[Ranking] = []
    for question in questions:
        rankings.append(_ranking(question, rank))
        on_progress(len(rankings), len(questions))
    return tuple(rankings)


def _observe(question: Question, answer: Answering, rank: Ranker, clock: Clock) -> Observation:
    started_s = clock()
    reply = answer(question.query)
    latency_ms = (clock() - started_s) * 1000
    outcome, offered = _offered(reply)
    left = () if isinstance(reply, NoAnswer) else reply.left
    later = tuple(_offered(answer(one))[1] for one in left)
    return Observation(_ranking(question, rank), outcome, offered, latency_ms, later)


def _offered(reply: Reply) -> tuple[Outcome, tuple[str, ...]]:
    match reply:
        case Answer(hits=hits):
            return Outcome.ANSWER, tuple(hit.article.url for hit in hits[:1])
        case Choices(hits=hits):
            return Outcome.CHOICES, tuple(hit.article.url for hit in hits)
        case NoAnswer():
            return Outcome.NO_ANSWER, ()


def _ranking(question: Question, rank: Ranker) -> Ranking:
    hits = rank(question.query)
    return Ranking(question, tuple(hit.article.url for hit in hits), hits[0].confidence if hits else 0.0)
