"""Insights as tables for a terminal.

Pure: makes ``rich`` renderables, prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.journal.insights import Dislike, Insights
from bot.journal.trend import sparkline

MOST_LINES = 10
"""Lines of each table; the JSON has all."""


def drawn(found: Insights) -> RenderableType:
    """Draw everything there is something to say about."""
    popular = ((one.title, f"{one.times:,}") for one in found.popular)
    disliked = ((one.title, f"{one.against} of {one.votes}", _reasons(one)) for one in found.disliked)
    gaps = ((gap.name, str(gap.people), str(gap.times)) for gap in found.gaps)
    parts = [
        _summary(found),
        _table(("Gaps: asked without being found", "people", "times"), gaps),
        _table(("Did not help", "votes", "reasons"), disliked),
        _table(("Most used", "times"), popular),
        _table((f"Never used ({len(found.unused):,} in all)",), ((one.title,) for one in found.unused)),
    ]
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in parts if part))


def _summary(found: Insights) -> RenderableType:
    lines = [f"{found.questions:,} questions from {found.period.since:%d %B %Y} on"]
    if found.questions:
        shares = ", ".join(f"{outcome} {count / found.questions:.0%}" for outcome, count in found.outcomes)
        lines.append(f"Replies: {shares}; {found.escalated} went to a person, {found.answered} came back")
    if found.latency:
        lines.append(f"Time: median {found.latency.median_ms:.0f} ms, 99th percentile {found.latency.p99_ms:.0f} ms")
    if found.helpful_rate is not None:
        lines.append(f"Helped: {found.helpful_rate:.0%} of {found.votes:,} votes")
        lines.append(f"  by week  {sparkline([week.helpful_rate for week in found.weeks])}")
    return Text("\n".join(lines))


def _reasons(one: Dislike) -> str:
    return "; ".join(f"{reason} ({times})" if times > 1 else reason for reason, times in one.reasons)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table | None:
    shown = [row for row, _ in zip(rows, range(MOST_LINES), strict=False)]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(Text(heading))
    for row in shown:
        table.add_row(*map(Text, row))
    return table if shown else None
