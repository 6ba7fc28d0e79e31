"""Corpus folders → a signal whenever their files have changed and come to rest. An edge: watches the file system."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, awatch

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from watchfiles import Change

QUIET_MS = 1_000  # so long nothing may change: editors save in several steps, and git checks out file by file
PATIENCE_MS = 30_000  # where there is no rest, after so long whatever has changed will do
_SUFFIXES = frozenset({".md", ".yml", ".yaml"})


class ArticlesOnly(DefaultFilter):
    """Lets changes of articles, synonyms and whole folders through, but not those of hidden files and editors."""

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change matters."""
        suffix = PurePath(path).suffix.lower()
        return (suffix in _SUFFIXES or not suffix) and super().__call__(change, path)


async def settled_changes(
    folders: Sequence[Path], stop: asyncio.Event, *, quiet_ms: int = QUIET_MS
) -> AsyncIterator[int]:
    """Yield the number of changed files each time they have come to rest, until ``stop`` is set."""
    watched = awatch(
        *folders,
        watch_filter=ArticlesOnly(),
        debounce=max(PATIENCE_MS, quiet_ms),
        step=quiet_ms,
        stop_event=stop,
        ignore_permission_denied=True,
    )
    async for changes in watched:
        yield len({path for _, path in changes})
