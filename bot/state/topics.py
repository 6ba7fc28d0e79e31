"""What a thread or direct message was last about, so that “and in groups?” can be understood.

Kept in memory for an hour and bounded; lost on a restart, after which a follow-up is read as a question of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cachetools import TTLCache

REMEMBERED_S = 3600.0
MOST_TOPICS = 10_000


@dataclass(frozen=True, slots=True)
class Topic:
    """The last question in a conversation and the articles shown for it, the latest last.

    ``asker`` is the person who speaks with the bot; empty where people speak with each other.
    """

    question: str
    urls: tuple[str, ...]
    asker: str = ""


class Topics:
    """Remembers one topic for each place that people talk in. ``clock`` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._topics: TTLCache[str, Topic] = TTLCache(MOST_TOPICS, REMEMBERED_S, timer=clock)

    def recall(self, places: Iterable[str]) -> Topic | None:
        """Return what was last talked about in the first of these places where anything was."""
        return next((self._topics[place] for place in places if place in self._topics), None)

    def remember(self, places: Iterable[str], topic: Topic) -> None:
        """Note what is talked about in these places now."""
        self._topics.update(dict.fromkeys(places, topic))
