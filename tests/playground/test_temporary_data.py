from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.playground.temporary_data import scratch
from bot.settings import Settings, read


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(read({}), corpus=(tmp_path / "corpus",), data_dir=tmp_path / "data")


def releases_of(settings: Settings) -> Path:
    return settings.corpus_data_dir / "releases"


def test_run_begins_with_the_releases_of_the_last_one(settings: Settings) -> None:
    with scratch(settings) as first:
        releases_of(first).mkdir(parents=True)
        (releases_of(first) / "1-abc.release").write_text("articles")

    with scratch(settings) as second:
        found = (releases_of(second) / "1-abc.release").read_text()

    assert found == "articles"


def test_nothing_else_is_kept(settings: Settings) -> None:
    with scratch(settings) as own:
        (own.data_dir / "journal.sqlite3").write_text("what was asked")
        (releases_of(own)).mkdir(parents=True)

    kept = [path.name for path in settings.data_dir.rglob("*") if path.is_file()]

    assert not own.data_dir.exists()
    assert kept == []


def test_lock_of_one_run_does_not_hold_another(settings: Settings) -> None:
    with scratch(settings) as first:
        releases_of(first).mkdir(parents=True)
        (releases_of(first) / "lock").touch()

    with scratch(settings) as second, scratch(settings) as third:
        assert second.data_dir != third.data_dir
        assert not (releases_of(second) / "lock").exists()


def test_data_folder_that_cannot_be_made_is_no_hindrance(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with scratch(replace(settings, data_dir=tmp_path / "file" / "data")) as own:
        assert own.data_dir.is_dir()
