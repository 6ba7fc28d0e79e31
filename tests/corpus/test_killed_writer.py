"""A writer that is killed in the middle, for real."""

from __future__ import annotations

import itertools
from multiprocessing import get_context
from typing import TYPE_CHECKING

import numpy as np

from bot.corpus.arrayfile import map_arrays, write_arrays

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

SIZE = 2_000_000


def write_for_ever(path: Path, tell: Connection) -> None:
    for number in itertools.count():
        write_arrays(path, {"number": np.full(SIZE, number)})
        tell.send(number)


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
