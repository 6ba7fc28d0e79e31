"""The time people get to answer each other before the bot does."""

from __future__ import annotations

import asyncio


class Patience:
    """Waits ``wait_s`` for whoever asks it to; ended when the bot stops."""

    def __init__(self, wait_s: float) -> None:
        self._wait_s = wait_s
        self._is_over = asyncio.Event()

    async def lasts(self) -> bool:
        """Wait; tell whether the whole time passed, and nobody ended it."""
        try:
            async with asyncio.timeout(self._wait_s):
                await self._is_over.wait()
        except TimeoutError:
            return True
        return False

    def end(self) -> None:
        """Let nobody wait any longer, nor begin to."""
        self._is_over.set()
