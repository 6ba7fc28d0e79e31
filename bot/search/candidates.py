"""Choose the articles worth a closer look, by words alone and without a loop over articles.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.postings import Postings
    from bot.search.question import Question, Sense, Term


@dataclass(frozen=True, slots=True)
class Finder:
    """The inverted lists of articles and headings; article ``a`` has the headings from ``owners[a]`` on.

    ``masses`` add up how telling the words of each heading are.
    """

    postings: Postings
    heading_postings: Postings
    owners: NDArray[np.int64]
    masses: NDArray[np.float32]

    def find(self, question: Question) -> NDArray[np.int64]:
        """Give the most promising articles in corpus order, those without any word of the question left out."""
        terms = [term for term in question.terms if term.is_telling] or list(question.terms)
        if not terms or len(self.owners) < 2:
            return np.zeros(0, dtype=np.int64)
        scores = self._heading_scores(terms) + np.float32(weights.ARTICLE_SHARE) * self._article_scores(terms)
        few = min(weights.CANDIDATES, len(scores))
        best = np.sort(np.argpartition(scores, len(scores) - few)[len(scores) - few :])
        return best[scores[best] > 0]

    def _article_scores(self, terms: Sequence[Term]) -> NDArray[np.float32]:
        """Score whole articles by fielded BM25, as a share of the best possible; synonyms left aside."""
        total = np.zeros(len(self.owners) - 1, dtype=np.float32)
        for term in terms[: weights.MOST_TERMS_SOUGHT]:
            _add_best(total, self.postings, term.weight / 255, [s for s in term.senses if s.origin != "synonym"])
        return total / np.float32(sum(term.weight for term in terms))

    def _heading_scores(self, terms: Sequence[Term]) -> NDArray[np.float32]:
        """Give each article its best heading's likeness to the question: each alias counts on its own."""
        shared = np.zeros(len(self.masses), dtype=np.float32)
        for term in terms:
            _add_best(shared, self.heading_postings, term.weight, term.senses)
        asked = weights.HEADING_ASKED * sum(term.weight for term in terms)
        likeness = shared / (asked + weights.HEADING_NAMED * self.masses + weights.HEADING_SHARED * shared)
        return np.maximum.reduceat(likeness, self.owners[:-1])


def _add_best(total: NDArray[np.float32], postings: Postings, factor: float, senses: Sequence[Sense]) -> None:
    """Add to each row the strongest of several senses that it holds."""
    if not senses:
        return
    if len(senses) == 1:
        place = postings.of(senses[0].term)
        total[postings.rows[place]] += _gains(postings, place, factor * senses[0].strength)
        return
    places = [(postings.of(sense.term), factor * sense.strength) for sense in reversed(senses)]
    rows = np.concatenate([postings.rows[place] for place, _ in places])
    best = np.zeros_like(total)
    best[rows] = np.concatenate([_gains(postings, place, strength) for place, strength in places])  # the last one stays
    total += best


def _gains(postings: Postings, place: slice, strength: float) -> NDArray[np.float32]:
    return postings.impacts[place] * np.float32(strength)
