"""Inverted lists in plain arrays: which rows hold a term, how strongly and in which fields.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROW_BITS, _DETAIL_BITS = 24, 16


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term the rows that hold it, ascending, with an impact (0..255) and a field mask beside each row.

    ``offsets[t]:offsets[t + 1]`` is the slice of term ``t`` in the other three arrays.
    """

    offsets: NDArray[np.int64]
    rows: NDArray[np.int32]
    impacts: NDArray[np.uint8]
    fields: NDArray[np.uint8]

    def of(self, term: int) -> slice:
        """Tell where a term's rows lie."""
        return slice(int(self.offsets[term]), int(self.offsets[term + 1]))

    def lengths(self) -> NDArray[np.int64]:
        """Count the rows of each term."""
        return np.diff(self.offsets)


def pack(
    terms: NDArray[np.int64], rows: NDArray[np.int64], impacts: NDArray[np.uint8], fields: NDArray[np.uint8]
) -> NDArray[np.uint64]:
    """Put each posting into one sortable integer, so that inverting is a plain sort."""
    place = (terms.astype(np.uint64) << np.uint64(_ROW_BITS)) | rows.astype(np.uint64)
    detail = (impacts.astype(np.uint64) << np.uint64(8)) | fields.astype(np.uint64)
    return (place << np.uint64(_DETAIL_BITS)) | detail


def invert(packed: NDArray[np.uint64], term_count: int) -> Postings:
    """Sort packed postings by term, then row. Sorts ``packed`` in place."""
    packed.sort()
    terms = (packed >> np.uint64(_ROW_BITS + _DETAIL_BITS)).astype(np.int64)
    offsets = np.searchsorted(terms, np.arange(term_count + 1))
    return Postings(
        offsets=offsets.astype(np.int64),
        rows=((packed >> np.uint64(_DETAIL_BITS)) & np.uint64((1 << _ROW_BITS) - 1)).astype(np.int32),
        impacts=((packed >> np.uint64(8)) & np.uint64(255)).astype(np.uint8),
        fields=(packed & np.uint64(255)).astype(np.uint8),
    )
