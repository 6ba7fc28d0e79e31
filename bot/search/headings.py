"""Evidence from titles, questions and aliases: each is a row of its own, and an article is as good as its best row.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.postings import Postings
    from bot.search.question import Question


@dataclass(frozen=True, slots=True)
class Headings:
    """All headings of a corpus, grouped by article.

    ``firsts[a]`` is the first row of article ``a``; ``fields`` says title or alias; ``masses`` add up how telling a
    row's words are; row ``r`` reads ``terms[offsets[r]:offsets[r + 1]]``.
    """

    postings: Postings
    firsts: NDArray[np.int64]
    fields: NDArray[np.uint8]
    masses: NDArray[np.float32]
    terms: NDArray[np.int32]
    offsets: NDArray[np.int64]

    def scores(self, question: Question) -> NDArray[np.float32]:
        """Compare the question with every row: 1 for the same telling words, 0 for none in common."""
        shared = np.zeros(len(self.masses), dtype=np.float32)
        for term in question.terms:
            add_best_sense(shared, self.postings, [(s.term, s.strength * term.weight) for s in term.senses])
        missing, extra = weights.HEADING_MISSING, weights.HEADING_EXTRA
        whole = missing * question.mass + extra * self.masses + (1 - missing - extra) * shared
        return shared / np.maximum(whole, 1e-6)

    def best(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give each article its best row's score."""
        return np.maximum.reduceat(scores, self.firsts)

    def row_of(self, article: int, scores: NDArray[np.float32]) -> int:
        """Find an article's best row."""
        first = int(self.firsts[article])
        end = int(self.firsts[article + 1]) if article + 1 < len(self.firsts) else len(scores)
        return first + int(np.argmax(scores[first:end]))


def add_best_sense(total: NDArray[np.float32], postings: Postings, senses: list[tuple[int, float]]) -> None:
    """Add to each row the strongest of several terms that it holds."""
    if len(senses) == 1:
        term, strength = senses[0]
        total[postings.rows[postings.of(term)]] += np.float32(strength)
        return
    best = np.zeros_like(total)
    for term, strength in sorted(senses, key=lambda sense: sense[1]):
        best[postings.rows[postings.of(term)]] = strength
    total += best
