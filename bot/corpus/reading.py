"""Many files → what each gave, over several processes when there are enough of them.

An edge: reads files and starts processes.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bot.corpus.files import read
from bot.corpus.frontmatter import Parsed, parse
from bot.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_CHUNK = 250  # files per message between processes: a tenth of a second's work
_WORTH_PROCESSES = 1_500  # starting them takes as long as reading so many files here


def read_files(
    paths: Sequence[Path],
    *,
    processes: int | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Parsed]:
    """Read files as articles, in their order.

    Args:
        paths: the files.
        processes: how many to read with; by default one per core for a large corpus, else this one alone.
        on_progress: told after every few hundred files how many are done, of how many.
    """
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    parsed: list[Parsed] = []
    for batch in _batches(chunks, processes or _suitable_processes(len(paths))):
        parsed += batch
        if on_progress:
            on_progress(len(parsed), len(paths))
    return parsed


def read_file(path: Path) -> Parsed:
    """Read one file as an article; it gives an article or says why not."""
    text = read(path)
    return Parsed(None, (text,)) if isinstance(text, Problem) else parse(text, path)


def _suitable_processes(files: int) -> int:
    return len(os.sched_getaffinity(0)) if files >= _WORTH_PROCESSES else 1


def _batches(chunks: Sequence[Sequence[Path]], processes: int) -> Iterator[list[Parsed]]:
    done = 0
    if processes > 1:
        try:
            for batch in _in_processes(chunks, processes):
                yield batch
                done += 1
        except (BrokenProcessPool, OSError):
            pass  # processes are a matter of speed: where none can be had, or one is killed, the rest is read here
    yield from map(_read_chunk, chunks[done:])


def _in_processes(chunks: Sequence[Sequence[Path]], processes: int) -> Iterator[list[Parsed]]:
    # Spawned, not forked: the caller may run threads and an event loop.
    with ProcessPoolExecutor(min(processes, len(chunks)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read_chunk, chunks)


def _read_chunk(paths: Sequence[Path]) -> list[Parsed]:
    return [read_file(path) for path in paths]
