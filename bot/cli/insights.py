"""``quicktake insights``: what was asked, whether it helped, and what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bot.cli.journal import days_option, last, opened, people_option
from bot.cli.options import corpus_option, settings_for
from bot.corpus.loader import load
from bot.journal.insights import Insights
from bot.journal.insights import insights as told
from bot.playground.block_text import write_blocks
from bot.settings import Settings
from bot.slack.blockkit.insights import insights as report


@click.command()
@corpus_option
@days_option
@people_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def insights(folders: tuple[Path, ...], days: int, people: int, as_json: bool) -> None:
    """Show what was asked, whether it helped, and what is missing."""
    found = _insights(settings_for(folders), days, people)
    if as_json:
        click.echo(json.dumps(_as_object(found), ensure_ascii=False))
    else:
        click.echo(write_blocks(report(found, days).blocks))


def _insights(settings: Settings, days: int, people: int) -> Insights:
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
