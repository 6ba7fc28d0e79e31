"""What goes wrong only with several processes: killed in the middle, started at once."""

from __future__ import annotations

import itertools
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.array_file import map_arrays, write_arrays
from bot.releases.snapshot import open_snapshot
from bot.releases.snapshot_builder import Recipe, refresh
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.model import Corpus

SIZE = 2_000_000


def write_for_ever(path: Path, tell: Connection) -> None:
    for number in itertools.count():
        write_arrays(path, {"number": np.full(SIZE, number)})
        tell.send(number)


def build_index(corpus: Corpus, _on_progress: object) -> Mapping[str, NDArray[Any]]:
    return {"count": np.array([len(corpus.articles)])}


def start(folder: Path, path: Path) -> list[str]:
    return [article.title for article in refresh(Recipe([folder], None, "1", build_index), path).articles]


def test_a_file_is_whole_whenever_its_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for writes in range(1, 4):
        listen, tell = get_context("spawn").Pipe(duplex=False)
        writer = get_context("spawn").Process(target=write_for_ever, args=(path, tell))
        writer.start()
        for _ in range(writes):
            assert listen.poll(60)
            listen.recv()
        writer.kill()
        writer.join()
        writer.close()

        numbers = map_arrays(path)["number"]

        assert len(numbers) == SIZE
        assert numbers.min() == numbers.max() >= writes - 1


def test_several_starts_at_once_all_serve_and_leave_one_good_snapshot(tmp_path: Path) -> None:
    folder, path = tmp_path / "corpus", tmp_path / "snapshot"
    for number in range(20):
        write_article(folder, f"{number:02}.md", title=f"Title {number}")

    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        started = list(pool.map(start, [folder] * 6, [path] * 6))

    assert started == [[f"Title {number}" for number in range(20)]] * 6
    assert open_snapshot(path, "1") is not None
    assert sorted(one.name for one in tmp_path.iterdir()) == ["corpus", "snapshot"]
