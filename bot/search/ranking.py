"""Evidence to one confidence in [0, 1].

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray


def contributions(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weigh each piece of evidence."""
    return np.asarray(table * weights.EVIDENCE_WEIGHTS)


def scores(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add up the evidence of each candidate."""
    return np.asarray(table @ weights.EVIDENCE_WEIGHTS)


def confidences(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn evidence, one row a candidate, into confidences."""
    total = scores(table)
    return np.asarray(1 / (1 + np.exp(-(total - 16 + 2 * np.tanh(leads(total) / 2)))))


def leads(total: NDArray[np.float64]) -> NDArray[np.float64]:
    """Tell by how much each candidate leads the best of the others; negative for all but the first."""
    if len(total) < 2:
        return np.array(total)
    second, first = np.sort(total)[-2:]
    return np.where(total == first, first - second, total - first)
