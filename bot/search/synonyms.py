"""Words and phrases that mean the same, from groups that authors or the thesaurus give.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from bot.search.text import stemmer, words
from bot.search.vocabulary import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.search.vocabulary import Vocabulary

Phrase = tuple[str, ...]


class Synonym(NamedTuple):
    """A term of the corpus; ``share`` in (0, 1] is its part of its phrase, ``written`` is how the group writes it."""

    term: int
    share: float
    written: str


@dataclass(frozen=True, slots=True)
class Synonyms:
    """For each phrase of stems, the terms that mean the same; no phrase is longer than ``longest``."""

    same: Mapping[Phrase, tuple[Synonym, ...]]
    longest: int

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]], language: str, stems: Vocabulary) -> Synonyms:
        """Read groups of words or phrases; those that the corpus never uses cannot be found and are left out."""
        phrases = _phrases(groups, language)
        distinct = list({stem for group in phrases for phrase in group for stem in phrase})
        terms = dict(zip(distinct, stems.numbers(distinct).tolist(), strict=True))
        same: dict[Phrase, dict[Synonym, None]] = {}
        for group in phrases:
            for one, other in permutations(group, 2):
                same.setdefault(one, {}).update(dict.fromkeys(_parts(other, group[other], terms)))
        return cls({one: tuple(others) for one, others in same.items()}, max(map(len, same), default=0))

    def of_words(self, stems: Sequence[str]) -> dict[str, list[Synonym]]:
        """Give for each stem of a question the terms that may stand for it."""
        found: dict[str, list[Synonym]] = {}
        for length in range(1, self.longest + 1):
            for start in range(len(stems) - length + 1):
                phrase = tuple(stems[start : start + length])
                for word in phrase if phrase in self.same else ():
                    found.setdefault(word, []).extend(self.same[phrase])
        return found


def _phrases(groups: Sequence[Sequence[str]], language: str) -> list[dict[Phrase, list[str]]]:
    """Stem the members of each group; beside each, its words as written."""
    stem = stemmer(language).stemWords
    split = [[words(member) for member in group] for group in groups]
    return [{tuple(stem(member)): member for member in group if member} for group in split]


def _parts(phrase: Phrase, written: Sequence[str], terms: Mapping[str, int]) -> Iterator[Synonym]:
    for stem, word in zip(phrase, written, strict=True):
        if terms[stem] != ABSENT:
            yield Synonym(terms[stem], 1 / len(phrase), word)
