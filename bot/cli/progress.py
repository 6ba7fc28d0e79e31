"""A progress bar on standard error, for whoever watches at a terminal and has to wait."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import TaskID

    from bot.serving.progress import Progress

    OnProgress = Callable[[int, int], None]

PATIENCE_S = 1.0  # what is done by then needs no bar


@contextmanager
def progress(doing: str) -> Iterator[OnProgress]:
    """Show a bar while the block runs, told how much is done, of how much; it is gone afterwards."""
    with stages(doing) as (on_progress,):
        yield on_progress


@contextmanager
def loading() -> Iterator[Progress]:
    """Show a bar for each stage of what precedes the first answer, or a preview."""
    from bot.serving.progress import Progress  # noqa: PLC0415  (keeps --help quick)

    with stages("Reading articles", "Encoding meanings", "Comparing replies") as told:
        yield Progress(*told)


@contextmanager
def stages(*doings: str) -> Iterator[tuple[OnProgress, ...]]:
    """Show a bar for each stage of the block from when it is first told of, one below the other."""
    from rich.console import Console  # noqa: PLC0415  (keeps --help quick)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console, began = Console(stderr=True), time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)

    def on_progress(task: TaskID, done: int, total: int) -> None:
        if time.monotonic() - began > PATIENCE_S:
            bars.start()
        bars.update(task, completed=done, total=total, visible=True)

    try:
        yield tuple(partial(on_progress, bars.add_task(doing, visible=False)) for doing in doings)
    finally:
        bars.stop()
