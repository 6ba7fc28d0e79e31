"""Words and phrases that mean the same, from groups that authors or the thesaurus give.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from bot.search.text import stemmer, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """For each phrase of stems, the phrases of stems that mean the same; no phrase is longer than ``longest``."""

    same: Mapping[Phrase, tuple[Phrase, ...]]
    longest: int

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]], language: str) -> Synonyms:
        """Read groups of words or phrases."""
        stem = stemmer(language).stemWords
        same: dict[Phrase, dict[Phrase, None]] = {}
        for group in groups:
            phrases = dict.fromkeys(tuple(stem(words(member))) for member in group)
            phrases.pop((), None)
            for one, other in permutations(phrases, 2):
                same.setdefault(one, {})[other] = None
        return cls({one: tuple(others) for one, others in same.items()}, max(map(len, same), default=0))

    def of_words(self, stems: Sequence[str]) -> dict[str, dict[str, float]]:
        """Give for each stem of a question those that may stand for it; a word of a phrase has its share in (0, 1]."""
        found: dict[str, dict[str, float]] = {}
        for phrase in self._phrases(stems):
            for other in self.same.get(phrase, ()):
                for word in phrase:
                    _raise(found.setdefault(word, {}), other)
        return found

    def _phrases(self, stems: Sequence[str]) -> Iterator[Phrase]:
        for length in range(1, self.longest + 1):
            for start in range(len(stems) - length + 1):
                yield tuple(stems[start : start + length])


def _raise(shares: dict[str, float], phrase: Phrase) -> None:
    for word in phrase:
        shares[word] = max(shares.get(word, 0.0), 1 / len(phrase))
