"""What was said unasked where, so that nobody reads the same twice in a day.

Kept in memory and bounded; after a restart an article may come once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

REMEMBERED_S = 24 * 3600.0
MOST_REMEMBERED = 10_000


class Repetitions:
    """Remembers for a day which article was said in which channel.

    ``clock`` gives seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._said: TTLCache[tuple[str, str], bool] = TTLCache(MOST_REMEMBERED, REMEMBERED_S, timer=clock)

    def is_new(self, channel: str, url: str) -> bool:
        """Tell whether the article was not said in the channel lately, and remember that it is now."""
        is_new = (channel, url) not in self._said
        self._said[channel, url] = True
        return is_new
