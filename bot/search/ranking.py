"""Evidence to one confidence in [0, 1].

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

EVIDENCE = ("heading", "asked", "named", "article", "covered")
"""The columns of an evidence table."""

_WEIGHTS = np.array([4.0, 1.5, 0.5, 2.0, 3.0])
_BIAS = -5.0
_LEAD = 2.0


def contributions(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weigh each piece of evidence."""
    return table * _WEIGHTS


def confidences(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn evidence, one row a candidate, into confidences."""
    scores = contributions(table).sum(axis=1)
    return 1 / (1 + np.exp(-(scores + _BIAS + _LEAD * np.tanh(_leads(scores)))))


def _leads(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tell by how much each candidate leads the best of the others; negative for all but the first."""
    if len(scores) < 2:
        return np.ones_like(scores)
    first, second = np.sort(scores)[::-1][:2]
    return np.where(scores == first, first - second, scores - first)
