"""Insights → a message for admins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot import wording
from bot.journal.gaps import Cluster
from bot.journal.insights import Dislike, Insights
from bot.journal.trend import Week, sparkline
from bot.slack.blockkit import outline
from bot.slack.blockkit.messages import Message

Block = dict[str, Any]

DIGEST_DAYS = 7
MOST_LINES = 10  # of each list; `quicktake insights --json` gives all


def insights(found: Insights, days: int) -> Message:
    """Return what the last ``days`` say; lists without anything in them are left out."""
    if not found.questions and not found.votes:
        return outline.report(wording.period(days, 0), [outline.line(wording.NOTHING_RECORDED)])
    popular = [wording.used(one.title, one.times) for one in found.popular[:MOST_LINES]]
    details = [
        *outline.bullets(_figures(found)),
        *outline.chapter(wording.GAPS, gaps(found.gaps, MOST_LINES)),
        *outline.chapter(wording.DISLIKED, dislikes(found.disliked, MOST_LINES)),
        *outline.chapter(wording.MOST_USED, popular),
        *outline.chapter(wording.NEVER_USED, _unused(found)),
    ]
    return outline.report(wording.period(days, found.questions), details)


def digest(found: Insights, weeks: Sequence[Week]) -> Message:
    """Return what the last week says, with the trend of all ``weeks``."""
    return insights(replace(found, weeks=tuple(weeks)), DIGEST_DAYS)


def gaps(found: Sequence[Cluster], most: int) -> list[str]:
    """Return a line for each of the first gaps."""
    return [wording.gap(one.name, one.people, one.times) for one in found[:most]]


def dislikes(found: Sequence[Dislike], most: int) -> list[str]:
    """Return a line for each of the first articles that did not help."""
    return [wording.disliked(one.title, one.against, one.votes, _reasons(one)) for one in found[:most]]


def _figures(found: Insights) -> list[str]:
    latency, rate = found.latency, found.helpful_rate
    weeks = [week.helpful_rate for week in found.weeks]
    is_trend = len(weeks) > 1 and any(week is not None for week in weeks)
    return [
        wording.replies(found.outcomes, found.questions) if found.questions else "",
        wording.helped(rate, found.votes) if rate is not None else "",
        wording.WEEKLY_HELPFUL.format(sparkline(weeks)) if is_trend else "",
        wording.passed_on(found.escalated, found.answered) if found.escalated else "",
        wording.latency(latency.median_ms, latency.p99_ms) if latency else "",
    ]


def _reasons(one: Dislike) -> list[tuple[str, int]]:
    return [(wording.VOTE_REASONS.get(reason, reason).lower(), times) for reason, times in one.reasons]


def _unused(found: Insights) -> list[str]:
    titles = [one.title for one in found.unused[:MOST_LINES]]
    return [wording.unused(len(found.unused), titles)] if titles else []
