"""Words and phrases that mean the same, from groups that authors or the thesaurus give.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from bot.search.analyzer import stemmer, words
from bot.search.query import Sense
from bot.search.vocabulary import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.search.vocabulary import Vocabulary

Phrase = tuple[str, ...]


class Synonym(NamedTuple):
    """A stem by number; ``share`` in (0, 1] is its part of its phrase, ``written`` is how the group writes it."""

    number: int
    share: float
    written: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each phrase of stems, those that mean the same; independent of any corpus.

    ``stems`` are all stems, in the order of their numbers; no phrase is longer than ``longest``.
    """

    same: Mapping[Phrase, tuple[Synonym, ...]]
    stems: tuple[str, ...]
    longest: int

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]], language: str) -> Lexicon:
        """Read groups of words or phrases."""
        phrases = _phrases(groups, language)
        stems = tuple(dict.fromkeys(stem for group in phrases for phrase in group for stem in phrase))
        numbers = {stem: number for number, stem in enumerate(stems)}
        same: dict[Phrase, dict[Synonym, None]] = {}
        for group in phrases:
            for one, other in permutations(group, 2):
                same.setdefault(one, {}).update(dict.fromkeys(_parts(other, group[other], numbers)))
        return cls({one: tuple(others) for one, others in same.items()}, stems, max(map(len, same), default=0))


@dataclass(frozen=True, slots=True)
class Synonyms:
    """A lexicon as far as a corpus uses it: ``terms`` lead from a stem's number to its term, or to ``ABSENT``."""

    lexicon: Lexicon
    terms: Sequence[int]

    @classmethod
    def of(cls, lexicon: Lexicon, stems: Vocabulary) -> Synonyms:
        """Look up all stems of a lexicon."""
        return cls(lexicon, stems.numbers(lexicon.stems).tolist())

    def senses(self, stems: Sequence[str], strength: float) -> dict[str, list[Sense]]:
        """Give for each stem of a question what it may stand for in the corpus."""
        found: dict[str, list[Sense]] = {}
        for phrase in self._known_phrases(stems):
            others = [(self.terms[other.number], other) for other in self.lexicon.same[phrase]]
            senses = [
                Sense(term, strength * other.share, "synonym", other.written)
                for term, other in others
                if term != ABSENT
            ]
            for word in phrase:
                found.setdefault(word, []).extend(senses)
        return found

    def _known_phrases(self, stems: Sequence[str]) -> Iterator[Phrase]:
        for length in range(1, self.lexicon.longest + 1):
            for start in range(len(stems) - length + 1):
                phrase = tuple(stems[start : start + length])
                if phrase in self.lexicon.same:
                    yield phrase


def _phrases(groups: Sequence[Sequence[str]], language: str) -> list[dict[Phrase, list[str]]]:
    """Stem the members of each group; beside each, its words as written."""
    stem = stemmer(language).stemWords
    split = [[words(member) for member in group] for group in groups]
    return [{tuple(stem(member)): member for member in group if member} for group in split]


def _parts(phrase: Phrase, written: Sequence[str], numbers: Mapping[str, int]) -> Iterator[Synonym]:
    for stem, word in zip(phrase, written, strict=True):
        yield Synonym(numbers[stem], 1 / len(phrase), word)
