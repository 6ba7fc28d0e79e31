"""What a thread or direct message was last about, so that “and in groups?” can be understood.

Kept in memory for a while and bounded; lost on a restart, after which a follow-up is read as a question of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    """Remembers one topic for each conversation, for an hour.

    ``clock`` gives seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._topics: TTLCache[str, Topic] = TTLCache(MOST_TOPICS, REMEMBERED_S, timer=clock)

    def recall(self, event: Mapping[str, Any]) -> Topic | None:
        """Return what the conversation of this message event was last about."""
        return next((self._topics[key] for key in _keys(event) if key in self._topics), None)

    def remember(self, event: Mapping[str, Any], topic: Topic) -> None:
        """Note what the conversation is about now."""
        self._topics.update(dict.fromkeys(_keys(event), topic))


def _keys(event: Mapping[str, Any]) -> list[str]:
    """The thread, and in a direct message the whole of it: there, people write below the thread as readily as in it."""
    thread = f"{event['channel']}/{event.get('thread_ts') or event['ts']}"
    return [thread, event["channel"]] if event.get("channel_type") == "im" else [thread]
