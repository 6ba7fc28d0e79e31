"""Pairs of titles that mean the same thing, found without comparing all pairs. Pure: no I/O.

Titles are compared only if they share two of their rarest words, which near-duplicates do. Then RapidFuzz decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALIKE = 90  # of 100, with sorted words; in 3,115 real articles four pairs lie above, and all four ask the same
_RARE_WORDS = 4  # per title; near-duplicates share at least two of the four rarest
_LARGEST_BLOCK = 60  # a pair of words in more titles than this is a phrase of the house, and tells nothing
_WORD = re.compile(r"\w+")


def similar_titles(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find titles that are nearly, but not exactly, the same.

    Titles that differ in a number, such as those of a series, do not count.

    Yields:
        Indexes of an earlier and a later title; each later title at most once, in their order.
    """
    plain = [title.casefold() for title in titles]
    words = [tuple(_WORD.findall(title)) for title in plain]
    ordered = [" ".join(sorted(title)) for title in words]
    found: dict[int, int] = {}
    for first, second in _candidates(words):
        if second not in found and plain[first] != plain[second] and _is_alike(ordered[first], ordered[second]):
            found[second] = first
    yield from ((found[second], second) for second in sorted(found))


def _candidates(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    frequency = Counter(word for title in words for word in set(title))
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, title in enumerate(words):
        rarest = sorted(set(title), key=lambda word: (frequency[word], word))[:_RARE_WORDS]
        for pair in combinations(sorted(rarest), min(2, len(rarest))):
            blocks[pair].append(index)
    for block in blocks.values():
        if len(block) <= _LARGEST_BLOCK:
            yield from combinations(block, 2)


def _is_alike(first: str, second: str) -> bool:
    return fuzz.ratio(first, second, score_cutoff=ALIKE) > 0 and _numbers(first) == _numbers(second)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)
