"""Waiting for a condition instead of for time to pass.

No I/O.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE_S = 30.0  # only what never comes is waited for that long; on a busy machine a child process takes ten


class Bell:
    """Rung at every change of the workspace; whoever waits looks again."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Let everyone who waits look again."""
        rung, self._rung = self._rung, asyncio.Event()
        rung.set()

    async def until(self, predicate: Callable[[], T | None], timeout_s: float | None) -> T:
        """Wait until the predicate gives something true, and give it; None waits for ever.

        Raises:
            TimeoutError: it did not in time.
        """
        async with asyncio.timeout(timeout_s):
            while not (value := predicate()):
                await self._rung.wait()
        return value
