"""The time that people have to answer each other before the bot does."""

from __future__ import annotations

import asyncio


class Delay:
    """A pause of ``length_s`` that ends early when the bot stops."""

    def __init__(self, length_s: float) -> None:
        self._length_s = length_s
        self._is_over = asyncio.Event()

    async def wait(self) -> bool:
        """Wait, and return whether the whole time passed."""
        try:
            async with asyncio.timeout(self._length_s):
                await self._is_over.wait()
        except TimeoutError:
            return True
        return False

    def end(self) -> None:
        """Let nobody wait any longer, nor begin to."""
        self._is_over.set()
