"""Who holds which word: one table read both ways, by word to find articles, by article to compare them.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search.ragged import offsets_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROW_BITS, _IMPACT_BITS = 28, 8  # which leaves 28 for the term


@dataclass(frozen=True, slots=True)
class Entries:
    """The words of all rows, row by row: term, impact (0..255: how strongly), masks of fields and of passages."""

    rows: NDArray[np.int32]
    terms: NDArray[np.int32]
    impacts: NDArray[np.uint8]
    fields: NDArray[np.uint8]
    passages: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term the rows that hold it, ascending, each with its impact; term ``t`` has the slice ``of(t)``."""

    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    impacts: NDArray[np.uint8]

    def of(self, term: int) -> slice:
        """Tell where a term's rows lie."""
        return slice(int(self.offsets[term]), int(self.offsets[term + 1]))

    def frequencies(self) -> NDArray[np.int64]:
        """Count the rows of each term."""
        return np.diff(self.offsets)


def invert(entries: Entries, term_count: int) -> Postings:
    """Sort entries by term: each is packed into one integer, so that a plain sort does it."""
    packed = entries.terms.astype(np.uint64) << np.uint64(_ROW_BITS + _IMPACT_BITS)
    packed |= entries.rows.astype(np.uint64) << np.uint64(_IMPACT_BITS)
    packed |= entries.impacts
    packed.sort()
    counts = np.bincount(entries.terms, minlength=term_count)
    return Postings(
        offsets=offsets_of(counts),
        rows=((packed >> np.uint64(_IMPACT_BITS)) & np.uint64((1 << _ROW_BITS) - 1)).astype(np.int32),
        impacts=(packed & np.uint64((1 << _IMPACT_BITS) - 1)).astype(np.uint8),
    )
