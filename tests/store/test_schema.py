from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Select, create_mock_engine, inspect, select

from bot.errors import QuicktakeError
from bot.journal import queries
from bot.journal.queries import Period
from bot.store.database import Database, sqlite_url
from bot.store.schema import MIGRATIONS, metadata, versions
from tests.journal.world import MONDAY


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE event ADD COLUMN mood TEXT")


def version(database: Database) -> int:
    with database.begin() as connection:
        [number] = connection.scalars(select(versions.c.version))
    assert isinstance(number, int)
    return number


def test_a_new_file_has_the_newest_version(tmp_path: Path) -> None:
    path = sqlite_url(tmp_path / "new.sqlite3")

    assert version(Database(path)) == 1 + len(MIGRATIONS)
    assert version(Database(path)) == 1 + len(MIGRATIONS)


def test_an_older_file_is_brought_up_to_date_once(tmp_path: Path) -> None:
    path = sqlite_url(tmp_path / "old.sqlite3")
    version(Database(path))

    newer = Database(path, migrations=(*MIGRATIONS, add_mood))

    assert version(newer) == 2 + len(MIGRATIONS)
    assert version(Database(path, migrations=(*MIGRATIONS, add_mood))) == 2 + len(MIGRATIONS)
    with newer.begin() as connection:
        connection.exec_driver_sql("SELECT mood FROM event")


def test_a_file_of_the_first_version_ends_up_as_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "first.sqlite3"
    make_first_version(path)

    database = Database(sqlite_url(path))

    with database.begin() as connection:
        for table in metadata.sorted_tables:
            assert {column["name"] for column in inspect(connection).get_columns(table.name)} == set(table.c.keys())


def make_first_version(path: Path) -> None:
    """Write the tables as version 1 had them."""
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_VERSION)
    connection.close()


FIRST_VERSION = """
CREATE TABLE event (
    id INTEGER PRIMARY KEY, at_ms BIGINT NOT NULL, kind VARCHAR(16) NOT NULL, person VARCHAR(32), question TEXT,
    url TEXT, others TEXT, outcome VARCHAR(16), surface VARCHAR(16), confidence FLOAT, "release" VARCHAR(32),
    latency_ms FLOAT, is_helpful BOOLEAN, note TEXT
);
CREATE TABLE alias (
    id INTEGER PRIMARY KEY, url TEXT NOT NULL, text TEXT NOT NULL, is_accepted BOOLEAN NOT NULL,
    decided_at_ms BIGINT NOT NULL, UNIQUE (url, text)
);
CREATE TABLE schema_version (version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (1);
"""


def test_a_file_from_the_future_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "future.sqlite3"
    database = Database(sqlite_url(path), migrations=(*MIGRATIONS, add_mood))
    version(Database(sqlite_url(path)))
    version(database)

    with pytest.raises(QuicktakeError, match=r"future\.sqlite3: it was written by a newer version"):
        version(Database(sqlite_url(path)))
    assert path.exists()


def test_queries_group_by_nothing_that_postgresql_takes_for_something_else() -> None:
    seen: list[str] = []
    postgresql = create_mock_engine("postgresql+psycopg://", lambda *_: None).dialect

    class Nothing(list[object]):
        """What was found."""

        def all(self) -> list[object]:
            return self

    class Recording:
        """Compiles what a connection would execute; nothing is found."""

        def execute(self, query: Select[tuple[object, ...]]) -> Nothing:
            seen.append(str(query.compile(dialect=postgresql)))
            return Nothing()

        scalars = execute

    connection: Any = Recording()
    queries.read(connection, Period.last(7, MONDAY))
    queries.confirmations(connection, Period.last(7, MONDAY))

    grouped = [query.partition("GROUP BY")[2] for query in seen]
    assert any(grouped)
    assert not any("%(" in group for group in grouped)
