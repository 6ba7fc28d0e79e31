"""What shall happen once: an event is answered, a question taken, an answer posted, an article said unasked.

Kept in memory and bounded. Lost on a restart without harm: a message shows what became of it, as its buttons went with
that.
"""

from __future__ import annotations

from collections.abc import Callable

from cachetools import TTLCache

REMEMBERED_S = 25 * 3600.0  # edits and redeliveries come late, and some things come daily
MOST_REMEMBERED = 100_000


class Once:
    """Remembers for a day which keys were taken. ``clock`` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._taken: TTLCache[str, bool] = TTLCache(MOST_REMEMBERED, REMEMBERED_S, timer=clock)

    def take(self, *keys: str) -> bool:
        """Take the keys; return whether none of them was taken before."""
        is_first = not any(key in self._taken for key in keys)
        self._taken.update(dict.fromkeys(keys, True))
        return is_first

    def is_taken(self, key: str) -> bool:
        """Tell whether somebody has taken the key."""
        return key in self._taken

    def give_back(self, key: str) -> None:
        """Let the key be taken again, as what it stands for did not work."""
        self._taken.pop(key, None)
