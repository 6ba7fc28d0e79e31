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
    from bot.search.query import Question, Sense, Term
    from bot.search.ragged import Ragged


_BLOCK = 32
_NOWHERE = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Finder:
    """The inverted lists of ``count`` articles, and for each term the headings that hold it.

    For each heading, ``holders`` is its article and ``masses`` adds up how telling its words are.
    """

    count: int
    postings: Postings
    headings: Ragged
    holders: NDArray[np.int64]
    masses: NDArray[np.float32]

    def find(self, question: Question) -> NDArray[np.int64]:
        """Give the most promising articles in corpus order, those without any word of the question left out."""
        terms = [term for term in question.terms if term.is_telling] or list(question.terms)
        terms = terms[: weights.MOST_TERMS_SOUGHT]
        if not terms or not self.count:
            return np.zeros(0, dtype=np.int64)
        scores = self._heading_scores(terms) + (weights.ARTICLE_SHARE * self._article_scores(terms))[self.holders]
        rows = largest(scores, weights.CANDIDATES)
        return np.unique(self.holders[rows[scores[rows] > 0]])

    def _article_scores(self, terms: Sequence[Term]) -> NDArray[np.float32]:
        """Score whole articles by fielded BM25, as a share of the best possible.

        Synonyms, whose lists are long, count only for words that no article has.
        """
        total = np.zeros(self.count, dtype=np.float32)
        for term in terms:
            own = [sense for sense in term.senses if sense.origin != "synonym"]
            for sense in own or term.senses:
                place = self.postings.of(sense.term)
                np.add.at(total, self.postings.rows[place], self.postings.impacts[place] * _gain(term, sense))
        return total / np.float32(255 * sum(term.weight for term in terms))

    def _heading_scores(self, terms: Sequence[Term]) -> NDArray[np.float32]:
        """Score every heading's likeness to the question: each alias counts on its own.

        Two senses of one word count twice, unlike in the close comparison: good enough to choose by, and three times
        as fast.
        """
        held = [self.headings.row(sense.term) for term in terms for sense in term.senses]
        gains = np.array([_gain(term, sense) for term in terms for sense in term.senses], dtype=np.float32)
        lengths = np.array([len(rows) for rows in held], dtype=np.int64)
        rows = np.concatenate([_NOWHERE, *held])
        shared = np.bincount(rows, weights=np.repeat(gains, lengths), minlength=len(self.masses))
        asked = weights.HEADING_ASKED * sum(term.weight for term in terms)
        return np.asarray(shared / (asked + weights.HEADING_NAMED * self.masses), dtype=np.float32)


def _gain(term: Term, sense: Sense) -> np.float32:
    return np.float32(term.weight * sense.strength)


def largest(scores: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """Find the ``count`` largest scores, ascending by place.

    Of as many blocks as wanted, the best of each is reached: so only scores at least as good as the
    ``count``-th best block can be among the largest, and few have to be sorted.
    """
    if len(scores) > count * _BLOCK:
        whole = len(scores) // _BLOCK * _BLOCK
        peaks = scores[:whole].reshape(-1, _BLOCK).max(axis=1)
        floor = np.partition(peaks, len(peaks) - count)[len(peaks) - count]
        near = np.flatnonzero(scores >= floor)
    else:
        near = np.arange(len(scores))
    few = min(count, len(near))
    return np.sort(near[np.argpartition(scores[near], len(near) - few)[len(near) - few :]])
