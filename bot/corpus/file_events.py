"""Corpus folders → a signal whenever what is in them has changed and come to rest. An edge: looks at the file system.

It looks at the files themselves every so often, as a reload would. Events of the operating system miss too much: a
folder that is a link and is swapped, a network drive, a volume mounted into a container.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from bot.corpus.file_stamps import States, by_name, stamps
from bot.corpus.files import find
from bot.corpus.loader import SYNONYMS_NAME
from bot.errors import CorpusError

QUIET_S = 1.0  # nothing may change for so long: editors save in several steps, and git checks out file by file
PATIENCE_S = 30.0  # where there is no rest, whatever has changed after so long will do
PAUSES_PER_LOOK = 50  # a look at 36,000 files takes 0.7 s; this keeps all looks together below 2 % of one core


async def settled_changes(
    folders: Sequence[Path],
    stop: asyncio.Event,
    *,
    known: States | None = None,
    quiet_s: float = QUIET_S,
    pauses_per_look: int = PAUSES_PER_LOOK,
) -> AsyncIterator[tuple[States, frozenset[str]]]:
    """Yield the files' states, and the names of those that changed, each time they have come to rest.

    Folders that are missing for a moment count as unchanged.

    Args:
        folders: of the corpus.
        stop: ends it when it is set.
        known: the states that the files had before; as they are now unless given.
        quiet_s: how long nothing may change.
        pauses_per_look: how much longer than a look takes there is none.
    """
    known = look(folders, {}) if known is None else known  # before anything else runs, so that no change is missed
    pause_s = quiet_s
    while not await _is_set_within(stop, pause_s):
        began_s = time.monotonic()
        now = await asyncio.to_thread(look, folders, known)
        pause_s = max(quiet_s, pauses_per_look * (time.monotonic() - began_s))
        if now != known:
            now = await _settled(folders, stop, now, quiet_s)
            changed = frozenset(name for name in known.keys() | now.keys() if known.get(name) != now.get(name))
            known = now
            if changed:
                yield known, changed


async def _settled(folders: Sequence[Path], stop: asyncio.Event, states: States, quiet_s: float) -> States:
    patient_until_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < patient_until_s and not await _is_set_within(stop, quiet_s):
        later = await asyncio.to_thread(look, folders, states)
        if later == states:
            break
        states = later
    return states


def look(folders: Sequence[Path], otherwise: States) -> States:
    """Return the state of each article and synonyms file by its name; ``otherwise`` where a folder is missing."""
    try:
        paths, _ = find(folders)
    except CorpusError:
        return otherwise
    watched = [*paths, *(folder / SYNONYMS_NAME for folder in folders)]
    return by_name(map(str, watched), stamps(watched))


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
