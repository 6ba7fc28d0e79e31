"""Read a question: its words, what each may stand for, and how telling each is.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.search import weights
from bot.search.stopwords import ENGLISH
from bot.search.text import stemmer, words
from bot.search.vocabulary import ABSENT, Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.search.spelling import Spelling

Origin = Literal["word", "correction", "completion", "synonym"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One term of the corpus that a word of the question may stand for; ``strength`` in (0, 1]."""

    term: int
    strength: float
    origin: Origin
    written: str


@dataclass(frozen=True, slots=True)
class Term:
    """One distinct word of a question: how telling it is, and what it may stand for (nothing, if unknown)."""

    word: str
    weight: float
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the search understands it."""

    text: str
    words: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def mass(self) -> float:
        """Add up how telling its words are."""
        return sum(term.weight for term in self.terms)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a question against one corpus. ``rarities`` are the terms' idf."""

    language: str
    stems: Vocabulary
    rarities: NDArray[np.float32]
    unknown_rarity: float
    spelling: Spelling
    spelling_terms: NDArray[np.int32]

    def read(self, text: str) -> Question:
        """Understand a question; only its beginning counts if it is very long."""
        found = words(text[: weights.MOST_CHARACTERS])
        distinct = list(dict.fromkeys(found))
        stems = stemmer(self.language).stemWords(distinct)
        numbers = self.stems.numbers(stems)
        open_end = distinct[-1] if found and text[-1:].isalnum() else ""
        terms = [
            self._term(word, int(number), is_open=word == open_end)
            for word, number in zip(distinct, numbers, strict=True)
        ]
        terms.sort(key=lambda term: -term.weight)
        return Question(text, tuple(found), tuple(terms[: weights.MOST_TERMS]))

    def _term(self, word: str, number: int, *, is_open: bool) -> Term:
        senses = [Sense(number, 1.0, "word", word)] if number != ABSENT else self._corrections(word)
        if is_open and len(word) > 2:
            senses += self._completions(word, {sense.term for sense in senses})
        rarity = max((float(self.rarities[s.term]) for s in senses[:1]), default=self.unknown_rarity)
        discount = weights.STOP_WEIGHT if self.language == "english" and word in ENGLISH else 1.0
        return Term(word, rarity * discount, tuple(senses))

    def _corrections(self, word: str) -> list[Sense]:
        return [
            Sense(int(self.spelling_terms[number]), likeness, "correction", self.spelling.words.word(number))
            for number, likeness in self.spelling.corrections(word)
        ]

    def _completions(self, word: str, known: set[int]) -> list[Sense]:
        found = self.spelling.words.beginning_with(word)
        best = sorted(found, key=lambda number: -int(self.spelling.counts[number]))[: weights.MOST_COMPLETIONS]
        return [
            Sense(int(self.spelling_terms[n]), weights.COMPLETION_STRENGTH, "completion", self.spelling.words.word(n))
            for n in best
            if int(self.spelling_terms[n]) not in known
        ]
