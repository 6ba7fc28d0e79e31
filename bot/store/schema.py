"""The tables, and how an older file becomes one of today.

Pure but for ``migrate``, which changes the database it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    inspect,
    select,
    update,
)

from bot.errors import QuicktakeError

Migration = Callable[[Connection], object]

metadata = MetaData()

# One wide table: a year of it is read in one pass, and what an event does not have costs a byte.
events = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "at_ms", BigInteger, nullable=False
    ),  # milliseconds since 1970 in UTC: compared and grouped alike everywhere
    Column("kind", String(16), nullable=False),
    Column("person", String(32)),
    Column("question", Text),
    Column("url", Text),  # the one article it is about
    Column("others", Text),  # JSON list: the choices after the first
    Column("outcome", String(16)),
    Column("surface", String(16)),
    Column("confidence", Float),
    Column("release", String(32)),
    Column("latency_ms", Float),
    Column("is_helpful", Boolean),
    Column("note", Text),  # the reason of a vote, what an admin did
    Column("channel", String(32)),  # where a question was overheard
    Column("message_ts", String(32)),  # the overheard message, as Slack names it
    Index("event_kind_at_outcome", "kind", "at_ms", "outcome"),
    Index("event_used", "kind", "outcome", "url", "at_ms"),  # counts a year's articles without looking at its rows
    Index("event_person", "person"),
)

aliases = Table(
    "alias",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("is_accepted", Boolean, nullable=False),
    Column("decided_at_ms", BigInteger, nullable=False),
    UniqueConstraint("url", "text"),
)

channels = Table(
    "channel",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("mode", String(8), nullable=False),
    Column("decided_at_ms", BigInteger, nullable=False),
)

chores = Table(
    "chore",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("done_at_ms", BigInteger, nullable=False),
)

versions = Table("schema_version", metadata, Column("version", Integer, nullable=False))


def _add_channels(connection: Connection) -> None:
    channels.create(connection)
    for column in ("channel", "message_ts"):
        connection.exec_driver_sql(f"ALTER TABLE event ADD COLUMN {column} VARCHAR(32)")


MIGRATIONS: tuple[Migration, ...] = (_add_channels, chores.create)
"""What leads from version 1 to 2, from 2 to 3, …; a new file is made as the tables above say."""


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make the tables, or bring those of an older version up to date.

    Raises:
        QuicktakeError: a newer version of the bot has been here.
    """
    newest = 1 + len(migrations)
    current = _version(connection)
    if current is None:
        metadata.create_all(connection)
        connection.execute(insert(versions).values(version=newest))
        return
    if current > newest:
        raise QuicktakeError(f"it was written by a newer version of Quicktake (schema {current}, this one: {newest})")
    for migration in migrations[current - 1 :]:
        migration(connection)
    connection.execute(update(versions).values(version=newest))


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(versions.name):
        return None
    version: int | None = connection.scalar(select(func.max(versions.c.version)))
    return version
