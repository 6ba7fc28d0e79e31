"""Turn text into comparable words: one pipeline for articles and questions alike.

Pure: no I/O.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = ("'", "\u2019", "\u02bc", "\uff07")
_SEPARATORS = ("\u2013", "\u2014", "\u201c", "\u201d", "\u2018", "\u2026", "\u2022", "\u00a0")
# Latin, Greek and Cyrillic accents; the marks of other scripts are letters in all but name and stay.
_ACCENT = re.compile("[\u0300-\u036f]")
# Thai to Lao, Myanmar, Khmer, kana, ideographs.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))  # hyphens that may show, empty spaces
# Each begins with its sign, which the regular expression engine then finds as fast as a plain search does.
_PLUS = re.compile(r"\+\+(?<=\b[Cc]\+\+)")
_SHARP = re.compile(r"#(?<=\b[CFJcfj]#)(?!\w)")
_DOTNET = re.compile(r"\.(?<!\w\.)(?=(?:net|NET|Net)\b)")
_SLASH = re.compile(r"/(?<=\b[A-Za-z]/)(?<!/[A-Za-z]/)(?=[A-Za-z]\b)(?![A-Za-z]/)")
_SUBSCRIPT = re.compile(r"_(?<=[A-Za-z]_)\{?(\d+)\}?")
_DOTS = re.compile(r"\.[^\W\d_]\.")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")
_SIGNS = re.compile(rf"\b[Cc]\+\+|\b[CFJcfj]#(?!\w)|(?<!\w)\.(?:net|NET|Net)\b|\b[A-Za-z]/[A-Za-z]\b|{_DOTTED.pattern}")
_LOWER_OR_SPACE = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))


def normalise(text: str) -> str:
    r"""Fold case, accents and compatibility forms; drop apostrophes.

    >>> normalise("The client\u2019s caf\u00e9")
    'the clients cafe'
    """
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "")
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", decomposed))


def words(text: str) -> list[str]:
    """Split text into normalised words, in order; scripts without spaces become overlapping pairs of characters.

    >>> words("What's a coach-led review in C++?")
    ['whats', 'a', 'coach', 'led', 'review', 'in', 'cpp']
    """
    if text.isascii():
        return _ascii_words(_in_letters(text))
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    plain = normalise(_in_letters(text.translate(_INVISIBLE)))
    if plain.isascii():
        return _ascii_words(plain)
    return _WORD.findall(_UNSPACED.sub(_in_pairs, plain))


def signs_in(text: str) -> list[str]:
    """List what only its signs make a word, as written: C++, V.P.N., A/B."""
    return _SIGNS.findall(text)


def stemmer(language: str) -> Stemmer.Stemmer:
    """Make the Snowball stemmer of a language, such as ``english`` or ``german``.

    Made anew by each user, because it is not safe to share between threads; without its cache, whose upkeep costs more
    than stemming when words seldom come twice.

    Raises:
        KeyError: Snowball does not know the language.
    """
    return Stemmer.Stemmer(language, 0)


def _in_letters(text: str) -> str:
    """Write with letters what would lose its meaning without its signs: C++, C#, .NET, U.S., A/B, H_2O."""
    text = _DOTNET.sub(" dot", _SHARP.sub("sharp ", _PLUS.sub("pp ", text)))
    text = _SUBSCRIPT.sub(r"\1", _SLASH.sub("", text))
    return _DOTTED.sub(_abbreviation, text) if _DOTS.search(text) else text


def _abbreviation(match: re.Match[str]) -> str:
    """Join the letters; U.S. would then be the pronoun."""
    joined = match[0].replace(".", "")
    return f"{'usa' if joined.lower() == 'us' else joined} "


def _ascii_words(text: str) -> list[str]:
    """Do for plain text what the regular expression does, several times faster: indexing spends its time here."""
    return text.replace("'", "").translate(_LOWER_OR_SPACE).split()


def _in_pairs(run: re.Match[str]) -> str:
    characters = run[0]
    pairs = [first + second for first, second in pairwise(characters)] or [characters]
    return f" {' '.join(pairs)} "
