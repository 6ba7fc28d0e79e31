"""How far some work is, for whoever watches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

OnProgress = Callable[[int, int], None]
"""Told now and then how much is done, of how much."""


def ignore(_done: int, _total: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is told of each stage that a release goes through: files, articles, texts and questions done."""

    reading: OnProgress = ignore
    indexing: OnProgress = ignore
    encoding: OnProgress = ignore
    comparing: OnProgress = ignore


UNSEEN = Progress()
