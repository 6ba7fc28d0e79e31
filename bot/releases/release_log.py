"""The record of releases: which served, in their order, and which is staged; one small file of JSON.

An edge: reads and writes that file.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Release

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ledger:
    """What has happened to the releases; ``served`` ends with the active one, ``last_number`` is never given again."""

    served: tuple[Release, ...] = ()
    staged: Release | None = None
    last_number: int = 0

    @property
    def active(self) -> Release | None:
        """The release that is to serve."""
        return self.served[-1] if self.served else None


def read_ledger(path: Path) -> Ledger | None:
    """Read the record; None if there is none yet.

    Raises:
        ValueError: it is damaged.
    """
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        served = tuple(parse_release(name) for name in written["served"])
        staged = parse_release(written["staged"]) if written["staged"] else None
        return Ledger(served, staged, int(written["last_number"]))
    except FileNotFoundError:
        return None
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} lacks {error}") from error


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Write the record, whole or not at all."""
    written = {
        "served": [str(release) for release in ledger.served],
        "staged": str(ledger.staged or ""),
        "last_number": ledger.last_number,
    }
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(written, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def parse_release(name: str) -> Release:
    """Read a release's name, such as ``3-1f0c9a2``.

    Raises:
        ValueError: it is no such name.
    """
    number, _, content_id = name.partition("-")
    if not number.isdecimal() or not content_id:
        raise ValueError(f"{name!r} is no release")
    return Release(int(number), content_id)
