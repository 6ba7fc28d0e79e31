from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.diagnosis import diagnose
from bot.running import FILE_NAME, Note, read_note, remove_note, write_note

WORLD = Path(__file__).parent / "world"
NOTE = Note(os.getpid(), "3-1f0c9a2", ("Watching the articles: 2 failures since the start.",))


def test_note_of_a_bot_that_runs_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_note(tmp_path / "data", NOTE)

    assert read_note(tmp_path / "data") == NOTE


def test_last_note_counts_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_note(tmp_path, NOTE)
    write_note(tmp_path, replace(NOTE, troubles=()))

    assert read_note(tmp_path) == replace(NOTE, troubles=())
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_bot_that_is_gone_says_nothing(tmp_path: Path) -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    write_note(tmp_path, replace(NOTE, pid=done.pid))

    assert read_note(tmp_path) is None


DAMAGED = '{"pid": %s, "release": "", "troubles": []}'


@pytest.mark.parametrize("text", ["", "{}", "[]", "\x00", *(DAMAGED % pid for pid in ('"x"', "1e99", "-1", "[]"))])
def test_damaged_note_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)

    assert read_note(tmp_path) is None


def test_note_is_taken_away_once_and_twice(tmp_path: Path) -> None:
    write_note(tmp_path, NOTE)

    remove_note(tmp_path)
    remove_note(tmp_path)

    assert read_note(tmp_path) is None


def test_doctor_tells_what_troubles_the_bot_that_runs(tmp_path: Path) -> None:
    write_note(tmp_path / "data", NOTE)

    findings = diagnose({"QUICKTAKE_CORPUS": str(WORLD), "QUICKTAKE_DATA_DIR": str(tmp_path / "data")})

    told = [str(finding) for finding in findings]
    assert f"   ok  The bot that runs as process {os.getpid()} answers from release 3-1f0c9a2" in told
    assert any(line.endswith("says: Watching the articles: 2 failures since the start.") for line in told)
