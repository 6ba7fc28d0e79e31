"""Compare a question closely with a few articles: each kind of evidence is a number in [0, 1].

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.search import fields, weights
from bot.search.ragged import spans

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.query import Question
    from bot.search.ragged import Ragged
    from bot.search.term_matches import Matches, Senses


class Mention(NamedTuple):
    """A term of an article that stands for a word of the question (by place), and the mask of fields it is in."""

    place: int
    term: int
    fields: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a close comparison shows, one row an article.

    ``table`` has a column for each kind of evidence, ``headings`` are the headings most like the question, ``masses``
    add up how telling their words are. ``in_heading`` and ``covered`` tell how well that heading, and the article as a
    whole, have each of the question's terms, in [0, 1]. ``count`` is how many articles there are in all.
    """

    table: NDArray[np.float64]
    headings: NDArray[np.int64]
    in_heading: NDArray[np.float64]
    covered: NDArray[np.float64]
    masses: NDArray[np.float32]
    count: int


@dataclass(frozen=True, slots=True)
class Comparer:
    """The tables a close comparison needs: entries by article, headings by article, terms by heading."""

    entries: Ragged
    impacts: NDArray[np.uint8]
    fields: NDArray[np.uint8]
    passages: NDArray[np.uint16]
    owners: NDArray[np.int64]
    headings: Ragged
    masses: NDArray[np.float32]

    def compare(self, question: Question, senses: Senses, articles: NDArray[np.int64]) -> Comparison:
        """Give one row an article, one column a kind of evidence, as ``weights.LEXICAL`` names them."""
        rows, holders = spans(self.owners, articles)
        held = self._held(senses, rows)
        likeness = self._likeness(question, senses, rows, held)
        best = _last_of_each(holders, likeness @ weights.HEADING_WEIGHTS)
        whole, covered = self._whole(senses, articles, held[best])
        return Comparison(
            table=np.column_stack([likeness[best], whole]),
            headings=rows[best],
            in_heading=held[best],
            covered=covered,
            masses=self.masses[rows[best]],
            count=len(self.owners) - 1,
        )

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

    def alike(self, rows: NDArray[np.int64], best: int) -> NDArray[np.bool_]:
        """Tell which of some headings say the same as the one at ``best``, word for word."""
        first, length = self.headings.offsets[rows], self.headings.offsets[rows + 1] - self.headings.offsets[rows]
        is_same = length == length[best]
        wanted = self.headings.row(int(rows[best]))
        for place in np.flatnonzero(is_same):
            is_same[place] = np.array_equal(self.headings.values[first[place] : first[place] + len(wanted)], wanted)
        return np.asarray(is_same)

    def heading_place(self, article: int, row: int) -> int:
        """Tell which of an article's headings a row is, counted from 0."""
        return row - int(self.owners[article])

    def _held(self, senses: Senses, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Tell how well each heading has each of the question's terms; (headings, terms)."""
        places, owners = self.headings.places(rows)
        found = senses.matches(self.headings.values[places])
        return senses.best(owners[found.entries], found, found.strengths, len(rows))

    def _likeness(
        self, question: Question, senses: Senses, rows: NDArray[np.int64], held: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Compare with headings: words asked that it has, its words that were asked, same beginning, all the same."""
        asked = held @ senses.shares
        exact = (held >= weights.EXACT_FROM) @ senses.shares
        named = np.minimum(asked * question.mass / np.maximum(self.masses[rows], 1e-6), 1)
        opening = self._opening(question.sequence, rows)
        length = self.headings.offsets[rows + 1] - self.headings.offsets[rows]
        same = (opening == 1) & (length == len(question.sequence))
        return np.column_stack([asked, named, opening, same, exact])

    def _opening(self, sequence: tuple[int, ...], rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """Tell what share of the question's words, from the first on, a heading begins with."""
        places = self.headings.offsets[rows][:, None] + np.arange(len(sequence))
        is_inside = places < self.headings.offsets[rows + 1][:, None]
        held = self.headings.values[np.minimum(places, max(len(self.headings.values) - 1, 0))]
        alike = (held == np.array(sequence)) & is_inside
        return np.asarray(np.cumprod(alike, axis=1).mean(axis=1))

    def _whole(
        self, senses: Senses, articles: NDArray[np.int64], heading: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Compare with whole articles: BM25, words found anywhere, among the keywords, as they stand, in one passage.

        Of the aliases, only the best heading counts, if it is one: many aliases never add up. Beside the evidence, how
        well each article has each of the question's terms; (articles, terms).
        """
        places, owners = self.entries.places(articles)
        found = senses.matches(self.entries.values[places])
        rows, spots, count = owners[found.entries], places[found.entries], len(articles)
        is_keyword = (self.fields[spots] & fields.KEYWORDS) > 0
        is_text = (self.fields[spots] & ~np.uint8(fields.ALIAS)) > 0
        article = senses.best(rows, found, found.strengths * self.impacts[spots] / 255, count)
        covered = np.maximum(senses.best(rows, found, found.strengths * is_text, count), heading)
        keywords = senses.best(rows, found, found.strengths * is_keyword, count)
        exact = covered >= weights.EXACT_FROM
        passage = self._passage(senses, found, rows, spots, count)
        return np.column_stack(
            [*(table @ senses.shares for table in (article, covered, keywords, exact)), passage]
        ), covered

    def _passage(
        self, senses: Senses, found: Matches, rows: NDArray[np.int64], spots: NDArray[np.int64], count: int
    ) -> NDArray[np.float64]:
        """Tell how much of the question the best passage of each article has."""
        bits = self.passages[spots].astype(np.int64)[:, None] >> np.arange(fields.MOST_PASSAGES) & 1
        places, passages = np.nonzero(bits)
        width = len(senses.shares)
        table = np.zeros(count * fields.MOST_PASSAGES * width)
        cells = (rows[places] * fields.MOST_PASSAGES + passages) * width + found.terms[places]
        np.maximum.at(table, cells, found.strengths[places])
        return np.asarray((table.reshape(count, fields.MOST_PASSAGES, width) @ senses.shares).max(axis=1))


def _last_of_each(holders: NDArray[np.int64], scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give for each holder the place of its highest score."""
    order = np.lexsort((scores, holders))
    return np.asarray(order[np.append(np.flatnonzero(np.diff(holders[order])), len(order) - 1)])
