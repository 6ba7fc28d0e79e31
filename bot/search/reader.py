"""Read a question against one corpus: what each word may stand for there, and how telling it is.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.search import weights
from bot.search.question import Question, Sense, Term
from bot.search.text import stemmer, words
from bot.search.vocabulary import ABSENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.search.spelling import Spelling
    from bot.search.synonyms import Synonyms
    from bot.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a question.

    ``rarities`` are the terms' idf, ``unknown_rarity`` is that of a word no article has; ``discounts`` are shares for
    stems that tell little; ``spelling_terms`` lead from a word that spelling knows to its term. ``synonyms`` are the
    authors', ``thesaurus`` is ours; the former count more.
    """

    language: str
    stems: Vocabulary
    rarities: NDArray[np.float32]
    unknown_rarity: float
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
        numbers = self.stems.numbers(list(distinct))
        unfinished = stems[-1] if stems and text[-1:].isalnum() else None
        others = self._synonyms_of(stems)
        terms = [
            self._term(word, stem, int(number), others.get(stem, []), is_unfinished=stem == unfinished)
            for (stem, word), number in zip(distinct.items(), numbers, strict=True)
        ]
        terms.sort(key=lambda term: -term.weight)
        numbered = dict(zip(distinct, numbers.tolist(), strict=True))
        return Question(text, tuple(numbered[stem] for stem in stems), tuple(terms[: weights.MOST_TERMS]))

    def _synonyms_of(self, stems: list[str]) -> dict[str, list[Sense]]:
        """Give for each stem the senses it has by meaning; the authors' synonyms count more than the thesaurus."""
        found: dict[str, list[Sense]] = {}
        for source, strength in (
            (self.synonyms, weights.SYNONYM_STRENGTH),
            (self.thesaurus, weights.THESAURUS_STRENGTH),
        ):
            for stem, others in source.of_words(stems).items():
                senses = [Sense(other.term, strength * other.share, "synonym", other.written) for other in others]
                found.setdefault(stem, []).extend(senses)
        return found

    def _term(self, word: str, stem: str, number: int, others: list[Sense], *, is_unfinished: bool) -> Term:
        share = self.discounts.get(stem, 1.0)
        is_telling = share > weights.STOP_SHARE
        senses = [Sense(number, 1.0, "word", word)] if number != ABSENT else []
        if not senses and share == 1:
            senses = self._corrections(word)
        if is_unfinished and len(word) >= weights.SHORTEST_COMPLETED:
            senses += self._completions(word)
        rarity = float(self.rarities[senses[0].term]) if senses else self.unknown_rarity
        if is_telling:
            senses += self._rarest(_distinct(others))
        return Term(word, rarity * share, _distinct(senses), is_telling)

    def _corrections(self, word: str) -> list[Sense]:
        found = self.spelling.corrections(word)
        return [self._spelt(number, likeness, "correction") for number, likeness in found]

    def _completions(self, word: str) -> list[Sense]:
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
        return sorted(senses, key=lambda s: -s.strength * self.rarities.item(s.term))[: weights.MOST_SYNONYMS]


def _distinct(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Keep the strongest sense of each term, strongest first."""
    kept: dict[int, Sense] = {}
    for sense in sorted(senses, key=lambda sense: -sense.strength):
        kept.setdefault(sense.term, sense)
    return tuple(kept.values())
