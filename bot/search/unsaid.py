"""What a question says and an article does not: words it lacks, and words it has only if they are misspelt."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.model import Correction
from bot.search import weights
from bot.search.analyzer import words
from bot.search.features import Mention
from bot.search.query import Question, Sense, Term
from bot.search.stopwords import EVERYDAY

_TYPED = re.compile(r"[^\W_]+(?:['\u2019.+#/-][^\W_]*)*(?:\+\+|#)?")


def missing(question: Question, covered: NDArray[np.float64]) -> tuple[str, ...]:
    """Return the telling words that an article lacks, as typed, given how well it has each of the question's terms."""
    lacks = covered <= weights.THESAURUS_STRENGTH
    words = [
        term.word
        for term, is_lacking in zip(question.terms, lacks.tolist(), strict=True)
        if is_lacking and _insists(term)
    ]
    typed = _as_typed(question.text) if words else {}
    return tuple(dict.fromkeys(typed.get(word, word) for word in words))


def corrected(question: Question, mentions: Sequence[Mention]) -> tuple[Correction, ...]:
    """Return the words that an article has only if they are misspelt."""
    guessed = {
        question.terms[place].word: sense.written
        for place, sense in _held(question, mentions)
        if sense.origin == "correction"
    }
    typed = _as_typed(question.text) if guessed else {}
    return tuple(Correction(typed.get(word, word), read_as) for word, read_as in guessed.items())


def _held(question: Question, mentions: Sequence[Mention]) -> Iterator[tuple[int, Sense]]:
    for mention in mentions:
        senses = question.terms[mention.place].senses
        yield mention.place, next(sense for sense in senses if sense.term == mention.term)


def _insists(term: Term) -> bool:
    """Tell whether a word is one that an answer has to speak of; small talk is not."""
    return term.is_telling and (term.is_name or term.word not in EVERYDAY)


def _as_typed(text: str) -> dict[str, str]:
    """Return for each word of a question how it is written there."""
    typed: dict[str, str] = {}
    for match in _TYPED.finditer(text):
        for word in words(match[0]):
            typed.setdefault(word, match[0].rstrip(".-/'\u2019") if len(words(match[0])) == 1 else word)
    return typed
