"""Why an article was found, as values that others put into words.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.model import Hit


@dataclass(frozen=True, slots=True)
class WordReading:
    """How one word of the question was understood.

    ``origin`` is ``word``, ``correction``, ``completion``, ``synonym`` or ``unknown``; ``read_as`` are the corpus' words
    it may stand for, likeliest first; ``weight`` is its share of all that the question says, in [0, 1]; ``fields`` are
    where the best article has it.
    """

    word: str
    origin: str
    read_as: tuple[str, ...]
    weight: float
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence for the best article: its value in [0, 1], and what it adds to the score."""

    name: str
    value: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why ``best`` came first: words, evidence (strongest first), and by how much it leads ``runner_up``."""

    question: str
    best: Hit | None
    runner_up: Hit | None
    words: tuple[WordReading, ...]
    evidence: tuple[Evidence, ...]
    margin: float
