"""Why an article was found, as values that others put into words.

A leaf: frozen values, no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.model import Hit

Reading = Literal["word", "correction", "completion", "synonym", "unknown"]
"""How a word of the question was taken: as it stands, or as another; or nobody knows it."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """How one word of the question was understood.

    ``share`` is its part of all that the question says, in [0, 1]. ``how`` and ``read_as`` tell what stands for it in
    the best article (or in the corpus, where that article lacks it); ``fields`` where the best article has it.
    """

    word: str
    share: float
    how: Reading
    read_as: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence for the best article.

    ``value`` is its strength in [0, 1], ``share`` its part of the article's score, ``lead`` what it adds to the
    distance from the runner-up (negative where the runner-up is better).
    """

    name: str
    value: float
    share: float
    lead: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why ``best`` came first.

    ``words`` are in order of their share; ``evidence`` likewise. ``heading`` is the title or alias that came nearest
    to the question. ``margin`` is by how much the best leads the runner-up in confidence.
    """

    question: str
    best: Hit | None
    runner_up: Hit | None
    margin: float
    heading: str
    words: tuple[WordReading, ...]
    evidence: tuple[Evidence, ...]
