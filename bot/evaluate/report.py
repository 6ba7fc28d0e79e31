"""What one evaluation found, over all questions and per style.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.evaluate.metrics import Figure, Latency, latency, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluate.observations import Observation

ALL = "all"
"""The name of the group of all questions."""


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of the questions of one style, or of all; in the order of ``METRICS``."""

    name: str
    questions: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that one evaluation found; ``styles`` in alphabetical order, ``observations`` in the order asked."""

    overall: Group
    styles: tuple[Group, ...]
    latency: Latency
    observations: tuple[Observation, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """All questions first, then each style."""
        return (self.overall, *self.styles)

    @property
    def misses(self) -> tuple[Observation, ...]:
        """The questions whose reply helped nobody: nothing relevant offered, or an answer where there is none."""
        return tuple(seen for seen in self.observations if _is_miss(seen))


def summarise(observations: Sequence[Observation]) -> Report:
    """Measure observations, over all questions and per style."""
    styles = sorted({seen.question.style for seen in observations})
    return Report(
        overall=_group(ALL, observations),
        styles=tuple(
            _group(style, [seen for seen in observations if seen.question.style == style]) for style in styles
        ),
        latency=latency([seen.latency_ms for seen in observations]),
        observations=tuple(observations),
    )


def _group(name: str, observations: Sequence[Observation]) -> Group:
    return Group(name, len(observations), measure(observations))


def _is_miss(seen: Observation) -> bool:
    return not seen.is_helpful if seen.question.is_answerable else seen.is_answered
