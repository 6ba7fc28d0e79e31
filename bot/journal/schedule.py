"""What the bot does once in a while and not twice, remembered over restarts; of several processes, one does it.

On the connection it is given. Each change is one statement, so two at once cannot both win.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, literal, select, update

from bot.store.schema import chores

if TYPE_CHECKING:
    from sqlalchemy import Connection


def claim(connection: Connection, name: str, *, due_ms: int, now_ms: int) -> bool:
    """Tell whether the chore was not yet done since it was due; then it counts as done now.

    Somebody who just began with it has to wait until it is due for the first time.
    """
    row = select(literal(name), literal(now_ms)).where(~select(chores.c.name).where(chores.c.name == name).exists())
    if connection.execute(insert(chores).from_select(("name", "done_at_ms"), row)).rowcount:
        return False
    undone = update(chores).where(chores.c.name == name, chores.c.done_at_ms < due_ms)
    return bool(connection.execute(undone.values(done_at_ms=now_ms)).rowcount)


def give_back(connection: Connection, name: str, *, due_ms: int) -> None:
    """Let the chore be claimed again: whoever claimed it could not do it."""
    connection.execute(update(chores).where(chores.c.name == name).values(done_at_ms=due_ms - 1))
