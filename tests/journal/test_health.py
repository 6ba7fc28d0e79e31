from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.journal.health import problems
from bot.journal.rows import Mode
from bot.journal.store import KEY_NAME, Journal
from bot.store import FILE_NAME
from bot.store.database import Database
from tests.journal.world import Clock, asked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal = Journal.to_record(Database.in_folder(tmp_path), tmp_path, Mode.TEXT, 180, Clock())
    journal.record(asked())
    journal.close()
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(("-shm", "-wal"))}


def test_nothing_is_wrong_with_a_good_journal_or_none(folder: Path, tmp_path: Path) -> None:
    assert problems(folder) == ()
    assert problems(tmp_path / "nowhere") == ()


def test_damage_is_told_and_nothing_is_moved(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"no database" * 1000)
    before = contents(folder)

    [problem] = problems(folder)

    assert FILE_NAME in problem
    assert contents(folder) == before


def test_newer_version_is_told(folder: Path) -> None:
    with sqlite3.connect(folder / FILE_NAME) as connection:
        connection.execute("UPDATE schema_version SET version = 99")
    connection.close()

    assert "newer version" in problems(folder)[0]


def test_unusable_key_is_told(folder: Path) -> None:
    (folder / KEY_NAME).write_text("no key")

    assert "only counts are kept" in problems(folder)[0]


def test_file_that_was_set_aside_is_told(folder: Path) -> None:
    (folder / "journal.damaged-1.sqlite3").touch()

    assert "set aside" in problems(folder)[0]
