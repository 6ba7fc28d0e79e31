"""Read a question against one corpus: what each word may stand for there, and how telling it is.

Pure: no I/O.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from bot.search import compounds, weights
from bot.search.analyzer import stemmer, words
from bot.search.query import Question, Sense, Term
from bot.search.vocabulary import ABSENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.search.spelling import Spelling
    from bot.search.synonyms import Synonyms
    from bot.search.vocabulary import Vocabulary, WordSet


_STRENGTH = attrgetter("strength")
_NAME = re.compile(r"(?<![.!?:\n] )(?<=[\w,;)\"'] )[A-Z][\w'\u2019-]*")
_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a question.

    ``rarities`` are the terms' idf: ``unknown_rarity`` is that of a word no article has, ``doubtful_rarity`` that of
    one so rare that it may be misspelt. ``discounts`` are shares for stems that tell little. ``spelling_terms`` lead
    from a word that spelling knows to its term. ``synonyms`` are the authors', ``thesaurus`` is ours, counting less.
    ``dictionary`` has the words of the language.
    """

    language: str
    stems: Vocabulary
    rarities: NDArray[np.float32]
    unknown_rarity: float
    doubtful_rarity: float
    discounts: Mapping[str, float]
    spelling: Spelling
    spelling_terms: NDArray[np.int32]
    synonyms: Synonyms
    thesaurus: Synonyms
    dictionary: WordSet

    def read(self, text: str) -> Question:
        """Understand a question; only the beginning of a very long one counts."""
        beginning = text[: weights.MOST_CHARACTERS]
        asked = self._split(words(beginning))
        stems = stemmer(self.language).stemWords(asked)
        distinct = dict(zip(stems, asked, strict=True))
        numbers = dict(zip(distinct, self.stems.numbers(list(distinct)).tolist(), strict=True))
        written = self._as_written(beginning, distinct, numbers)
        self._add_joined(beginning, asked, dict(zip(asked, stems, strict=True)), written)
        if stems and text[-1:].isalnum():
            written[stems[-1]] += self._completions(asked[-1])
        meant = self._meant(stems)
        names = _names(beginning)
        terms = [
            self._term(word, stem, written[stem], meant.get(stem, []))._replace(
                is_name=word in names or not word.isalpha()
            )
            for stem, word in distinct.items()
        ]
        terms = sorted(terms, key=lambda term: -term.weight)[: weights.MOST_TERMS]
        substance = sum(term.weight for term in terms if term.is_telling) / self.unknown_rarity
        return Question(text, tuple(numbers[stem] for stem in stems), tuple(terms), substance)

    def _split(self, asked: list[str]) -> list[str]:
        """Take apart the compounds that no article has; a word that is nearly one of the corpus is misspelt instead."""
        numbers = self.stems.numbers(stemmer(self.language).stemWords(asked)).tolist()
        if ABSENT not in numbers:
            return asked
        apart: list[str] = []
        for word, number in zip(asked, numbers, strict=True):
            parts = compounds.split(word, self.spelling) if number == ABSENT else []
            near = self.spelling.corrections(word)[:1] if parts else []
            is_misspelt = bool(near) and near[0].likeness >= weights.SURELY_MISSPELT
            apart += parts if parts and not is_misspelt else [word]
        return apart

    def _add_joined(
        self, text: str, asked: list[str], stems: Mapping[str, str], written: dict[str, list[Sense]]
    ) -> None:
        """Add compounds that articles have to the senses of their parts, in place of any guess what these may be."""
        joined = [(parts, whole) for parts, whole in compounds.joined_pairs(text, asked) if whole not in stems]
        numbers = self.stems.numbers(stemmer(self.language).stemWords([whole for _, whole in joined])).tolist()
        for (parts, whole), number in zip(joined, numbers, strict=True):
            for stem in {stems[part] for part in parts if number != ABSENT and part in stems}:
                known = [sense for sense in written[stem] if sense.origin == "word"]
                written[stem] = [*known, Sense(number, weights.JOINED_STRENGTH, "word", whole)]

    def _as_written(self, text: str, distinct: Mapping[str, str], numbers: Mapping[str, int]) -> dict[str, list[Sense]]:
        """Give for each stem the word itself, or what it may be a misspelling of."""
        quoted = set(words(" ".join(_QUOTED.findall(text))))
        found = {
            stem: [] if numbers[stem] == ABSENT else [Sense(numbers[stem], 1.0, "word", word)]
            for stem, word in distinct.items()
        }
        doubtful = [
            stem
            for stem, word in distinct.items()
            if word not in quoted and self._is_doubtful(word, stem, numbers[stem])
        ]
        for stem in doubtful[: weights.MOST_CORRECTED]:
            corrections = self.spelling.corrections(distinct[stem])
            found[stem] += [self._spelt(number, likeness, "correction") for number, likeness in corrections]
        return found

    def _is_doubtful(self, word: str, stem: str, number: int) -> bool:
        """Doubt words that no article has; in a large corpus, which has misspellings of its own, very rare ones too.

        A word of the language means itself, whether or not the corpus has it: paternity is not maternity.
        """
        if stem in self.discounts:
            return False
        is_rare = number == ABSENT or (
            self.rarities.item(number) >= self.doubtful_rarity and not self.spelling.knows(word)
        )
        return is_rare and word not in self.dictionary

    def _meant(self, stems: list[str]) -> dict[str, list[Sense]]:
        """Give for each stem what it may mean; the authors' synonyms count more than the thesaurus."""
        meant = self.synonyms.senses(stems, weights.SYNONYM_STRENGTH)
        telling = [stem if self.discounts.get(stem, 1.0) > weights.STOP_SHARE else "" for stem in stems]
        for stem, senses in self.thesaurus.senses(telling, weights.THESAURUS_STRENGTH).items():
            meant.setdefault(stem, []).extend(senses)
        return meant

    def _term(self, word: str, stem: str, written: list[Sense], meant: list[Sense]) -> Term:
        share = self.discounts.get(stem, 1.0)
        is_telling = share > weights.STOP_SHARE
        others = self._rarest(meant) if meant and is_telling else ()
        return Term(word, self._rarity(written) * share, _distinct([*written, *others]), is_telling)

    def _rarity(self, senses: Sequence[Sense]) -> float:
        """Give a word the rarity of what it stands for; the less certain that is, the more it counts as unknown."""
        if not senses:
            return self.unknown_rarity
        certain = senses[0].strength
        return certain * self.rarities.item(senses[0].term) + (1 - certain) * self.unknown_rarity

    def _completions(self, word: str) -> list[Sense]:
        if len(word) < weights.SHORTEST_COMPLETED:
            return []
        found = self.spelling.words.beginning_with(word)[: weights.MOST_COMPLETIONS_SEEN]
        frequent = sorted(found, key=lambda number: -int(self.spelling.frequencies[number]))
        best = frequent[: weights.MOST_COMPLETIONS]
        return [self._spelt(number, weights.COMPLETION_STRENGTH, "completion") for number in best]

    def _spelt(self, number: int, strength: float, origin: Literal["correction", "completion"]) -> Sense:
        return Sense(int(self.spelling_terms[number]), strength, origin, self.spelling.words.word(number))

    def _rarest(self, senses: Sequence[Sense]) -> Sequence[Sense]:
        """Keep the synonyms that say most: a common one fits nearly every article."""
        if len(senses) <= weights.MOST_SYNONYMS:
            return senses
        senses = _distinct(senses)
        return sorted(senses, key=lambda s: -s.strength * self.rarities.item(s.term))[: weights.MOST_SYNONYMS]


def _names(text: str) -> frozenset[str]:
    """Find the words with a capital inside a sentence; in a text of capitals none stands out."""
    if text.upper() == text:
        return frozenset()
    return frozenset(words(" ".join(_NAME.findall(text))))


def _distinct(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Keep the strongest sense of each term, strongest first."""
    if len(senses) < 2:
        return tuple(senses)
    ascending = sorted(senses, key=_STRENGTH)
    strongest = {sense.term: sense for sense in ascending}
    return tuple(sorted(strongest.values(), key=_STRENGTH, reverse=True))
