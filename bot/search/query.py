"""A question as the search understands it.

A leaf: frozen values, no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Origin = Literal["word", "correction", "completion", "synonym"]


class Sense(NamedTuple):
    """One term of the corpus that a word of the question may stand for, with a strength in (0, 1]."""

    term: int
    strength: float
    origin: Origin
    written: str


class Term(NamedTuple):
    """One distinct word of a question: how telling it is, and what it may stand for, likeliest first, if anything.

    ``is_name`` tells of a number, or of a word that is written like a name: nothing else will do in its place.
    """

    word: str
    weight: float
    senses: tuple[Sense, ...]
    is_telling: bool
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question.

    ``sequence`` are the term numbers of its words in order; ``terms`` are its distinct words, the most telling first;
    ``substance`` is how much its telling words say, counted in words that the corpus does not know at all.
    """

    text: str
    sequence: tuple[int, ...]
    terms: tuple[Term, ...]
    substance: float

    @property
    def mass(self) -> float:
        """Add up how telling its words are."""
        return sum(term.weight for term in self.terms)
