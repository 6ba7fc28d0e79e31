"""The aliases that admins accepted, as one of the sources that releases are made of; the others are files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from bot.aliases import Alias
from bot.store import FILE_NAME


@dataclass(frozen=True, slots=True)
class AcceptedAliases:
    """What was accepted, the oldest first, and a sentence about each thing that cannot be read."""

    aliases: tuple[Alias, ...] = ()
    problems: tuple[str, ...] = ()


def read_accepted(data_dir: Path) -> AcceptedAliases:
    """Read what admins accepted; nothing is made, changed or moved.

    Raises:
        QuicktakeError: the database cannot be read.
    """
    if not (data_dir / FILE_NAME).exists():
        return AcceptedAliases()
    # Half a second of imports, which most commands need not spend.
    from bot.state.alias_decisions import AliasDecisions  # noqa: PLC0415
    from bot.store.database import Database  # noqa: PLC0415

    database = Database.in_folder(data_dir, is_read_only=True)
    try:
        decisions = AliasDecisions(database, lambda: dt.datetime.now(dt.UTC))
        aliases, unreadable = decisions.read_accepted()
    finally:
        database.close()
    return AcceptedAliases(aliases, (f"{unreadable} of them cannot be read",) if unreadable else ())
