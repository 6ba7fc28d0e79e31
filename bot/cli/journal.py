"""``quicktake journal``: hand out, forget and reuse what was recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.cli.options import settings_for
from bot.journal.export import csv_lines, jsonl
from bot.journal.labels import labelled_lines
from bot.journal.queries import Period
from bot.journal.store import Journal
from bot.state.alias_decisions import AliasDecisions
from bot.store.database import Database

days_option = click.option(
    "--days", type=click.IntRange(1), default=30, show_default=True, help="How far to look back."
)
people_option = click.option(
    "--people",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Leave out what fewer people asked.",
)


@click.group()
def journal() -> None:
    """Export, forget or reuse what the bot recorded."""


@journal.command()
@click.option("--csv/--jsonl", "as_csv", default=True, help="Lines for a spreadsheet (default) or JSON objects.")
def export(as_csv: bool) -> None:
    """Print every event, oldest first."""
    with opened(settings_for(()).data_dir) as found:
        for line in (csv_lines if as_csv else jsonl)(found.rows()):
            click.echo(line)


@journal.command()
@click.option("--everybody", is_flag=True, help="Delete every event there is.")
@click.argument("user_ids", nargs=-1, metavar="[USER_ID]...")
def forget(everybody: bool, user_ids: tuple[str, ...]) -> None:
    """Delete every event of these Slack users, such as U012ABCDEF."""
    if everybody == bool(user_ids):
        raise click.UsageError("Give either Slack user ids or --everybody.")
    with opened(settings_for(()).data_dir) as found:
        done = [found.forget_everybody()] if everybody else [found.forget(user) for user in user_ids]
    click.echo(f"{sum(one.count for one in done):,} events deleted")
    if not done[-1].is_gone:
        click.echo("Another program is reading the journal, so its file still holds traces of them; run this again.")


@journal.command()
@days_option
@people_option
def questions(days: int, people: int) -> None:
    """Print confirmed questions, labelled for `quicktake eval`."""
    with opened(settings_for(()).data_dir) as found:
        for line in labelled_lines(found.confirmations(last(days)), least_people=people):
            click.echo(line)


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """Open the journal of a data folder to look into it.

    Raises:
        QuicktakeError: there is none.
    """
    found = Journal.to_look_into(folder, now)
    try:
        yield found
    finally:
        found.close()


def decisions(folder: Path) -> AliasDecisions:
    """Return what admins decided about aliases."""
    return AliasDecisions(Database.in_folder(folder), now)


def last(days: int) -> Period:
    """Return the days until now."""
    return Period.last(days, now())


def now() -> dt.datetime:
    """Return the time as aware UTC."""
    return dt.datetime.now(dt.UTC)
