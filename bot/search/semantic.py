"""Meaning evidence: how near a question's vector is to those of titles, aliases and descriptions.

What turns text into vectors is somebody else's (``Encoder``); here they are kept as bytes and compared, all of them, by
one matrix product. For 36,000 headings that takes a third of the time of encoding the question, for 100,000 about as
long, for 400,000 three to five times as long: from some hundred thousand on, an approximate index would pay. Pure: no
I/O.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from bot.search import fields, weights
from bot.search.analyzer import normalise
from bot.search.candidates import largest
from bot.search.ragged import spans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.model import Article
    from bot.search.query import Question

_WORD = re.compile(r"[^\W_]+")
_LEVELS = 127
_PREFIX = "meaning_"


class Encoder(Protocol):
    """Turns text into vectors; the same text always into the same."""

    def encode(self, text: str) -> NDArray[np.float32]:
        """Give the text's vector, of length 1."""
        ...

    def knows(self, word: str) -> bool:
        """Tell whether a word is one that it learned as a whole: then it is no misspelling."""
        ...


@dataclass(frozen=True, slots=True)
class Quantised:
    """Vectors as bytes, one a row, each with the scale that its bytes are multiplied by."""

    codes: NDArray[np.int8]
    scales: NDArray[np.float32]

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> Quantised:
        """Round vectors of length 1: products change by .001 at most."""
        scales = np.maximum(np.abs(vectors).max(axis=1, initial=0.0), 1e-6) / _LEVELS
        return cls(np.rint(vectors / scales[:, None]).astype(np.int8), scales.astype(np.float32))

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Give some rows as they were, but for the rounding."""
        return self.codes[rows] * self.scales[rows, None]

    def products(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Multiply all rows with a vector; it is rounded, too, so this is for choosing, not for comparing closely."""
        import simsimd  # noqa: PLC0415  (comes with the extra, which search by words does without)

        one = Quantised.of(vector[None])
        dots = np.asarray(simsimd.cdist(one.codes, self.codes, metric="dot"))[0]
        return np.asarray(dots * (self.scales * one.scales[0]), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of all headings, of all descriptions, and of each heading with its article's description.

    ``owners`` are the offsets of each article's headings, ``holders`` the articles of the headings.
    """

    encoder: Encoder
    headings: Quantised
    descriptions: Quantised
    both: Quantised
    owners: NDArray[np.int64]
    holders: NDArray[np.int64]

    @classmethod
    def from_arrays(cls, encoder: Encoder, arrays: Mapping[str, NDArray[Any]]) -> Meanings:
        """Take up what ``to_arrays`` gave, with an index's ``heading_owners``.

        Raises:
            KeyError: an array is missing.
        """
        headings, descriptions, both = (
            Quantised(arrays[f"{_PREFIX}{part}"], arrays[f"{_PREFIX}{part}_scales"])
            for part in ("headings", "descriptions", "both")
        )
        owners = arrays["heading_owners"]
        holders = np.repeat(np.arange(len(owners) - 1), np.diff(owners))
        return cls(encoder, headings, descriptions, both, owners, holders)

    def of(self, question: Question) -> NDArray[np.float32] | None:
        """Give the vector of a question as it was meant; None if it has no word."""
        return self.encoder.encode(as_meant(question, self.encoder)) if question.terms else None

    def nearest(self, vector: NDArray[np.float32]) -> NDArray[np.int64]:
        """Give the articles nearest in meaning, in corpus order."""
        return np.unique(self.holders[largest(self.both.products(vector), weights.CANDIDATES)])

    def compare(self, vector: NDArray[np.float32], articles: NDArray[np.int64]) -> NDArray[np.float64]:
        """Compare with the nearest heading of each article, and with its description: two columns in [0, 1]."""
        rows, holders = spans(self.owners, articles)
        likeness = self.headings.vectors(rows) @ vector
        nearest = np.maximum.reduceat(likeness, np.flatnonzero(np.diff(holders, prepend=-1)))
        return np.column_stack([nearest, self.descriptions.vectors(articles) @ vector]).clip(0, 1).astype(np.float64)

    def nearest_heading(self, vector: NDArray[np.float32], article: int) -> int:
        """Tell which of an article's headings is nearest in meaning, counted from 0."""
        first, last = self.owners[article : article + 2]
        return int(np.argmax(self.headings.vectors(np.arange(first, last)) @ vector))


def as_meant(question: Question, encoder: Encoder) -> str:
    """Give a question's text with the words mended that neither the corpus nor the encoder knows.

    A misspelt word is syllables to the encoder. Words that it learned as a whole are real, whatever resembles them.
    """
    mended = {}
    for term in question.terms:
        own = [sense for sense in term.senses if sense.origin != "synonym"]
        if own and own[0].origin != "word" and not encoder.knows(term.word):
            mended[term.word] = own[0].written
    text = question.text[: weights.MOST_CHARACTERS_ENCODED]
    return _WORD.sub(lambda word: mended.get(normalise(word[0]), word[0]), text) if mended else text


def passages(articles: Sequence[Article]) -> list[str]:
    """List the texts whose vectors ``to_arrays`` wants: the headings of all articles, then their descriptions."""
    headings = [text for article in articles for _, text in fields.headings(article)]
    return headings + [article.description or article.title for article in articles]


def to_arrays(articles: Sequence[Article], encoded: Quantised) -> dict[str, NDArray[Any]]:
    """Give the arrays of the meanings of articles; ``encoded`` are the vectors of their ``passages``."""
    lengths = np.array([len(fields.headings(article)) for article in articles], dtype=np.int64)
    count = int(lengths.sum())
    headings = Quantised(encoded.codes[:count], encoded.scales[:count])
    descriptions = Quantised(encoded.codes[count:], encoded.scales[count:])
    parts = {"headings": headings, "descriptions": descriptions, "both": _both(headings, descriptions, lengths)}
    codes = {f"{_PREFIX}{name}": part.codes for name, part in parts.items()}
    return codes | {f"{_PREFIX}{name}_scales": part.scales for name, part in parts.items()}


def _both(headings: Quantised, descriptions: Quantised, lengths: NDArray[np.int64]) -> Quantised:
    """Add up in blocks: all vectors of a large corpus at full width would take a hundred megabytes."""
    holders = np.repeat(np.arange(len(lengths)), lengths)
    blocks = [
        Quantised.of(headings.vectors(rows) + descriptions.vectors(holders[rows]))
        for rows in np.array_split(np.arange(len(holders)), len(holders) // 4096 + 1)
    ]
    return Quantised(np.concatenate([one.codes for one in blocks]), np.concatenate([one.scales for one in blocks]))
