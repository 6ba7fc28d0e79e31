"""A note in the data folder on how the running bot is, for ``quicktake doctor``, which is another process. A leaf."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "running.json"


@dataclass(frozen=True, slots=True)
class Note:
    """How the bot in the process ``pid`` is; ``troubles`` are the sentences that its status has."""

    pid: int
    release: str
    troubles: tuple[str, ...]


def write_note(folder: Path, note: Note) -> None:
    """Put the note in place of the last one, if it says anything new."""
    if note == read_note(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f"{FILE_NAME}.{note.pid}"
    beside.write_text(json.dumps(asdict(note)), encoding="utf-8")
    beside.replace(folder / FILE_NAME)


def read_note(folder: Path) -> Note | None:
    """Return the note of a bot that still runs, if there is one.

    A process that got the number of one that was killed is taken for it; that is rare, and harms nobody.
    """
    try:
        found = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        note = Note(int(found["pid"]), str(found["release"]), tuple(map(str, found["troubles"])))
        if note.pid <= 0:
            return None
        os.kill(note.pid, 0)
    except PermissionError:
        return note  # it runs, as somebody else
    except (OSError, ValueError, ArithmeticError, LookupError, TypeError):
        return None
    return note


def remove_note(folder: Path) -> None:
    """Take the note away, as the bot ends."""
    (folder / FILE_NAME).unlink(missing_ok=True)
