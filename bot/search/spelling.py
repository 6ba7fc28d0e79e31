"""Find the words a misspelt word may stand for: shared letter pairs propose, RapidFuzz decides.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import OSA

from bot.search import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.vocabulary import Vocabulary

_PAIRS = 1 << 16
_EDGE = b"\x01"


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words worth correcting to, and for each pair of bytes the words that contain it."""

    words: Vocabulary
    counts: NDArray[np.int32]
    offsets: NDArray[np.int64]
    members: NDArray[np.int32]
    sizes: NDArray[np.int32]

    @classmethod
    def of(cls, words: Vocabulary, counts: NDArray[np.int32]) -> Spelling:
        """Index words by their letter pairs; ``counts`` tells how often each is used."""
        numbers, pairs = _all_pairs(words.entries)
        order = np.argsort(pairs, kind="stable")
        offsets = np.searchsorted(pairs[order], np.arange(_PAIRS + 1)).astype(np.int64)
        sizes = np.bincount(numbers, minlength=len(words)).astype(np.int32)
        return cls(words, counts, offsets, numbers[order].astype(np.int32), sizes)

    def corrections(self, word: str) -> list[tuple[int, float]]:
        """Give the numbers of the likeliest words with their likeness in (0, 1], likeliest first."""
        written = word.encode()
        allowed = _allowed_edits(len(word))
        if not allowed or not len(self.words):
            return []
        found = [(number, OSA.distance(word, self.words.word(number))) for number in self._alike(written)]
        scored = [
            (number, 1 - edits / (len(word) + 1), edits - 0.1 * float(np.log1p(self.counts[number])))
            for number, edits in found
            if edits <= allowed
        ]
        scored.sort(key=lambda each: (each[2], each[0]))
        return [(number, likeness) for number, likeness, _ in scored[: weights.MOST_CORRECTIONS]]

    def _alike(self, written: bytes) -> list[int]:
        pairs = np.unique(_pairs_of(written))
        lists = [self.members[self.offsets[pair] : self.offsets[pair + 1]] for pair in pairs]
        shared = np.bincount(np.concatenate(lists), minlength=len(self.words))
        likeness = 2 * shared / (self.sizes + len(pairs))
        best = np.argsort(-likeness, kind="stable")[: weights.SPELLING_CANDIDATES]
        return [int(number) for number in best if shared[number]]


def _allowed_edits(length: int) -> int:
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 10 else 3


def _all_pairs(entries: NDArray[np.bytes_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the distinct pairs of each word: word numbers and pair codes, side by side."""
    padded = np.char.add(np.char.add(_EDGE, entries), _EDGE)
    width = padded.dtype.itemsize
    letters = padded.view(np.uint8).reshape(len(padded), width).astype(np.int64)
    codes = letters[:, :-1] * 256 + letters[:, 1:]
    numbers, places = np.nonzero(letters[:, 1:])
    keys = np.unique(numbers * _PAIRS + codes[numbers, places])
    return keys // _PAIRS, keys % _PAIRS


def _pairs_of(word: bytes) -> NDArray[np.int64]:
    letters = np.frombuffer(_EDGE + word[:32] + _EDGE, dtype=np.uint8).astype(np.int64)
    return letters[:-1] * 256 + letters[1:]
