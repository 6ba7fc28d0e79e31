from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.array_file import ArrayFileError, map_arrays, write_arrays
from tests.small_disk import SmallDisk

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ARRAYS: dict[str, NDArray[Any]] = {
    "numbers": np.arange(10, dtype=np.int32).reshape(5, 2),
    "none": np.array([], dtype=np.float64),
    "text": np.frombuffer(b"Every byte counts.", dtype=np.uint8),
    "words": np.array([b"a", b"bcd"]),
}
ON_ONE_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    write_arrays(tmp_path / "deep" / "file", ARRAYS)

    arrays = map_arrays(tmp_path / "deep" / "file")

    assert arrays.keys() == ARRAYS.keys()
    assert all(np.array_equal(arrays[name], ARRAYS[name]) for name in ARRAYS)
    assert all(arrays[name].dtype == ARRAYS[name].dtype for name in ARRAYS)


def test_mapped_arrays_cannot_be_changed(tmp_path: Path) -> None:
    write_arrays(tmp_path / "file", ARRAYS)

    with pytest.raises(ValueError, match="read-only"):
        map_arrays(tmp_path / "file")["numbers"][0] = 1


def test_a_second_write_leaves_what_is_mapped_alone(tmp_path: Path) -> None:
    write_arrays(tmp_path / "file", ARRAYS)
    mapped = map_arrays(tmp_path / "file")

    write_arrays(tmp_path / "file", {"numbers": np.zeros(3)})

    assert mapped["numbers"].sum() == 45
    assert map_arrays(tmp_path / "file")["numbers"].sum() == 0


def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(small_disk: SmallDisk) -> None:
    path = small_disk.folder / "file"
    write_arrays(path, ARRAYS)
    small_disk.fill()

    for size in (1, 100_000, 10_000_000):
        with pytest.raises(OSError, match="No space left on device"):
            write_arrays(path, {"more": np.arange(size)})

    assert map_arrays(path).keys() == ARRAYS.keys()
    assert sorted(one.name for one in small_disk.folder.iterdir()) == ["file", "filling"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()

    with pytest.raises(OSError, match="file"):
        write_arrays(tmp_path / "file", ARRAYS)

    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_a_killed_writer_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    for name, changed_at in ((".file.old.part", 0), (".file.new.part", 2**32)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (changed_at, changed_at))

    write_arrays(tmp_path / "file", ARRAYS)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".file.new.part", "file"]


@pytest.mark.parametrize("content", [b"", b"quicktake", b"PK\x03\x04" * 100, b"quicktake arrays 1\n" + bytes(80)])
def test_foreign_files_are_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(ArrayFileError):
        map_arrays(tmp_path / "file")


@ON_ONE_FILE
@given(st.data())
def test_a_truncated_file_is_refused(tmp_path: Path, data: st.DataObject) -> None:
    write_arrays(tmp_path / "file", ARRAYS)
    content = (tmp_path / "file").read_bytes()
    (tmp_path / "file").write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])

    with pytest.raises(ArrayFileError):
        map_arrays(tmp_path / "file")


@ON_ONE_FILE
@given(st.data())
def test_a_flipped_bit_is_refused(tmp_path: Path, data: st.DataObject) -> None:
    write_arrays(tmp_path / "file", ARRAYS)
    content = bytearray((tmp_path / "file").read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(ArrayFileError):
        map_arrays(tmp_path / "file")


def test_arrays_of_objects_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        write_arrays(tmp_path / "file", {"objects": np.array([None, 1], dtype=object)})


def test_a_forged_header_that_asks_for_objects_is_refused(tmp_path: Path) -> None:
    write_arrays(tmp_path / "file", {"numbers": np.arange(3, dtype=np.int64)})
    forged = (tmp_path / "file").read_bytes()[:-32].replace(b"<i8", b"|O8")
    (tmp_path / "file").write_bytes(forged + hashlib.blake2b(forged, digest_size=32).digest())

    with pytest.raises(ArrayFileError, match="header"):
        map_arrays(tmp_path / "file")
