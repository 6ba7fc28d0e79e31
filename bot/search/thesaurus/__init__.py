"""English words that mean nearly the same: people ask in everyday words what articles answer in learned ones.

Written for general coaching, study and everyday vocabulary, not for any one corpus; authors' own synonyms count more.
Pure: no I/O.
"""

from __future__ import annotations

from functools import cache

from bot.search.synonyms import Lexicon
from bot.search.thesaurus import everyday_a_to_h, everyday_i_to_z, people, science, society

_BOOKS = (everyday_a_to_h, everyday_i_to_z, people, science, society)


@cache
def thesaurus(language: str) -> Lexicon:
    """Give what we know of a language: a lexicon for English, an empty one for others."""
    return Lexicon.of(_groups() if language == "english" else (), language)


def _groups() -> list[list[str]]:
    lines = (line for book in _BOOKS for line in book.GROUPS.split("\n") if line)
    return [line.split(",") for line in lines]
