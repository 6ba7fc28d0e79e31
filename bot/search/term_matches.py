"""What a question's words may stand for, ready to be looked up in many entries at once.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search.ragged import Ragged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.query import Question


@dataclass(frozen=True, slots=True)
class Matches:
    """Where some entries match senses of the question: entry, question term (by place) and strength, side by side."""

    entries: NDArray[np.int64]
    terms: NDArray[np.int64]
    strengths: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Senses:
    """All senses of a question, by term of the corpus: the question's terms each may stand for, and how strongly."""

    known: NDArray[np.int64]
    is_known: NDArray[np.bool_]
    holders: Ragged
    strengths: NDArray[np.float64]
    shares: NDArray[np.float64]
    is_telling: NDArray[np.bool_]

    @classmethod
    def of(cls, question: Question, term_count: int) -> Senses:
        """Sort a question's senses; ``shares`` are its terms' shares of all that it says."""
        flat = sorted((s.term, place, s.strength) for place, term in enumerate(question.terms) for s in term.senses)
        terms, places, strengths = np.array(flat, dtype=np.float64).reshape(-1, 3).T
        starts = np.flatnonzero(np.diff(terms, prepend=-1))
        known, offsets = terms[starts].astype(np.int64), np.append(starts, len(terms))
        is_known = np.zeros(term_count, dtype=bool)
        is_known[known] = True
        shares = np.array([term.weight for term in question.terms]) / max(question.mass, 1e-6)
        is_telling = np.array([term.is_telling for term in question.terms], dtype=bool)
        return cls(known, is_known, Ragged(places.astype(np.int32), offsets), strengths, shares, is_telling)

    def matches(self, entries: NDArray[np.int32]) -> Matches:
        """Find the entries that the question mentions."""
        found = np.flatnonzero(self.is_known[entries])
        places, owners = self.holders.places(np.searchsorted(self.known, entries[found]))
        return Matches(found[owners], self.holders.values[places].astype(np.int64), self.strengths[places])

    def best(
        self, rows: NDArray[np.int64], matches: Matches, values: NDArray[np.float64], count: int
    ) -> NDArray[np.float64]:
        """Give each of ``count`` rows its best value for each of the question's terms; (rows, terms)."""
        width = len(self.shares)
        table = np.zeros(count * width)
        np.maximum.at(table, rows * width + matches.terms, values)
        return table.reshape(count, width)
