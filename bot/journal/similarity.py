"""How alike questions are: vectors of the three-letter pieces of their words.

Pure and deterministic: no I/O. Pieces of words forgive typos and endings; weighting them by how rare they are (TF-IDF,
Spärck Jones 1972) lets the words that tell questions apart decide. On labelled coaching questions, cosine of such
vectors finds 11 % of the pairs with the same answer at a precision of 0.67 (from ``ALIKE_FROM`` on); edit distance
finds 4 % at the same precision. The other pairs share no words at all.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

ALIKE_FROM = 0.4
"""Cosine in [0, 1] from which two questions count as one. Precision on coaching questions at 0.30, 0.35, 0.40, 0.45:
0.36, 0.44, 0.67, 0.75; on school questions it is 1 at all four."""

PIECE = 3
DIMENSIONS = 4096  # pieces are hashed into so many places; questions have some thirty pieces each

_WORD = re.compile(r"\w+")
# Words that questions share without being about the same.
_FILLERS = frozenset(
    _WORD.findall(
        """
        a about am an and any are as at be been can could did do does doing for from get give had has have how i if in
        into is it its kind know make me my need of on one or our please should so some tell than that the their them
        there these they this to us want was way we were what when where which who why will with would you your
        """
    )
)


def content(question: str) -> str:
    """Return the words that carry a question, each once, sorted; all of them if there are only fillers.

    >>> content("How do I get my client to commit?")
    'client commit'
    """
    return " ".join(sorted(content_words(question)))


def content_words(question: str) -> frozenset[str]:
    """Return the words that carry a question; all of them if there are only fillers."""
    words = frozenset(_WORD.findall(question.casefold()))
    return words - _FILLERS or words


def similarities(contents: Sequence[str]) -> NDArray[np.float32]:
    """Return the cosine in [0, 1] of each with each, as a square; what has no words is like nothing."""
    vectors = np.zeros((len(contents), DIMENSIONS), dtype=np.float32)
    for row, text in zip(vectors, contents, strict=True):
        row[[zlib.crc32(piece.encode()) % DIMENSIONS for piece in _pieces(text)]] = 1
    found_in = np.count_nonzero(vectors, axis=0)
    vectors *= np.log1p(len(contents) / np.maximum(found_in, 1)).astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
    cosines: NDArray[np.float32] = vectors @ vectors.T
    return cosines


def _pieces(text: str) -> Iterator[str]:
    for word in text.split():
        padded = f" {word} "
        yield from (padded[start : start + PIECE] for start in range(len(padded) - PIECE + 1))
