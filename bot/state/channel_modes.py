"""In which channels the bot may answer questions that nobody put to it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable

from sqlalchemy import delete, insert, select

from bot.store.database import Database
from bot.store.schema import channels
from bot.store.timestamps import to_ms


class ChannelMode(enum.StrEnum):
    """What the bot does with questions put to nobody: nothing, note what it would say, say it."""

    OFF = "off"
    SHADOW = "shadow"
    ON = "on"


class ChannelModes:
    """Keeps the mode of each channel in ``database``, over restarts. ``now`` gives the time as aware UTC.

    All methods ask the database and may raise QuicktakeError, so call them off the event loop.
    """

    def __init__(self, database: Database, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._now = now

    def mode(self, channel: str) -> ChannelMode:
        """Return the mode of a channel: off unless an admin chose another, also if a newer version knows more."""
        if not self._database.is_begun:
            return ChannelMode.OFF
        with self._database.begin() as connection:
            chosen = connection.scalar(select(channels.c.mode).where(channels.c.channel == channel))
        return ChannelMode(chosen) if chosen in set(ChannelMode) else ChannelMode.OFF

    def are_any_on(self) -> bool:
        """Tell whether the bot listens in any channel at all."""
        if not self._database.is_begun:
            return False
        with self._database.begin() as connection:
            return connection.scalar(select(channels.c.channel).where(channels.c.mode != ChannelMode.OFF)) is not None

    def choose(self, channel: str, mode: ChannelMode) -> None:
        """Keep the mode of a channel until another is chosen."""
        row = {"channel": channel, "mode": mode.value, "decided_at_ms": to_ms(self._now())}
        with self._database.begin() as connection:
            connection.execute(delete(channels).where(channels.c.channel == channel))
            connection.execute(insert(channels), row)
