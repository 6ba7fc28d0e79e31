"""Why an article was found, as values that others put into words.

A leaf: frozen values, no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.model import Hit

Origin = Literal["word", "correction", "completion", "synonym", "unknown"]
"""How a word of the question was taken: as it stands, or as another; or nobody knows it."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """How one word of the question was understood.

    ``read_as`` is what stands for it in the best article; where that article lacks it, all that it might have stood
    for, likeliest first. ``weight`` is its part of all that the question says, in [0, 1]; ``fields`` are where the best
    article has it.
    """

    word: str
    origin: Origin
    read_as: tuple[str, ...]
    weight: float
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence for the best article.

    ``value`` is its strength in [0, 1], ``contribution`` its share of the article's score, ``lead`` the share by which
    it is ahead of the runner-up (negative where the runner-up is ahead).
    """

    name: str
    value: float
    contribution: float
    lead: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why ``best`` came first.

    ``words`` and ``evidence`` are in order of weight. ``heading`` is the title or alias that came nearest to the
    question. ``margin`` is by how much the best leads the runner-up in confidence. ``akin`` is the title or alias that
    came nearest in meaning, if meaning was compared.
    """

    question: str
    best: Hit | None
    runner_up: Hit | None
    words: tuple[WordReading, ...]
    evidence: tuple[Evidence, ...]
    margin: float
    heading: str
    akin: str = ""
