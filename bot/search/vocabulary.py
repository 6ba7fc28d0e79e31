"""The words of a corpus as sorted byte arrays, looked up by binary search: nothing to build at start, small in memory.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_WIDTH = 32  # bytes kept of a word; longer ones are formulas and addresses
ABSENT = -1


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Distinct words, sorted; a word's place is its number."""

    entries: NDArray[np.bytes_]

    @classmethod
    def of(cls, words: Sequence[str]) -> tuple[Vocabulary, NDArray[np.int64]]:
        """Sort words into a vocabulary; beside it, the number that each of the given words has in it."""
        entries, numbers = np.unique(_as_bytes(words), return_inverse=True)
        return cls(entries), numbers.reshape(-1)

    def numbers(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Look words up; ``ABSENT`` for each that is missing."""
        wanted = _as_bytes(words)
        places = np.searchsorted(self.entries, wanted)
        inside = np.minimum(places, max(len(self.entries) - 1, 0))
        found = self.entries[inside] == wanted if len(self.entries) else np.zeros(len(wanted), dtype=bool)
        return np.where(found, inside, ABSENT)

    def beginning_with(self, prefix: str) -> range:
        """Tell the numbers of the words that begin with a prefix."""
        start = _as_bytes([prefix])
        end = _as_bytes([prefix + "\U0010ffff"])
        low, high = np.searchsorted(self.entries, start)[0], np.searchsorted(self.entries, end)[0]
        return range(int(low), int(high))

    def word(self, number: int) -> str:
        """Read the word with a number."""
        return bytes(self.entries[number]).decode("utf-8", "ignore")

    def __len__(self) -> int:
        return len(self.entries)


def _as_bytes(words: Sequence[str]) -> NDArray[np.bytes_]:
    return np.array([word.encode("utf-8", "ignore")[:_WIDTH] for word in words], dtype=f"S{_WIDTH}")
