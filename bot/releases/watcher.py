"""Reloads by itself when the articles' files have changed and settled, where an operator wants that."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.corpus.file_events import settled_changes
from bot.model import ReloadState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.releases.releases import Releases

log = logging.getLogger(__name__)


class Watcher:
    """Watches ``folders`` from ``start`` to ``stop`` and has ``releases`` reload; what comes of it goes to the log."""

    def __init__(self, releases: Releases, folders: Sequence[Path]) -> None:
        self._releases = releases
        self._folders = folders
        self._stopping = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to watch, in the background."""
        self._watching = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Stop watching; a reload under way, which may take minutes, is given up: the next start sees what changed."""
        self._stopping.set()
        if self._watching:
            self._watching.cancel()
            await asyncio.wait({self._watching})

    async def _watch(self) -> None:
        async for changed in settled_changes(self._folders, self._stopping):
            outcome = await self._releases.reload()
            failure = f": {outcome.failure}" if outcome.state is ReloadState.UNUSABLE else ""
            log.info("%d files changed; release %s %s%s", changed, outcome.release, outcome.state.value, failure)
