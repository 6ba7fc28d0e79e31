"""Whether a folder can be written to, found out by writing: permissions alone say nothing of full disks. A leaf."""

from __future__ import annotations

import tempfile
from pathlib import Path

ENOUGH_BYTES = 65_536  # less might still fit where nothing useful does


def why_unwritable(folder: Path) -> str:
    """Return why no file can be made in a folder, or in the first of its parents that exists; empty if one can be."""
    existing = next((path for path in (folder.absolute(), *folder.absolute().parents) if path.exists()), folder)
    try:
        with tempfile.TemporaryFile(dir=existing) as file:
            file.write(bytes(ENOUGH_BYTES))
            file.flush()
    except OSError as failure:
        return failure.strerror or str(failure)
    return ""
