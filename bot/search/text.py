"""Turn text into comparable words: one pipeline for articles and questions alike.

Pure: no I/O.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ＇](?=\w)")
_ACCENT = re.compile("[\u0300-\u036f]")  # Latin, Greek and Cyrillic accents; other scripts' marks are letters
# Scripts written without spaces: Thai to Myanmar, Khmer, kana, ideographs.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+"
)


def normalise(text: str) -> str:
    """Fold case, accents, compatibility forms and apostrophes inside words.

    >>> normalise("The Client’s café")
    'the clients cafe'
    """
    if text.isascii():
        return _APOSTROPHE.sub("", text.lower()) if "'" in text else text.lower()
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", decomposed))


def words(text: str) -> list[str]:
    """Split text into normalised words, in order; scripts without spaces become overlapping pairs of characters.

    >>> words("What's a coach-led review?")
    ['whats', 'a', 'coach', 'led', 'review']
    """
    plain = normalise(text)
    if not plain.isascii():
        plain = _UNSPACED.sub(_in_pairs, plain)
    return _WORD.findall(plain)


def stemmer(language: str) -> Stemmer.Stemmer:
    """Make the Snowball stemmer of a language, such as ``english`` or ``german``.

    Raises:
        KeyError: Snowball does not know the language.
    """
    return Stemmer.Stemmer(language)


def _in_pairs(run: re.Match[str]) -> str:
    characters = run[0]
    pairs = [first + second for first, second in pairwise(characters)] or [characters]
    return f" {' '.join(pairs)} "
