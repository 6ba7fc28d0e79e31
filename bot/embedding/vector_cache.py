"""Vectors of texts on disk, found by what the texts say: encoded once, never again.

One folder for one model; each file of it is complete and checked, so that whoever is interrupted goes on where it was.
An edge: reads and writes files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from bot.array_file import map_if_sound, write_arrays
from bot.search.semantic import Quantised

KEY_BYTES = 16
_SUFFIX = ".vectors"


@dataclass(frozen=True, slots=True)
class Store:
    """The vectors that one model gave."""

    MOST_FILES: ClassVar = 16  # more of them are made one, of what is still needed

    folder: Path

    def missing(self, texts: Sequence[str]) -> list[str]:
        """List the texts that have no vector yet, each once."""
        known = {key for file in self._files() for key in _keys(file)}
        return [text for text in dict.fromkeys(texts) if key_of(text) not in known]

    def put(self, texts: Sequence[str], encoded: Quantised) -> None:
        """Keep the vectors of some texts.

        Raises:
            OSError: the folder cannot be written to.
        """
        keys = np.frombuffer(b"".join(map(key_of, texts)), np.uint8)
        write_arrays(self._path(texts), {"keys": keys, "codes": encoded.codes, "scales": encoded.scales})

    def get(self, texts: Sequence[str]) -> Quantised:
        """Give the vectors of texts, in their order.

        Raises:
            KeyError: one of them has none.
        """
        files = list(self._files())
        numbered = {key: place for place, key in enumerate(key for file in files for key in _keys(file))}
        places = np.array([numbered[key_of(text)] for text in texts], dtype=np.int64)
        codes, scales = (np.concatenate([file[name] for file in files]) for name in ("codes", "scales"))
        return Quantised(codes[places], scales[places])

    def tidy(self, texts: Sequence[str]) -> None:
        """If there are many files, put the vectors of these texts into one, and drop all others."""
        before = set(self._paths())
        if len(before) <= self.MOST_FILES:
            return
        distinct = list(dict.fromkeys(texts))
        self.put(distinct, self.get(distinct))
        for path in before - {self._path(distinct)}:
            path.unlink(missing_ok=True)

    def _path(self, texts: Sequence[str]) -> Path:
        return self.folder / f"{hashlib.sha256(b''.join(map(key_of, texts))).hexdigest()[:16]}{_SUFFIX}"

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob(f"*{_SUFFIX}"))

    def _files(self) -> Iterator[Mapping[str, NDArray[Any]]]:
        mapped = map(map_if_sound, self._paths())
        return (file for file in mapped if file is not None)


def key_of(text: str) -> bytes:
    """Name a text by what it says."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()


def _keys(file: Mapping[str, NDArray[Any]]) -> Iterator[bytes]:
    whole = file["keys"].tobytes()
    return (whole[start : start + KEY_BYTES] for start in range(0, len(whole), KEY_BYTES))
