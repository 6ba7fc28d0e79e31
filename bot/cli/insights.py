"""``quicktake insights``: what was asked, whether it helped, and what is missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot.cli.journal import days_option, last, opened, people_option
from bot.cli.options import corpus_option, settings_for

if TYPE_CHECKING:
    from pathlib import Path

    from bot.journal.insights import Insights
    from bot.settings import Settings


@click.command()
@corpus_option
@days_option
@people_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def insights(folders: tuple[Path, ...], days: int, people: int, as_json: bool) -> None:  # noqa: FBT001
    """Tell how much was asked, whether it helped, which articles are used, disliked or missing."""
    found = _insights(settings_for(folders), days, people)
    if as_json:
        click.echo(json.dumps(_as_object(found), ensure_ascii=False))
    else:
        _draw(found)


def _insights(settings: Settings, days: int, people: int) -> Insights:
    from bot.corpus.loader import load  # noqa: PLC0415  (keeps --help quick)
    from bot.journal.insights import insights as told  # noqa: PLC0415

    with opened(settings.data_dir) as journal:
        readings = journal.readings(last(days))
    articles = load(settings.corpus, synonyms_file=settings.synonyms).articles
    return told(readings, {article.url: article.title for article in articles}, least_people=people)


def _as_object(found: Insights) -> dict[str, Any]:
    latency = found.latency
    return {
        "since": found.period.since.isoformat(),
        "until": found.period.until.isoformat(),
        "questions": found.questions,
        "outcomes": dict(found.outcomes),
        "votes": found.votes,
        "helpful_rate": found.helpful_rate,
        "escalated": found.escalated,
        "answered_by_people": found.answered,
        "latency_ms": {"median": latency.median_ms, "p90": latency.p90_ms, "p99": latency.p99_ms} if latency else None,
        "popular": [{"url": one.url, "title": one.title, "times": one.times} for one in found.popular],
        "unused": [{"url": one.url, "title": one.title} for one in found.unused],
        "disliked": [
            {
                "url": one.url,
                "title": one.title,
                "against": one.against,
                "votes": one.votes,
                "reasons": dict(one.reasons),
            }
            for one in found.disliked
        ],
        "gaps": [
            {
                "question": gap.name,
                "people": gap.people,
                "times": gap.times,
                "wordings": [one.text for one in gap.wordings],
            }
            for gap in found.gaps
        ],
        "weeks": [
            {"monday": week.monday.isoformat(), "questions": week.questions, "helpful_rate": week.helpful_rate}
            for week in found.weeks
        ],
    }


def _draw(found: Insights) -> None:
    from rich.console import Console  # noqa: PLC0415  (keeps --json quick)

    from bot.cli.insights_tables import drawn  # noqa: PLC0415

    Console().print(drawn(found))
