"""Time the loading of a corpus against ``yaml.safe_load`` over the same files, and a warm start against a cold one.

    python -m benchmarks.loading --corpus build/corpus

Times depend on the machine; the ratios, taken in one run, are what to look at. The slow parsers are timed on every n-th
file, and scaled. Starts are timed in processes of their own, from the first import to the first answer.
"""

from __future__ import annotations

import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import click
import yaml
from rich.console import Console
from rich.table import Table

from bot.corpus.file_reader import map_files, read_file
from bot.corpus.files import find
from bot.corpus.thesaurus import read_thesaurus
from bot.processes import cores
from bot.releases.snapshot_builder import Recipe, refresh
from bot.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from bot.model import Corpus

SAMPLE = 600
QUESTIONS = 200


@click.command(help=__doc__)
@click.option("--corpus", required=True, type=click.Path(exists=True, path_type=Path))
def main(corpus: Path) -> None:
    """Run as a script."""
    paths, _ = find([corpus])
    map_files(read_file, paths, processes=1)  # both sides find the files in the page cache
    show_loading(paths)
    with tempfile.TemporaryDirectory() as folder:
        show_starts(corpus, Path(folder) / "snapshot")


def show_loading(paths: Sequence[Path]) -> None:
    """Time each way to load, and print the ratios to the first."""
    timings = {
        "yaml.safe_load, one by one": sampled(paths, lambda path: yaml.safe_load(front_matter(path))),
        "yaml.CSafeLoader, one by one": sampled(paths, lambda path: yaml.load(front_matter(path), yaml.CSafeLoader)),
        "ours, one process": timed(lambda: map_files(read_file, paths, processes=1)),
        f"ours, {cores()} processes": timed(lambda: map_files(read_file, paths, processes=cores())),
    }
    slowest = next(iter(timings.values()))
    table = Table("way", "seconds", "ms per file", "times as fast", title=f"Loading {len(paths):,} files")
    for way, seconds in timings.items():
        table.add_row(way, f"{seconds:.1f}", f"{seconds / len(paths) * 1000:.2f}", f"{slowest / seconds:.1f}")
    Console().print(table)


def show_starts(corpus: Path, snapshot: Path) -> None:
    """Start twice, without and with a snapshot, and print how long and how large each was."""
    cold_s, _ = in_own_process(corpus, snapshot)
    warm_s, warm_mb = in_own_process(corpus, snapshot)
    table = Table("start", "seconds to the first answer", "times as fast", "resident MB when serving", title="Starting")
    table.add_row("cold: load, index, write", f"{cold_s:.1f}", "1.0", "")
    table.add_row("warm: from the snapshot", f"{warm_s:.1f}", f"{cold_s / warm_s:.1f}", f"{warm_mb:.0f}")
    Console().print(table)


def in_own_process(corpus: Path, snapshot: Path) -> tuple[float, float]:
    """Start in a fresh process, as the bot would; give seconds and megabytes."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(start, corpus, snapshot).result()


def start(corpus: Path, snapshot: Path) -> tuple[float, float]:
    """Get ready to answer and answer once; then answer more, to touch what serving touches."""
    begin = time.perf_counter()
    served = refresh(Recipe([corpus], None, "benchmark", build_index), snapshot)
    index = Index.from_arrays(served.articles, served.index)
    index.search(served.articles[0].title)
    seconds = time.perf_counter() - begin
    for article in served.articles[:: max(1, len(served.articles) // QUESTIONS)]:
        index.search(article.title)
    return seconds, resident_mb()


def build_index(corpus: Corpus, _on_progress: object) -> Mapping[str, NDArray[Any]]:
    """Index a corpus, as the bot does."""
    return Index.build(corpus.articles, synonyms=corpus.synonyms, thesaurus=read_thesaurus("english")).to_arrays()


def resident_mb() -> float:
    """Tell how much memory this process occupies now, mapped files included."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def sampled(paths: Sequence[Path], read_one: Callable[[Path], object]) -> float:
    """Time a sample of the files, and scale it to all."""
    sample = paths[:: max(1, len(paths) // SAMPLE)]
    return timed(lambda: [read_one(path) for path in sample]) * len(paths) / len(sample)


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that some work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def front_matter(path: Path) -> str:
    """Cut out what lies between the two lines of ``---``."""
    return path.read_text(encoding="utf-8").split("---\n", 2)[1]


if __name__ == "__main__":
    main()
