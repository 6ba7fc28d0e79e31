"""The words of an article that made it a hit, as the article writes them.

Pure: no I/O.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Match
from bot.search import fields
from bot.search.text import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.model import Article

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOST_TRIES = 8


def highlights(article: Article, mentions: Sequence[tuple[str, int]], stem: Callable[[str], str]) -> tuple[Match, ...]:
    """Show an article's words in each field; ``mentions`` are stems with the mask of fields they are in, best first.

    A word of the answer is shown only if no shorter field has it: the title says it better.
    """
    shown = [(wanted, mask & ~fields.ANSWER or mask) for wanted, mask in mentions]
    found = []
    for field, name in fields.NAMES.items():
        if wanted := [each for each, mask in shown if mask & field]:
            written = dict.fromkeys(_as_written(fields.text_of(article, field), wanted, stem))
            found.append(Match(name, tuple(written)))
    return tuple(match for match in found if match.words)


def _as_written(text: str, stems: Sequence[str], stem: Callable[[str], str]) -> Iterator[str]:
    plain = text.lower()
    for wanted in stems:
        for start in _starts(plain, wanted):
            written = _WORD.match(text, start)
            if written and _is_form_of(written[0], wanted, stem):
                yield written[0]
                break


def _is_form_of(written: str, wanted: str, stem: Callable[[str], str]) -> bool:
    plain = normalise(written)
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
