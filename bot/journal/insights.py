"""What a period says: how much was asked, whether it helped, which articles are used, disliked or missing.

Pure: no I/O.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.journal.gaps import LEAST_PEOPLE, Cluster, clusters
from bot.journal.queries import OUTCOMES, CastVote, Period, Readings
from bot.journal.trend import Week, weekly


@dataclass(frozen=True, slots=True)
class ReplyTime:
    """Milliseconds until the reply was made: percentiles, linear between neighbours."""

    median_ms: float
    p90_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Use:
    """An article and how often it was shown as the answer or chosen. ``title`` is the url if the article is gone."""

    url: str
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class Dislike:
    """An article that did not help ``against`` of ``votes`` people, with their reasons, most frequent first."""

    url: str
    title: str
    against: int
    votes: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Insights:
    """All of it, in the order it is read.

    Attributes:
        outcomes: how many questions got an answer, choices or none, in this order.
        helpful: votes that said it helped, of ``votes``; of several by one person on the same, only the last counts.
        latency: None if nothing was asked.
        popular: most used first.
        unused: articles nobody got to see, by title.
        disliked: most votes against first.
        gaps: what was asked without being found.
        weeks: from the first with anything in it to the last.
    """

    period: Period
    questions: int
    outcomes: tuple[tuple[str, int], ...]
    helpful: int
    votes: int
    escalated: int
    answered: int
    latency: ReplyTime | None
    popular: tuple[Use, ...]
    unused: tuple[Use, ...]
    disliked: tuple[Dislike, ...]
    gaps: tuple[Cluster, ...]
    weeks: tuple[Week, ...]

    @property
    def helpful_rate(self) -> float | None:
        """The share of votes that said it helped, in [0, 1]; None without a vote."""
        return self.helpful / self.votes if self.votes else None


def insights(readings: Readings, titles: Mapping[str, str], *, least_people: int = LEAST_PEOPLE) -> Insights:
    """Say what the readings mean.

    Args:
        readings: the period.
        titles: of the articles there are now, by url.
        least_people: gaps of fewer people are not shown.
    """
    votes = _last_votes(readings.votes)
    outcomes = Counter[str]()
    for one in readings.asked:
        outcomes[one.outcome] += one.count
    used = _used(readings)
    return Insights(
        period=readings.period,
        questions=outcomes.total(),
        outcomes=tuple((outcome, outcomes[outcome]) for outcome in OUTCOMES),
        helpful=sum(vote.is_helpful for vote in votes),
        votes=len(votes),
        escalated=readings.escalated,
        answered=readings.answered,
        latency=_latency(readings.latencies_ms),
        popular=tuple(Use(url, titles.get(url, url), times) for url, times in _ordered(used)),
        unused=_unused(used, titles),
        disliked=_disliked(votes, titles),
        gaps=clusters(
            ((one.question, one.person, one.times) for one in readings.rejections), least_people=least_people
        ),
        weeks=weekly(((one.day, one.count) for one in readings.asked), ((vote.day, vote.is_helpful) for vote in votes)),
    )


def _last_votes(votes: Sequence[CastVote]) -> list[CastVote]:
    """Keep the last of a person's votes on the same; where only counts are kept, nobody can tell, and all count."""
    last = {(vote.person or place, vote.question, vote.url): vote for place, vote in enumerate(votes)}
    return list(last.values())


def _used(readings: Readings) -> Counter[str]:
    used = Counter[str]()
    for url, times in readings.used:
        used[url] += times
    return used


def _latency(latencies_ms: Sequence[float]) -> ReplyTime | None:
    return ReplyTime(*np.percentile(latencies_ms, [50, 90, 99]).tolist()) if latencies_ms else None


def _unused(used: Mapping[str, int], titles: Mapping[str, str]) -> tuple[Use, ...]:
    return tuple(Use(url, title, 0) for title, url in sorted((titles[url], url) for url in titles if url not in used))


def _disliked(votes: Iterable[CastVote], titles: Mapping[str, str]) -> tuple[Dislike, ...]:
    votes = tuple(votes)
    all_votes = Counter(vote.url for vote in votes)
    against = Counter(vote.url for vote in votes if not vote.is_helpful)
    reasons = defaultdict[str, Counter[str]](Counter)
    for (url, reason), times in Counter((vote.url, vote.reason) for vote in votes if not vote.is_helpful).items():
        if reason:
            reasons[url][reason] = times
    return tuple(
        Dislike(url, titles.get(url, url), times, all_votes[url], tuple(_ordered(reasons[url])))
        for url, times in _ordered(against)
    )


def _ordered(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Order by count, then alphabetically, so that equals never change places."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
