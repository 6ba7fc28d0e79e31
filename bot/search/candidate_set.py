"""What a search found out about its candidates, before it becomes hits or an explanation.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.query import Question
    from bot.search.term_matches import Senses
    from bot.search.weights import Profile


@dataclass(frozen=True, slots=True)
class Findings:
    """The candidates of a question, row by row.

    ``places`` are articles, ``headings`` their best headings; ``table`` has a column for each kind of evidence of
    the profile. ``shared`` is the share of the question that the best heading has word for word, ``covered`` how well
    an article has each of its words. ``vector`` is that of the question, where there is meaning to compare.
    """

    profile: Profile
    question: Question
    senses: Senses
    places: NDArray[np.int64]
    headings: NDArray[np.int64]
    table: NDArray[np.float64]
    scores: NDArray[np.float64]
    confidences: NDArray[np.float64]
    shared: NDArray[np.float64]
    covered: NDArray[np.float64]
    vector: NDArray[np.float32] | None = None

    @classmethod
    def none(cls, profile: Profile, question: Question, senses: Senses) -> Findings:
        """Say that no article has anything in common with the question."""
        nothing, nobody = np.zeros(0), np.zeros(0, dtype=np.int64)
        table = np.zeros((0, len(profile.weights)))
        return cls(profile, question, senses, nobody, nobody, table, nothing, nothing, nothing, table)
