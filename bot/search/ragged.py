"""Rows of different lengths in one flat array.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Ragged:
    """Row ``i`` is ``values[offsets[i]:offsets[i + 1]]``."""

    values: NDArray[np.int32]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def lengths(self) -> NDArray[np.int64]:
        """Count the values of each row."""
        return np.diff(self.offsets)

    def row(self, number: int) -> NDArray[np.int32]:
        """Give the values of one row, without a copy: of a few long rows sooner had than ``places``."""
        return self.values[self.offsets[number] : self.offsets[number + 1]]

    def places(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """List the places of the values of some rows, and beside each which of ``rows`` owns it."""
        return spans(self.offsets, rows)


def spans(offsets: NDArray[np.int64], rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """List the places of some rows one after the other, and beside each place which of ``rows`` owns it."""
    starts = offsets[rows]
    lengths = offsets[rows + 1] - starts
    owners = np.repeat(np.arange(len(rows)), lengths)
    shifts = starts - (np.cumsum(lengths) - lengths)
    return np.arange(len(owners)) + shifts[owners], owners


def offsets_of(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Turn row lengths into offsets."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths, dtype=np.int64)])
