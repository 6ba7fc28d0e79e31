"""Reloads by itself when the articles' files have changed and settled, where an operator wants that."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path

from bot.background import BackgroundTask, FailureLog
from bot.corpus.file_events import look, settled_changes
from bot.model import ReloadState
from bot.releases.releases import Releases

log = logging.getLogger(__name__)


class Watcher:
    """Watches ``folders`` from ``start`` to ``stop`` and has ``releases`` reload; what comes of it goes to the log.

    Nothing ends it: what fails is noted, and tried again with the next change.
    """

    def __init__(self, releases: Releases, folders: Sequence[Path]) -> None:
        self._releases = releases
        self._folders = folders
        self._stopping = asyncio.Event()
        self._failures = FailureLog("Watching the articles")
        self._task = BackgroundTask("Watching the articles", self._watch, failures=self._failures)

    def start(self) -> None:
        """Begin to watch, in the background."""
        self._task.start()

    async def stop(self) -> None:
        """Stop watching."""
        self._stopping.set()
        await self._task.stop()

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for admins if anything has gone wrong since the start."""
        return self._task.problems()

    async def _watch(self) -> None:
        known = await asyncio.to_thread(look, self._folders, {})
        if not await asyncio.to_thread(self._releases.is_current):
            await self._reload()
        async for _, changed in settled_changes(self._folders, self._stopping, known=known):
            log.info("%d files changed", len(changed))
            await self._reload()

    async def _reload(self) -> None:
        try:
            outcome = await self._releases.reload()
        except Exception as failure:  # noqa: BLE001  (the edge)
            self._failures.note(failure)
            return
        self._failures.clear()
        reason = f": {outcome.failure}" if outcome.state is ReloadState.UNUSABLE else ""
        log.info("Release %s %s%s", outcome.release, outcome.state.value, reason)
