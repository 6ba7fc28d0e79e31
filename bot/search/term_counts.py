"""Count the words of all articles: each distinct word is stemmed once, each field counted by sorting integers.

Pure: no I/O.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bot.progress import OnProgress, ignore
from bot.search import fields, weights
from bot.search.analyzer import stemmer, words
from bot.search.postings import Entries
from bot.search.ragged import Ragged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from bot.model import Article


_CHUNK = 2000  # articles counted at once: bounds the memory of a build, long enough for numpy to pay
_SHIFT = np.uint64(32)


class TermNumbers(dict[str, int]):
    """Number stems in order of appearance; a word met for the first time is stemmed, later ones are looked up."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stem: Callable[[str], str] = stemmer(language).stemWord
        self.stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        """Stem a new word; some stemmers take quadratic time, and nobody can ask for a longer one."""
        stem = self._stem(word[: weights.MOST_CHARACTERS])
        number = self[word] = self.stems.setdefault(stem, len(self.stems))
        return number


def count_texts(texts: Iterable[str], numbers: TermNumbers, seen: set[str] | None = None) -> Ragged:
    """Split texts into words and number them, in order; note the distinct words in ``seen``."""
    terms, ends = array("i"), array("q", [0])
    for text in texts:
        found = words(text)
        terms.extend(map(numbers.__getitem__, found))
        ends.append(len(terms))
        if seen is not None:
            seen.update(found)
    return Ragged(np.array(terms, dtype=np.int32), np.array(ends, dtype=np.int64))


def count_articles(
    articles: Sequence[Article], numbers: TermNumbers, short: set[str], *, on_progress: OnProgress = ignore
) -> Entries:
    """Count all fields of all articles, article by article; terms are as ``numbers`` has them.

    The words of all fields but the answer are added to ``short``. ``on_progress`` is told how many articles are counted
    so far, of how many.
    """
    chunks = [_nothing()]  # numpy joins no empty list
    for start in range(0, len(articles), _CHUNK):
        chunk = articles[start : start + _CHUNK]
        chunks.append(_count_chunk(chunk, start, numbers, short))
        on_progress(start + len(chunk), len(articles))
    return Entries(
        rows=np.concatenate([chunk.rows for chunk in chunks]),
        terms=np.concatenate([chunk.terms for chunk in chunks]),
        impacts=np.concatenate([chunk.impacts for chunk in chunks]),
        fields=np.concatenate([chunk.fields for chunk in chunks]),
        passages=np.concatenate([chunk.passages for chunk in chunks]),
    )


def _count_chunk(articles: Sequence[Article], first: int, numbers: TermNumbers, short: set[str]) -> Entries:
    counted = [_count_field(articles, field, numbers, short) for field in fields.NAMES]
    keys, strengths, masks, passages = (np.concatenate(column) for column in zip(*counted, strict=True))
    order = np.argsort(keys, kind="stable")  # five sorted runs: merging, not sorting
    found, starts = np.unique(keys[order], return_index=True)
    rows = (found >> _SHIFT).astype(np.int32) + np.int32(first)
    if not len(found):
        return _nothing()
    return Entries(
        rows=rows,
        terms=(found & np.uint64(0xFFFFFFFF)).astype(np.int32),
        impacts=_saturated(np.add.reduceat(strengths[order], starts)),
        fields=np.bitwise_or.reduceat(masks[order], starts),
        passages=np.bitwise_or.reduceat(passages[order], starts),
    )


def _nothing() -> Entries:
    number, byte = np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint8)
    return Entries(number, number, byte, byte, np.zeros(0, dtype=np.uint16))


def _count_field(
    articles: Sequence[Article], field: int, numbers: TermNumbers, short: set[str]
) -> tuple[NDArray[np.uint64], NDArray[np.float32], NDArray[np.uint8], NDArray[np.uint16]]:
    """Give, sorted by article and term: the pair as one key, its strength in the field, the field's bit, passages."""
    is_answer = field == fields.ANSWER
    parts = [fields.passages(one.answer) if is_answer else [fields.text_of(one, field)] for one in articles]
    texts = count_texts((text for part in parts for text in part), numbers, None if is_answer else short)
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    owners = np.repeat(np.arange(len(parts)), sizes)
    bits = np.uint16(is_answer) << (np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)).astype(
        np.uint16
    )
    keys = (np.repeat(owners, texts.lengths()).astype(np.uint64) << _SHIFT) | texts.values.astype(np.uint64)
    order = np.argsort(keys, kind="stable")
    found, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
    if not len(found):
        return found, np.zeros(0, np.float32), np.zeros(0, np.uint8), np.zeros(0, np.uint16)
    passages = np.bitwise_or.reduceat(np.repeat(bits, texts.lengths())[order], starts)
    lengths = np.bincount(owners, weights=texts.lengths(), minlength=len(parts))
    norms = 1 + weights.LENGTH_INFLUENCE * (lengths / weights.FIELD_LENGTH[field] - 1)
    strengths = weights.FIELD_STRENGTH[field] * counts / norms[(found >> _SHIFT).astype(np.int64)]
    return found, strengths.astype(np.float32), np.full(len(found), field, dtype=np.uint8), passages


def _saturated(strengths: NDArray[np.float32]) -> NDArray[np.uint8]:
    """BM25's saturation in [0, 1), as a byte; a word that is there at all keeps at least 1 (aliases apart)."""
    share = strengths / (weights.SATURATION + strengths)
    return np.where(strengths > 0, np.maximum(np.rint(255 * share), 1), 0).astype(np.uint8)
