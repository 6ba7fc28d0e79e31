from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.errors import QuicktakeError
from bot.journal.key import KEY_BYTES, read_or_make_key


def test_is_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "journal.key"

    key = read_or_make_key(path)

    assert len(key) == KEY_BYTES
    assert read_or_make_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_no_two_are_the_same(tmp_path: Path) -> None:
    assert read_or_make_key(tmp_path / "a") != read_or_make_key(tmp_path / "b")


@pytest.mark.parametrize("content", ["", "no key", "abcd"])
def test_a_file_that_holds_none_is_never_replaced_unasked(tmp_path: Path, content: str) -> None:
    path = tmp_path / "journal.key"
    path.write_text(content)

    with pytest.raises(QuicktakeError, match=r"journal\.key: holds no"):
        read_or_make_key(path)
    assert path.read_text() == content


def test_a_place_where_nothing_can_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(QuicktakeError, match="QUICKTAKE_DATA_DIR"):
        read_or_make_key(tmp_path / "file" / "journal.key")
