"""The words of an article that made it a hit, as the article writes them.

Pure: no I/O.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Match
from bot.search import fields
from bot.search.analyzer import normalise, signs_in, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.model import Article

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOST_TRIES = 8


def highlights(article: Article, mentions: Sequence[tuple[str, int]], stem: Callable[[str], str]) -> tuple[Match, ...]:
    """Show an article's words in each field; ``mentions`` are stems with the mask of fields they are in, best first.

    A word is shown as the first of its fields writes it, and once, however many words of the question mean it. The
    answer shows only words that no shorter field has.
    """
    shown: dict[int, dict[str, None]] = {}
    for wanted, mask in mentions:
        held = [field for field in fields.NAMES if field & (mask & ~fields.ANSWER or mask)]
        written = _as_written(fields.text_of(article, held[0]), wanted, stem) if held else None
        for field in held if written else ():
            shown.setdefault(field, {})[str(written)] = None
    return tuple(Match(name, tuple(shown[field])) for field, name in fields.NAMES.items() if field in shown)


def _as_written(text: str, wanted: str, stem: Callable[[str], str]) -> str | None:
    for start in _starts(text.lower(), wanted):
        written = _WORD.match(text, start)
        if written and _is_form_of(written[0], wanted, stem):
            return written[0]
    return next((written for written in signs_in(text) if words(written) == [wanted]), None)


def _is_form_of(written: str, wanted: str, stem: Callable[[str], str]) -> bool:
    plain = normalise(written)
    if wanted.endswith("…"):  # the vocabulary keeps only the beginning of a very long word
        return plain.startswith(wanted[:-1])
    return plain == wanted or stem(plain) == wanted or not wanted.isascii()  # pairs of characters are no whole words


def _starts(plain: str, stem: str) -> Iterator[int]:
    """Find where words begin that may have a stem: endings change, the beginning seldom does."""
    beginning = stem[: max(3, len(stem) - 1)]
    start = plain.find(beginning)
    for _ in range(_MOST_TRIES):
        if start < 0:
            return
        if start == 0 or not plain[start - 1].isalnum():
            yield start
        start = plain.find(beginning, start + 1)
