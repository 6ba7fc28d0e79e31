"""Find the words a misspelt word may stand for: shared letter pairs propose, RapidFuzz decides.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from bot.search import weights
from bot.search.ragged import Ragged, offsets_of
from bot.search.vocabulary import ABSENT, as_kept

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.vocabulary import Vocabulary

_PAIRS = 1 << 16
_EDGE = b"\x01"


class Correction(NamedTuple):
    """A word of the corpus, by number, and how alike it is, in (0, 1]."""

    number: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words worth correcting to.

    ``frequencies`` tell in how many articles each is; ``members`` list for each pair of bytes the words that contain
    it; ``sizes`` count the pairs of each word.
    """

    words: Vocabulary
    frequencies: NDArray[np.int32]
    members: Ragged
    sizes: NDArray[np.int32]

    @classmethod
    def of(cls, words: Vocabulary, frequencies: NDArray[np.int32]) -> Spelling:
        """Index words by their pairs of letters."""
        numbers, pairs = _pairs_of_all(words)
        order = np.argsort(pairs, kind="stable")
        members = Ragged(numbers[order].astype(np.int32), offsets_of(np.bincount(pairs, minlength=_PAIRS)))
        return cls(words, frequencies, members, np.bincount(numbers, minlength=len(words)).astype(np.int32))

    def knows(self, word: str) -> bool:
        """Tell whether a reviewed short text has the word."""
        return bool(self.words.numbers([word])[0] != ABSENT)

    def corrections(self, word: str) -> list[Correction]:
        """Give the likeliest words first: fewest edits, then the more frequent."""
        if not _is_correctable(word) or not len(self.words):
            return []
        edits = {number: OSA.distance(word, self.words.word(number)) for number in self._alike(word)}
        near = [number for number, distance in edits.items() if distance <= self._allowed_edits(word, number)]
        near.sort(key=lambda number: (edits[number] - self._familiarity(number), number))
        return [Correction(number, 1 - edits[number] / (len(word) + 1)) for number in near[: weights.MOST_CORRECTIONS]]

    def _alike(self, word: str) -> list[int]:
        pairs = _pairs_of(word)
        places, _ = self.members.places(pairs)
        shared = np.bincount(self.members.values[places], minlength=len(self.words))
        likeness = 2 * shared / (self.sizes + len(pairs))
        near = np.flatnonzero(likeness >= weights.LEAST_ALIKE)
        order = np.argsort(-likeness[near], kind="stable")
        return [int(number) for number in near[order[: weights.SPELLING_CANDIDATES]]]

    def _allowed_edits(self, word: str, number: int) -> int:
        """Allow more in longer words; whoever mistypes a word seldom mistypes its first letter as well."""
        if self.words.entries[number][:1] != word[:1].encode():
            return 1
        return 1 if len(word) < 6 else 2 if len(word) < 10 else 3

    def _familiarity(self, number: int) -> float:
        """Let a frequent word win over a rare one that is as near, never over one that is an edit nearer."""
        return 0.1 * min(float(np.log1p(self.frequencies[number])), 9.0)


def _is_correctable(word: str) -> bool:
    """Short words are too near to one another, numbers mean what they say."""
    return len(word) >= weights.SHORTEST_CORRECTED and word.isalpha()


def _pairs_of_all(words: Vocabulary) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the distinct pairs of each word: word numbers and pairs, side by side."""
    if not len(words):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    padded = np.char.add(np.char.add(_EDGE, words.entries), _EDGE)
    letters = padded.view(np.uint8).reshape(len(padded), -1)
    numbers, places = np.nonzero(letters[:, 1:])
    firsts, seconds = (letters[numbers, at].astype(np.int64) for at in (places, places + 1))
    keys = np.unique(numbers * _PAIRS + firsts * 256 + seconds)
    return keys // _PAIRS, keys % _PAIRS


def _pairs_of(word: str) -> NDArray[np.int64]:
    letters = np.frombuffer(_EDGE + as_kept(word) + _EDGE, dtype=np.uint8).astype(np.int64)
    return np.unique(letters[:-1] * 256 + letters[1:])
