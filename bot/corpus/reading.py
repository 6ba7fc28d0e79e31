"""Files → what each gave, over several processes when there are enough of them.

An edge: reads files and starts processes.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from bot.corpus.files import read
from bot.corpus.frontmatter import Parsed, parse
from bot.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Result = TypeVar("Result")

_CHUNK = 250  # files per message between processes: a tenth of a second's work
_WORTH_PROCESSES = 10_000  # with fewer, starting processes and passing articles on takes what is won


def read_file(path: Path) -> Parsed:
    """Read one file as an article; it gives an article or says why not."""
    text = read(path)
    return Parsed(None, (text,)) if isinstance(text, Problem) else parse(text, path)


def map_files(
    work: Callable[[Path], Result],
    paths: Sequence[Path],
    *,
    processes: int | None = None,
    worth_processes: int = _WORTH_PROCESSES,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Do some work on each file, and give the results in the files' order.

    Args:
        work: a function of a module (or a partial of one), so that other processes can find it.
        paths: the files.
        processes: how many to work with; by default one per core for a large corpus, else this one alone.
        worth_processes: how many files make a corpus large; fewer if the work on each takes longer than reading it.
        on_progress: told after every few hundred files how many are done, of how many.
    """
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    results: list[Result] = []
    suitable = cores() if len(paths) >= worth_processes else 1
    for batch in _batches(partial(_work_on_chunk, work), chunks, processes or suitable):
        results += batch
        if on_progress:
            on_progress(len(results), len(paths))
    return results


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(
    work: Callable[[Sequence[Path]], list[Result]], chunks: Sequence[Sequence[Path]], processes: int
) -> Iterator[list[Result]]:
    done = 0
    if processes > 1 and len(chunks) > 1:
        try:
            for batch in _in_processes(work, chunks, processes):
                yield batch
                done += 1
        except (BrokenProcessPool, OSError):
            pass  # processes are a matter of speed: where none can be had, or one is killed, the rest is done here
    yield from map(work, chunks[done:])


def _in_processes(
    work: Callable[[Sequence[Path]], list[Result]], chunks: Sequence[Sequence[Path]], processes: int
) -> Iterator[list[Result]]:
    # Spawned, not forked: the caller may run threads and an event loop.
    with ProcessPoolExecutor(min(processes, len(chunks)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, chunks)


def _work_on_chunk(work: Callable[[Path], Result], paths: Sequence[Path]) -> list[Result]:
    return [work(path) for path in paths]
