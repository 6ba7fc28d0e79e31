from __future__ import annotations

from typing import TYPE_CHECKING

from bot.corpus.file_reader import map_files, read_file
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from pathlib import Path


def test_several_processes_read_what_one_reads(tmp_path: Path) -> None:
    paths = [write_article(tmp_path, f"{number}.md") for number in range(300)]
    paths += [tmp_path / "absent.md"]

    alone = map_files(read_file, paths, processes=1)
    together = map_files(read_file, paths, processes=2)

    assert together == alone
    assert [bool(parsed.article) for parsed in alone[-2:]] == [True, False]


def test_progress_counts_files(tmp_path: Path) -> None:
    paths = [write_article(tmp_path, f"{number}.md") for number in range(300)]
    told: list[tuple[int, int]] = []

    map_files(read_file, paths, processes=1, on_progress=lambda done, total: told.append((done, total)))

    assert told == [(250, 300), (300, 300)]
