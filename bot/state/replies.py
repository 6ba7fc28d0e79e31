"""Which replies stand below which messages, so that a message is replied to once, however often it is edited.

Kept in memory and bounded; a table of the database could answer the same: find, keep, one at a time for a message. Lost
on a restart, after which an edited mention is taken for a new one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakValueDictionary

from cachetools import TTLCache

from bot.state.once import REMEMBERED_S
from bot.state.topics import Topic

MOST_REPLIES = 20_000


@dataclass(frozen=True, slots=True)
class Replied:
    """What was replied to a message.

    Attributes:
        question: what the message asked then.
        edited_ts: when it had been edited; empty for what was first written.
        replies: the ``ts`` of each reply that can be changed.
        topic: what the conversation was about before.
    """

    question: str
    edited_ts: str = ""
    replies: tuple[str, ...] = ()
    topic: Topic | None = None


class Replies:
    """Remembers for a day what was replied to each message. ``clock`` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._replied: TTLCache[str, Replied] = TTLCache(MOST_REPLIES, REMEMBERED_S, timer=clock)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def turn(self, message: str) -> asyncio.Lock:
        """Return the lock to hold while a message is replied to: its edit may come before the reply is there."""
        return self._turns.setdefault(message, asyncio.Lock())

    def find(self, message: str) -> Replied | None:
        """Return what was replied to a message, if anything was."""
        return self._replied.get(message)

    def keep(self, message: str, replied: Replied) -> None:
        """Note what was replied to a message now."""
        self._replied[message] = replied
