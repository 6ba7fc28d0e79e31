"""A progress bar on standard error, for whoever watches at a terminal and has to wait."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_S = 1.0  # what is done by then needs no bar


@contextmanager
def progress(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar while the block runs, told how much is done, of how much; it is gone afterwards."""
    from rich.console import Console  # noqa: PLC0415  (keeps --help quick)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console, began = Console(stderr=True), time.monotonic()
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    task = bar.add_task("")

    def on_progress(done: int, total: int) -> None:
        if time.monotonic() - began > PATIENCE_S:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield on_progress
    finally:
        bar.stop()
