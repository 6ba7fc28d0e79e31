from __future__ import annotations

from pathlib import Path

from bot.disk import why_unwritable
from tests.small_disk import SmallDisk


def test_a_folder_that_can_be_written_to_has_no_reason(tmp_path: Path) -> None:
    assert why_unwritable(tmp_path) == ""
    assert why_unwritable(tmp_path / "not" / "made" / "yet") == ""
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert why_unwritable(tmp_path / "file") == "Not a directory"


def test_a_full_disk_is_told(small_disk: SmallDisk) -> None:
    assert why_unwritable(small_disk.folder) == ""

    small_disk.fill()

    assert why_unwritable(small_disk.folder / "data") == "No space left on device"


def test_a_read_only_disk_is_told(small_disk: SmallDisk) -> None:
    small_disk.make_read_only()

    assert why_unwritable(small_disk.folder) == "Read-only file system"
