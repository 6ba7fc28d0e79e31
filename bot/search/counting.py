"""Count the words of all articles: each distinct word is stemmed once, each field counted by sorting integers.

Pure: no I/O.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search import fields, weights
from bot.search.postings import pack
from bot.search.text import stemmer, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from bot.model import Article

_CHUNK = 2000  # articles counted at once: bounds the memory of a build, long enough for numpy to pay
_TERM_SHIFT = np.uint64(32)


class TermNumbers(dict[str, int]):
    """Number stems in order of appearance; a word met for the first time is stemmed, later ones are looked up."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stem: Callable[[str], str] = stemmer(language).stemWord
        self.stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        """Stem a new word."""
        number = self[word] = self.stems.setdefault(self._stem(word), len(self.stems))
        return number


@dataclass(frozen=True, slots=True)
class Rows:
    """Texts as term numbers, one after the other; row ``i`` is ``terms[offsets[i]:offsets[i + 1]]``."""

    terms: NDArray[np.int32]
    offsets: NDArray[np.int64]


def count_texts(texts: Iterable[str], numbers: TermNumbers) -> Rows:
    """Split texts into words and number them."""
    terms, ends = array("i"), array("q", [0])
    for text in texts:
        terms.extend(map(numbers.__getitem__, words(text)))
        ends.append(len(terms))
    return Rows(np.array(terms, dtype=np.int32), np.array(ends, dtype=np.int64))


def count_articles(articles: Sequence[Article], numbers: TermNumbers) -> NDArray[np.uint64]:
    """Count all fields of all articles into packed postings; terms are as ``numbers`` has them."""
    chunks = [
        _count_chunk(articles[start : start + _CHUNK], start, numbers) for start in range(0, len(articles), _CHUNK)
    ]
    return np.concatenate(chunks) if chunks else np.zeros(0, dtype=np.uint64)


def _count_chunk(articles: Sequence[Article], first: int, numbers: TermNumbers) -> NDArray[np.uint64]:
    counted = [_count_field(articles, field, numbers) for field in fields.NAMES]
    keys = np.concatenate([keys for keys, _, _ in counted])
    order = np.argsort(keys, kind="stable")  # five sorted runs: merging, not sorting
    keys = keys[order]
    starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] + np.uint64(1)))
    strengths = np.add.reduceat(np.concatenate([strength for _, strength, _ in counted])[order], starts)
    masks = np.bitwise_or.reduceat(np.concatenate([mask for _, _, mask in counted])[order], starts)
    found = keys[starts]
    return pack(
        terms=(found & np.uint64(0xFFFFFFFF)).astype(np.int64),
        rows=(found >> _TERM_SHIFT).astype(np.int64) + first,
        impacts=_saturated(strengths),
        fields=masks,
    )


def _count_field(
    articles: Sequence[Article], field: int, numbers: TermNumbers
) -> tuple[NDArray[np.uint64], NDArray[np.float32], NDArray[np.uint8]]:
    """Give, sorted by article and term: the pair as one key, its strength in the field, the field's bit."""
    rows = count_texts((fields.text_of(article, field) for article in articles), numbers)
    lengths = np.diff(rows.offsets)
    places = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
    keys, counts = np.unique((places << _TERM_SHIFT) | rows.terms.astype(np.uint64), return_counts=True)
    norms = 1 - weights.LENGTH_INFLUENCE + weights.LENGTH_INFLUENCE * lengths / weights.FIELD_LENGTH[field]
    strengths = weights.FIELD_STRENGTH[field] * counts / norms[(keys >> _TERM_SHIFT).astype(np.int64)]
    return keys, strengths.astype(np.float32), np.full(len(keys), field, dtype=np.uint8)


def _saturated(strengths: NDArray[np.float32]) -> NDArray[np.uint8]:
    """BM25's saturation in [0, 1), as a byte; a word that is there at all keeps at least 1 (aliases apart)."""
    share = strengths / (weights.SATURATION + strengths)
    return np.where(strengths > 0, np.maximum(np.rint(255 * share), 1), 0).astype(np.uint8)
