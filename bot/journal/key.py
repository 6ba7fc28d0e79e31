"""The secret behind the pseudonyms: a file in the data folder, made on first use.

An edge: reads and makes one file. Without it, nobody can tell any more who is who in the journal.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from bot.errors import QuicktakeError

KEY_BYTES = 32


def read_or_make_key(path: Path) -> bytes:
    """Return the key in ``path``; make one that only the owner may read if there is none.

    Raises:
        QuicktakeError: it can be neither read nor made, or holds no key.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as failure:
        raise QuicktakeError(f"{path}: {failure.strerror}; check QUICKTAKE_DATA_DIR") from failure
    except ValueError as failure:
        raise QuicktakeError(f"{path}: holds no key; restore it, or remove it to begin with a new one") from failure
    if len(key) < KEY_BYTES:
        raise QuicktakeError(f"{path}: holds no whole key; restore it, or remove it to begin with a new one")
    return key


def _make(path: Path) -> None:
    """Write a new key beside its place and link it there: of two processes that start, neither sees half a key."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_hex(KEY_BYTES), encoding="ascii")
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
