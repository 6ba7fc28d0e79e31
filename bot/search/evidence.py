"""Compare a question closely with a few articles: each kind of evidence is a number in [0, 1].

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.search import fields, weights
from bot.search.ragged import Ragged, spans

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.question import Question


class Mention(NamedTuple):
    """A term of an article that stands for a word of the question (by place), and the mask of fields it is in."""

    place: int
    term: int
    fields: int


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

    def coverage(
        self, rows: NDArray[np.int64], matches: Matches, values: NDArray[np.float64], count: int
    ) -> NDArray[np.float64]:
        """Add up, for each of ``count`` rows, the shares of the question's terms, each at its best value in the row."""
        best = np.zeros((count, len(self.shares)))
        np.maximum.at(best, (rows, matches.terms), values)
        return best @ self.shares


@dataclass(frozen=True, slots=True)
class Comparer:
    """The tables a close comparison needs: entries by article, headings by article, terms by heading."""

    entries: Ragged
    impacts: NDArray[np.uint8]
    fields: NDArray[np.uint8]
    owners: NDArray[np.int64]
    headings: Ragged
    masses: NDArray[np.float32]

    def compare(
        self, question: Question, senses: Senses, articles: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Give one row an article, one column a kind of evidence, as ``weights.EVIDENCE`` names them.

        Beside the table, the heading of each article that is most like the question.
        """
        headings, rows = self._best_headings(question, senses, articles)
        return np.column_stack([headings, self._whole(senses, articles)]), rows

    def mentions(self, senses: Senses, articles: NDArray[np.int64]) -> list[list[Mention]]:
        """List for each article what it says of the question's telling words, most telling first.

        Of several senses of one word, the strongest that the article has stands for it.
        """
        places, owners = self.entries.places(articles)
        found = senses.matches(self.entries.values[places])
        holders = owners[found.entries]
        order = np.lexsort((found.entries, -found.strengths, found.terms, holders))
        is_first = np.diff(holders[order] * len(senses.shares) + found.terms[order], prepend=-1) > 0
        told = order[is_first & senses.is_telling[found.terms[order]]]
        spots = places[found.entries[told]]
        columns = (found.terms[told], self.entries.values[spots], self.fields[spots])
        mentions: list[list[Mention]] = [[] for _ in articles]
        for holder, *mention in zip(holders[told].tolist(), *(column.tolist() for column in columns), strict=True):
            mentions[holder].append(Mention(*mention))
        return mentions

    def heading_place(self, article: int, row: int) -> int:
        """Tell which of an article's headings a row is, counted from 0."""
        return row - int(self.owners[article])

    def _whole(self, senses: Senses, articles: NDArray[np.int64]) -> NDArray[np.float64]:
        """Compare with whole articles: BM25, words found anywhere, words among the keywords."""
        places, owners = self.entries.places(articles)
        found = senses.matches(self.entries.values[places])
        rows, spots, count = owners[found.entries], places[found.entries], len(articles)
        is_keyword = (self.fields[spots] & fields.KEYWORDS) > 0
        return np.column_stack(
            [
                senses.coverage(rows, found, found.strengths * self.impacts[spots] / 255, count),
                senses.coverage(rows, found, found.strengths, count),
                senses.coverage(rows, found, found.strengths * is_keyword, count),
            ]
        )

    def _best_headings(
        self, question: Question, senses: Senses, articles: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Compare with every heading, and keep each article's best: many aliases never add up."""
        rows, holders = spans(self.owners, articles)
        evidence = self._headings(question, senses, rows)
        order = np.lexsort((evidence @ weights.HEADING_WEIGHTS, holders))
        last = order[np.append(np.flatnonzero(np.diff(holders[order])), len(order) - 1)]
        return evidence[last], rows[last]

    def _headings(self, question: Question, senses: Senses, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Compare with headings: words asked that it has, its words that were asked, same beginning, all the same."""
        places, owners = self.headings.places(rows)
        found = senses.matches(self.headings.values[places])
        asked = senses.coverage(owners[found.entries], found, found.strengths, len(rows))
        named = np.minimum(asked * question.mass / np.maximum(self.masses[rows], 1e-6), 1)
        opening = self._opening(question.sequence, rows)
        length = self.headings.offsets[rows + 1] - self.headings.offsets[rows]
        same = (opening == 1) & (length == len(question.sequence))
        return np.column_stack([asked, named, opening, same])

    def _opening(self, sequence: tuple[int, ...], rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Tell what share of the question's words, from the first on, a heading begins with."""
        places = self.headings.offsets[rows][:, None] + np.arange(len(sequence))
        is_inside = places < self.headings.offsets[rows + 1][:, None]
        held = self.headings.values[np.minimum(places, max(len(self.headings.values) - 1, 0))]
        alike = (held == np.array(sequence)) & is_inside
        return np.asarray(np.cumprod(alike, axis=1).mean(axis=1))
