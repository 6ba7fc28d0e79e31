"""The words of a corpus as sorted byte strings, looked up by binary search: nothing to build at start.

Pure: no I/O.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ABSENT = -1
_WIDTH = 64  # bytes of a word: the longest of most languages, and a SHA-256
_CUT = b"\x01"  # ends the readable part of a longer word
_DIGEST_BYTES = 8  # two longer words that begin alike stay two
_READABLE = _WIDTH - len(_CUT) - 2 * _DIGEST_BYTES


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Distinct words, sorted; a word's place is its number."""

    entries: NDArray[np.bytes_]

    @classmethod
    def of(cls, words: Sequence[str]) -> tuple[Vocabulary, NDArray[np.int64]]:
        """Sort words into a vocabulary; beside it, the number that each of the given words has in it."""
        entries, numbers = np.unique(_as_bytes(words), return_inverse=True)
        return cls(entries), numbers.reshape(-1).astype(np.int64)

    def __len__(self) -> int:
        return len(self.entries)

    def word(self, number: int) -> str:
        """Read the word with a number; one that was too long ends in "…"."""
        readable, cut, _ = bytes(self.entries[number]).partition(_CUT)
        return readable.decode("utf-8", "ignore") + ("…" if cut else "")

    def numbers(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Look words up; ``ABSENT`` for each that is missing."""
        if not len(self.entries) or not words:
            return np.full(len(words), ABSENT)
        wanted = _as_bytes(words)
        places = np.minimum(np.searchsorted(self.entries, wanted), len(self.entries) - 1)
        return np.where(self.entries[places] == wanted, places, ABSENT)

    def beginning_with(self, prefix: str) -> range:
        """Return the numbers of the words that begin with a prefix."""
        start = prefix.encode("utf-8", "ignore")[:_READABLE]
        low, high = np.searchsorted(self.entries, np.array([start, start + b"\xff"], dtype=f"S{_WIDTH}"))
        return range(int(low), int(high))


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words of which nothing is kept but sorted checksums: of 160,000, one other word in 25,000 passes for one."""

    checksums: NDArray[np.uint32]

    @classmethod
    @lru_cache(maxsize=4)  # a dictionary takes 60 ms, and is the same for every release
    def of(cls, words: frozenset[str]) -> WordSet:
        """Take up words."""
        return cls(np.unique(np.array([crc32(word.encode()) for word in words], dtype=np.uint32)))

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is one of them."""
        checksum = np.uint32(crc32(word.encode("utf-8", "ignore")))
        place = int(np.searchsorted(self.checksums, checksum))
        return place < len(self.checksums) and self.checksums[place] == checksum


def as_kept(word: str) -> bytes:
    """Return the bytes a vocabulary keeps of a word: all of them, or the beginning and a digest."""
    written = word.encode("utf-8", "ignore")
    if len(written) <= _WIDTH:
        return written
    digest = hashlib.blake2b(written, digest_size=_DIGEST_BYTES).hexdigest().encode()
    return written[:_READABLE] + _CUT + digest


def _as_bytes(words: Sequence[str]) -> NDArray[np.bytes_]:
    return np.array([as_kept(word) for word in words], dtype=f"S{_WIDTH}")
