"""Files → what each gave, over several processes when there are enough of them.

An edge: reads files.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.corpus.files import read
from bot.corpus.frontmatter import Parsed, parse
from bot.model import Problem
from bot.processes import cores, map_chunks
from bot.progress import OnProgress, ignore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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
    on_progress: OnProgress = ignore,
) -> list[Result]:
    """Do some work on each file, and give the results in the files' order.

    Args:
        work: a function of a module (or a partial of one), so that other processes can find it.
        paths: the files.
        processes: how many to work with; by default one per core for a large corpus, else this one alone.
        worth_processes: how many files make a corpus large; fewer if the work on each takes longer than reading it.
        on_progress: told after every few hundred files how many are done, of how many.
    """
    suitable = cores() if len(paths) >= worth_processes else 1
    on_chunk = partial(_work_on_chunk, work)
    return map_chunks(on_chunk, paths, _CHUNK, processes=processes or suitable, on_progress=on_progress)


def _work_on_chunk(work: Callable[[Path], Result], paths: Sequence[Path]) -> list[Result]:
    return [work(path) for path in paths]
