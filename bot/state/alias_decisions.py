"""What admins decided about suggested aliases. The first decision counts, whoever else presses.

Each change is one statement, so of two admins who decide at once exactly one changes something.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, literal, select, update
from sqlalchemy.exc import OperationalError

from bot.aliases import Alias
from bot.store.database import Database
from bot.store.schema import aliases
from bot.store.timestamps import to_ms


@dataclass(frozen=True, slots=True)
class AliasDecision:
    """Whether an alias stands accepted, and whether this very call decided it."""

    is_accepted: bool
    is_news: bool


class AliasDecisions:
    """Keeps decisions in ``database``, over restarts. ``now`` gives the time as aware UTC.

    Every method asks the database and may raise QuicktakeError, so call it off the event loop.
    """

    def __init__(self, database: Database, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._now = now

    def accept(self, alias: Alias) -> AliasDecision:
        """Accept an alias, unless somebody decided before."""
        return self._decide(alias, is_accepted=True)

    def reject(self, alias: Alias) -> AliasDecision:
        """Reject an alias, unless somebody decided before."""
        return self._decide(alias, is_accepted=False)

    def withdraw(self, alias: Alias) -> AliasDecision:
        """Reject an alias that was accepted before."""
        accepted = update(aliases).where(_is(alias), aliases.c.is_accepted.is_(True))
        changed = accepted.values(is_accepted=False, decided_at_ms=to_ms(self._now()))
        with self._database.begin() as connection:
            return _standing(connection, alias, is_news=bool(connection.execute(changed).rowcount))

    def accepted(self) -> tuple[Alias, ...]:
        """Return the aliases that stand accepted, oldest first."""
        return self.read_accepted()[0]

    def read_accepted(self) -> tuple[tuple[Alias, ...], int]:
        """Return the aliases that stand accepted, oldest first, and how many rows of such cannot be read."""
        return self._read(is_accepted=True)

    def rejected(self) -> tuple[Alias, ...]:
        """Return the aliases that stand rejected, oldest first."""
        return self._read(is_accepted=False)[0]

    def _decide(self, alias: Alias, *, is_accepted: bool) -> AliasDecision:
        row = select(literal(alias.url), literal(alias.text), literal(is_accepted), literal(to_ms(self._now())))
        undecided = row.where(~select(aliases.c.id).where(_is(alias)).exists())
        new = insert(aliases).from_select(("url", "text", "is_accepted", "decided_at_ms"), undecided)
        with self._database.begin() as connection:
            return _standing(connection, alias, is_news=bool(connection.execute(new).rowcount))

    def _read(self, *, is_accepted: bool) -> tuple[tuple[Alias, ...], int]:
        if not self._database.is_begun:
            return (), 0
        chosen = aliases.c.is_accepted == is_accepted
        with self._database.begin() as connection:
            rows = _rows(connection, chosen)
        readable = tuple(Alias(url, text) for url, text in rows if isinstance(url, str) and isinstance(text, str))
        return readable, len(rows) - len(readable)


def _rows(connection: Connection, chosen: ColumnElement[bool]) -> list[tuple[object, object]]:
    """Read urls and texts, oldest first; a row that SQLite cannot decode is all None, and takes no other with it."""
    named = select(aliases.c.url, aliases.c.text)
    try:
        return [(url, text) for url, text in connection.execute(named.where(chosen).order_by(aliases.c.id))]
    except OperationalError:
        numbers = connection.scalars(select(aliases.c.id).where(chosen).order_by(aliases.c.id)).all()
    rows: list[tuple[object, object]] = []
    for number in numbers:
        try:
            url, text = connection.execute(named.where(aliases.c.id == number)).one()
        except OperationalError:
            url, text = None, None
        rows.append((url, text))
    return rows


def _standing(connection: Connection, alias: Alias, *, is_news: bool) -> AliasDecision:
    return AliasDecision(bool(connection.scalar(select(aliases.c.is_accepted).where(_is(alias)))), is_news)


def _is(alias: Alias) -> ColumnElement[bool]:
    return (aliases.c.url == alias.url) & (aliases.c.text == alias.text)
