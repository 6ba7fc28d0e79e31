"""Chores that the bot does once in a while and not twice, over restarts; of several processes, one does each.

Each change is one statement, so two at once cannot both win.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import insert, literal, select, update

from bot.store.database import Database
from bot.store.schema import chores
from bot.store.timestamps import to_ms


class Schedule:
    """Remembers in ``database`` when each chore was last done. ``now`` gives the time as aware UTC.

    Both methods ask the database and may raise QuicktakeError, so call them off the event loop.
    """

    def __init__(self, database: Database, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._now = now

    def claim(self, chore: str, due: dt.datetime) -> bool:
        """Count a chore as done now if it was not done since it was due; return whether it was still to be done.

        A chore that nobody ever claimed is not due before the next time.
        """
        row = select(literal(chore), literal(to_ms(self._now())))
        unknown = row.where(~select(chores.c.name).where(chores.c.name == chore).exists())
        undone = update(chores).where(chores.c.name == chore, chores.c.done_at_ms < to_ms(due))
        with self._database.begin() as connection:
            if connection.execute(insert(chores).from_select(("name", "done_at_ms"), unknown)).rowcount:
                return False
            return bool(connection.execute(undone.values(done_at_ms=to_ms(self._now()))).rowcount)

    def give_back(self, chore: str, due: dt.datetime) -> None:
        """Let a chore be claimed again: whoever claimed it could not do it."""
        with self._database.begin() as connection:
            connection.execute(update(chores).where(chores.c.name == chore).values(done_at_ms=to_ms(due) - 1))
