"""Time the loading of a corpus against ``yaml.safe_load`` over the same files, in one run.

    python -m benchmarks.loading --corpus build/corpus

Times depend on the machine; the ratios are what to look at. The slow parsers are timed on every n-th file, and scaled.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
import yaml
from rich.console import Console
from rich.table import Table

from bot.corpus.files import find, read
from bot.corpus.nodes import FormatError, parse_yaml
from bot.corpus.reading import map_files, read_file
from bot.corpus.regular import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLE = 600


@click.command(help=__doc__)
@click.option("--corpus", required=True, type=click.Path(exists=True, path_type=Path))
def main(corpus: Path) -> None:
    """Run as a script."""
    paths, _ = find([corpus])
    map_files(read_file, paths, processes=1)  # both sides find the files in the page cache
    cores = len(os.sched_getaffinity(0))
    timings = {
        "yaml.safe_load, one by one": sampled(paths, lambda path: yaml.safe_load(front_matter(path))),
        "yaml.CSafeLoader, one by one": sampled(paths, lambda path: yaml.load(front_matter(path), yaml.CSafeLoader)),
        "ours, one process": timed(lambda: map_files(read_file, paths, processes=1)),
        f"ours, {cores} processes": timed(lambda: map_files(read_file, paths, processes=cores)),
    }
    show(timings, len(paths))
    same, usual = compare(paths[:: max(1, len(paths) // 5_000)])
    click.echo(f"{usual:,} files of the usual shape; read exactly as by YAML: {same:,}")


def sampled(paths: Sequence[Path], read_one: Callable[[Path], object]) -> float:
    """Time a sample of the files, and scale it to all."""
    sample = paths[:: max(1, len(paths) // SAMPLE)]
    return timed(lambda: [read_one(path) for path in sample]) * len(paths) / len(sample)


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def front_matter(path: Path) -> str:
    """Cut out what lies between the two lines of ``---``."""
    return path.read_text(encoding="utf-8").split("---\n", 2)[1]


def compare(paths: Sequence[Path]) -> tuple[int, int]:
    """Count the files that the short way reads as YAML does, and all that it reads."""
    fronts = [text.split("---\n", 2)[1] for path in paths if isinstance(text := read(path), str)]
    usual = [(front, node) for front in fronts if (node := read_regular(front))]
    return sum(node == by_yaml(front) for front, node in usual), len(usual)


def by_yaml(front: str) -> object:
    """Read front matter the long way."""
    try:
        return parse_yaml(front)
    except FormatError as error:
        return error


def show(timings: dict[str, float], files: int) -> None:
    """Print the table; ratios are to the first row."""
    table = Table("way", "seconds", "ms per file", "times as fast", title=f"Loading {files:,} files")
    slowest = next(iter(timings.values()))
    for way, seconds in timings.items():
        table.add_row(way, f"{seconds:.1f}", f"{seconds / files * 1000:.2f}", f"{slowest / seconds:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
