"""What admins decided about proposed aliases, in the database: the first decision counts, whoever else presses.

On the connection it is given. Each change is one statement, so of two admins at once exactly one changes something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, literal, select, update

from bot.journal.aliases import Alias
from bot.store.schema import aliases

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection


@dataclass(frozen=True, slots=True)
class Decision:
    """How an alias stands, and whether it came to stand so just now."""

    is_accepted: bool
    is_news: bool


def decide(connection: Connection, alias: Alias, *, is_accepted: bool, at_ms: int) -> Decision:
    """Accept or reject an alias that nobody decided on yet."""
    row = select(literal(alias.url), literal(alias.text), literal(is_accepted), literal(at_ms))
    undecided = row.where(~select(aliases.c.id).where(_is(alias)).exists())
    columns = ("url", "text", "is_accepted", "decided_at_ms")
    is_news = bool(connection.execute(insert(aliases).from_select(columns, undecided)).rowcount)
    return _standing(connection, alias, is_news=is_news)


def withdraw(connection: Connection, alias: Alias, *, at_ms: int) -> Decision:
    """Reject an alias that was accepted."""
    accepted = update(aliases).where(_is(alias), aliases.c.is_accepted.is_(True))
    is_news = bool(connection.execute(accepted.values(is_accepted=False, decided_at_ms=at_ms)).rowcount)
    return _standing(connection, alias, is_news=is_news)


def decided(connection: Connection, *, are_accepted: bool) -> tuple[Alias, ...]:
    """Return the aliases that stand accepted, or rejected; oldest first."""
    query = select(aliases.c.url, aliases.c.text).where(aliases.c.is_accepted == are_accepted).order_by(aliases.c.id)
    return tuple(Alias(url, text) for url, text in connection.execute(query))


def _standing(connection: Connection, alias: Alias, *, is_news: bool) -> Decision:
    return Decision(bool(connection.scalar(select(aliases.c.is_accepted).where(_is(alias)))), is_news)


def _is(alias: Alias) -> ColumnElement[bool]:
    return (aliases.c.url == alias.url) & (aliases.c.text == alias.text)
