"""Evidence from the whole article: fielded BM25 as a share of the best possible score.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.postings import Postings
    from bot.search.question import Question, Term


def scores(question: Question, postings: Postings, count: int) -> NDArray[np.float32]:
    """Score all articles in [0, 1)."""
    total = np.zeros(count, dtype=np.float32)
    for term in question.terms:
        _add(total, postings, term)
    return total / np.float32(max(question.mass, 1e-6))


def _add(total: NDArray[np.float32], postings: Postings, term: Term) -> None:
    if len(term.senses) == 1:
        place = postings.of(term.senses[0].term)
        factor = np.float32(term.weight * term.senses[0].strength / 255)
        total[postings.rows[place]] += postings.impacts[place] * factor
        return
    best = np.zeros_like(total)
    for sense in sorted(term.senses, key=lambda sense: sense.strength):
        place = postings.of(sense.term)
        gains = postings.impacts[place] * np.float32(term.weight * sense.strength / 255)
        best[postings.rows[place]] = np.maximum(best[postings.rows[place]], gains)
    total += best


def presence(question: Question, postings: Postings, articles: NDArray[np.int64], fields: int) -> NDArray[np.float32]:
    """Tell how strongly each article has each word of the question in any of some fields; (articles, terms)."""
    found = np.zeros((len(articles), len(question.terms)), dtype=np.float32)
    for column, term in enumerate(question.terms):
        for sense in term.senses:
            held = masks(postings, sense.term, articles) & fields
            found[:, column] = np.maximum(found[:, column], np.where(held, sense.strength, 0))
    return found


def masks(postings: Postings, term: int, articles: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Look up the field mask of a term in some articles; 0 where it is missing."""
    place = postings.of(term)
    rows = postings.rows[place]
    if not len(rows):
        return np.zeros(len(articles), dtype=np.uint8)
    spots = np.minimum(np.searchsorted(rows, articles), len(rows) - 1)
    return np.where(rows[spots] == articles, postings.fields[place][spots], 0).astype(np.uint8)


def all_fields() -> int:
    """Give the mask of every field."""
    return weights.TITLE | weights.ALIAS | weights.KEYWORDS | weights.DESCRIPTION | weights.ANSWER
