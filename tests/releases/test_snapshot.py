from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.array_file import map_arrays, write_arrays
from bot.releases.snapshot import SnapshotError, open_snapshot, outline, read_snapshot
from bot.releases.snapshot_builder import Recipe, refresh
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

Arrays = dict[str, "NDArray[Any]"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_article(tmp_path / "corpus", "a.md")
    recipe = Recipe([tmp_path / "corpus"], None, "1", lambda *_: {"count": np.array([1])})
    refresh(recipe, tmp_path / "snapshot")
    return tmp_path / "snapshot"


def of_format_zero(arrays: Arrays) -> Arrays:
    about = {**json.loads(arrays["about"].tobytes()), "format": 0}
    return {**arrays, "about": np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)}


def without_urls(arrays: Arrays) -> Arrays:
    return {name: array for name, array in arrays.items() if name != "urls"}


def with_a_list_for_a_header(arrays: Arrays) -> Arrays:
    return {**arrays, "about": np.frombuffer(b"[]", dtype=np.uint8)}


def of_something_else(arrays: Arrays) -> Arrays:
    return {"weather": arrays["places"]}


def test_a_missing_snapshot_is_no_event(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert open_snapshot(tmp_path / "absent", "1") is None
    assert caplog.records == []


@pytest.mark.parametrize("spoil", [without_urls, with_a_list_for_a_header, of_something_else])
def test_a_whole_file_with_other_content_is_left_aside_with_one_line(
    spoil: Callable[[Arrays], Arrays], path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_arrays(path, spoil(map_arrays(path)))

    assert open_snapshot(path, "1") is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_another_format_is_no_damage(path: Path) -> None:
    write_arrays(path, of_format_zero(map_arrays(path)))

    with pytest.raises(SnapshotError, match="another version") as caught:
        read_snapshot(path, "1")

    assert not caught.value.is_damage


def test_a_folder_in_its_place_is_left_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert open_snapshot(tmp_path, "1") is None
    assert len(caplog.records) == 1


def test_outlines_are_those_of_the_articles(path: Path) -> None:
    snapshot = open_snapshot(path, "1")

    assert snapshot is not None
    assert snapshot.outlines == tuple(map(outline, snapshot.articles))
