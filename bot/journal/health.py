"""What is wrong with the journal's files, found without making, changing or moving any.

An edge: reads files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.errors import QuicktakeError
from bot.journal.key import read_or_make_key
from bot.journal.store import KEY_NAME
from bot.store import FILE_NAME
from bot.store.schema import MIGRATIONS


def problems(folder: Path) -> tuple[str, ...]:
    """Return a sentence about each thing that is wrong, with what to do; none where nothing was recorded yet."""
    return (*_of_database(folder / FILE_NAME), *_of_key(folder / KEY_NAME), *_set_aside(folder))


def _of_database(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            [(version,)] = connection.execute("SELECT max(version) FROM schema_version")
            connection.execute("SELECT count(*) FROM event")
    except sqlite3.DatabaseError as failure:
        yield f"{path}: {failure}; the bot sets a damaged file aside and begins a new one"
        return
    if version > 1 + len(MIGRATIONS):
        yield f"{path}: was written by a newer version of Quicktake; nothing is recorded until that is back"


def _of_key(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    try:
        read_or_make_key(path)
    except QuicktakeError as failure:
        yield f"{failure}; until then only counts are kept"


def _set_aside(folder: Path) -> Iterator[str]:
    stem, _, suffix = FILE_NAME.partition(".")
    for path in sorted(folder.glob(f"{stem}.damaged-*.{suffix}")):
        yield f"{path}: was damaged and set aside; repair it with sqlite3 .recover, or delete it"
