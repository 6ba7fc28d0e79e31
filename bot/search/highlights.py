"""The words of an article that made it a hit, as the article writes them.

Pure: no I/O.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Match
from bot.search import fields
from bot.search.text import stemmer, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model import Article

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def matches(article: Article, stems: Sequence[str], language: str) -> tuple[Match, ...]:
    """Show where an article has words with the given stems, most telling first; in the answer only those found nowhere else."""
    stem = stemmer(language).stemWord
    found: list[Match] = []
    missing = list(stems)
    for field, name in fields.NAMES.items():
        wanted = missing if field == fields.ANSWER else stems
        written = _written(fields.text_of(article, field), wanted, stem)
        missing = [each for each in missing if each not in written]
        if written:
            found.append(Match(name, tuple(written[each] for each in wanted if each in written)))
    return tuple(found)


def _written(text: str, stems: Sequence[str], stem: Callable[[str], str]) -> dict[str, str]:
    plain = text.lower()
    found = {}
    for wanted in stems:
        for start in _starts(plain, wanted):
            written = _WORD.match(text, start)
            if written and stem("".join(words(written[0]))) == wanted:
                found[wanted] = written[0]
                break
    return found


def _starts(plain: str, stem: str) -> list[int]:
    """Find where words begin that may have a stem: endings change, the beginning seldom does."""
    beginning = re.escape(stem[: max(3, len(stem) - 1)])
    return [match.start() for match in re.finditer(rf"\b{beginning}", plain)][:20]
