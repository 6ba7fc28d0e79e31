"""Read a question against one corpus: what each word may stand for there, and how telling it is.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from bot.search import weights
from bot.search.analyzer import stemmer, words
from bot.search.query import Question, Sense, Term
from bot.search.vocabulary import ABSENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.search.spelling import Spelling
    from bot.search.synonyms import Synonyms
    from bot.search.vocabulary import Vocabulary


_STRENGTH = attrgetter("strength")


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a question.

    ``rarities`` are the terms' idf: ``unknown_rarity`` is that of a word no article has, ``doubtful_rarity`` that of
    one so rare that it may be misspelt. ``discounts`` are shares for stems that tell little. ``spelling_terms`` lead
    from a word that spelling knows to its term. ``synonyms`` are the authors', ``thesaurus`` is ours, counting less.
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

    def read(self, text: str) -> Question:
        """Understand a question; only the beginning of a very long one counts."""
        asked = words(text[: weights.MOST_CHARACTERS])
        stems = stemmer(self.language).stemWords(asked)
        distinct = dict(zip(stems, asked, strict=True))
        numbers = dict(zip(distinct, self.stems.numbers(list(distinct)).tolist(), strict=True))
        written = self._as_written(distinct, numbers)
        if stems and text[-1:].isalnum():
            written[stems[-1]] += self._completions(asked[-1])
        meant = self._meant(stems)
        terms = [self._term(distinct[stem], stem, written[stem], meant.get(stem, [])) for stem in distinct]
        terms = sorted(terms, key=lambda term: -term.weight)[: weights.MOST_TERMS]
        substance = sum(term.weight for term in terms if term.is_telling) / self.unknown_rarity
        return Question(text, tuple(numbers[stem] for stem in stems), tuple(terms), substance)

    def _as_written(self, distinct: Mapping[str, str], numbers: Mapping[str, int]) -> dict[str, list[Sense]]:
        """Give for each stem the word itself, or what it may be a misspelling of."""
        found = {
            stem: [] if numbers[stem] == ABSENT else [Sense(numbers[stem], 1.0, "word", word)]
            for stem, word in distinct.items()
        }
        doubtful = [stem for stem, word in distinct.items() if self._is_doubtful(word, stem, numbers[stem])]
        for stem in doubtful[: weights.MOST_CORRECTED]:
            corrections = self.spelling.corrections(distinct[stem])
            found[stem] += [self._spelt(number, likeness, "correction") for number, likeness in corrections]
        return found

    def _is_doubtful(self, word: str, stem: str, number: int) -> bool:
        """Doubt words that no article has; in a large corpus, which has misspellings of its own, very rare ones too."""
        if stem in self.discounts:
            return False
        return number == ABSENT or (
            self.rarities.item(number) >= self.doubtful_rarity and not self.spelling.knows(word)
        )

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


def _distinct(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Keep the strongest sense of each term, strongest first."""
    if len(senses) < 2:
        return tuple(senses)
    ascending = sorted(senses, key=_STRENGTH)
    strongest = {sense.term: sense for sense in ascending}
    return tuple(sorted(strongest.values(), key=_STRENGTH, reverse=True))
