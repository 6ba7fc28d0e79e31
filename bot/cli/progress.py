"""A progress bar on standard error, for whoever watches at a terminal and has to wait."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from bot.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.progress import Progress as RichProgress

    from bot.progress import OnProgress

PATIENCE_S = 1.0  # what is done by then needs no bar


@contextmanager
def progress(doing: str) -> Iterator[OnProgress]:
    """Show a bar while the block runs, told how much is done, of how much; it is gone afterwards."""
    with stages(doing) as (on_progress,):
        yield on_progress


@contextmanager
def loading() -> Iterator[Progress]:
    """Show a bar for each stage of what precedes the first answer, or a preview."""
    with stages("Reading articles", "Indexing articles", "Encoding meanings", "Comparing replies") as told:
        yield Progress(*told)


@contextmanager
def stages(*doings: str) -> Iterator[tuple[OnProgress, ...]]:
    """Show a bar for each stage of the block from when it is first told of, one below the other."""
    bars = _Bars(doings)
    try:
        yield tuple(partial(bars.advance, number) for number in range(len(doings)))
    finally:
        bars.stop()


class _Bars:
    """Bars that are made when somebody had to wait: most commands are done before, and drawing takes long to import."""

    def __init__(self, doings: Sequence[str]) -> None:
        self._doings = doings
        self._began_s = time.monotonic()
        self._drawn: RichProgress | None = None

    def advance(self, number: int, done: int, total: int) -> None:
        if time.monotonic() - self._began_s > PATIENCE_S:
            self._drawn = self._drawn or _drawn(self._doings)
            self._drawn.update(self._drawn.task_ids[number], completed=done, total=total, visible=True)

    def stop(self) -> None:
        if self._drawn:
            self._drawn.stop()


def _drawn(doings: Sequence[str]) -> RichProgress:
    from rich.console import Console  # noqa: PLC0415  (see above)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    for doing in doings:
        bars.add_task(doing, visible=False)
    bars.start()
    return bars
