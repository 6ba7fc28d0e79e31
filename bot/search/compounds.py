"""Words that people write together or apart: selfawareness, feed back, pro-crastination, covid19.

A question is read as the corpus writes it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from bot.search import weights
from bot.search.analyzer import words
from bot.search.spelling import Spelling
from bot.search.stopwords import STOP
from bot.search.vocabulary import ABSENT

_HYPHENATED = re.compile(r"(?<![^\W_])[^\W_]++(?:[-\u2010\u2011][^\W_]++)+")
_DIGITS = re.compile(r"\d+|\D+")


def joined_pairs(text: str, asked: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield words that may be one: those joined by hyphens, and neighbours that are no mere grammar."""
    for match in _HYPHENATED.finditer(text):
        parts = tuple(words(match[0]))
        yield parts, "".join(parts)
    for one, other in pairwise(asked):
        if not {one, other} & STOP:
            yield (one, other), one + other


def split(word: str, spelling: Spelling) -> list[str]:
    """Split a word that nobody knows into words of the corpus's short texts; empty if it is no such compound."""
    if not word.isascii() or len(word) > weights.LONGEST_SPLIT:
        return []
    if not word.isalpha():
        parts = _DIGITS.findall(word)
        return parts if len(parts) > 1 and any(len(part) > 1 for part in parts) else []
    return _fewest_words(word, spelling) if len(word) >= weights.SHORTEST_SPLIT else []


def _fewest_words(word: str, spelling: Spelling) -> list[str]:
    """Find the likeliest words that make up another: each costs the logarithm of its rarity."""
    size = len(word)
    spans = [(start, end) for start in range(size) for end in range(start + 2, size + 1)]
    numbers = spelling.words.numbers([word[start:end] for start, end in spans])
    total = int(spelling.frequencies.max(initial=0)) + 1
    costs: list[float] = [0.0] + [np.inf] * size
    before = [0] * (size + 1)
    for (start, end), number in sorted(zip(spans, numbers.tolist(), strict=True), key=lambda one: one[0][1]):
        if number == ABSENT or (end - start < weights.SHORTEST_PART and word[start:end] not in STOP):
            continue
        frequency = int(spelling.frequencies[number])
        cost = costs[start] + 1 + float(np.log(total / max(frequency, 1)))
        if frequency >= weights.LEAST_PART_FREQUENCY and cost < costs[end]:
            costs[end], before[end] = cost, start
    if costs[size] == np.inf:
        return []
    parts: list[str] = []
    end = size
    while end:
        parts.insert(0, word[before[end] : end])
        end = before[end]
    return parts
