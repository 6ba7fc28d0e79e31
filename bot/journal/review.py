"""What people get to see of the journal where they are: suggestions to decide on, and a glance for the Home tab.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.aliases import Alias
    from bot.journal.insights import Insights
    from bot.journal.suggestions import Effect, Proposal


@dataclass(frozen=True, slots=True)
class Suggested:
    """A proposed alias, and what it would change; ``effect`` is None until somebody tried it."""

    proposal: Proposal
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """An accepted alias that its file lacks, and the title of its article."""

    alias: Alias
    title: str


@dataclass(frozen=True, slots=True)
class Review:
    """What an admin decides on: suggestions, best first, and what was accepted and is not in the files yet.

    Effects come from asking ``questions`` labelled questions.
    """

    suggestions: tuple[Suggested, ...] = ()
    pending: tuple[Pending, ...] = ()
    questions: int = 0

    @property
    def is_tried(self) -> bool:
        """Tell whether the effect of every suggestion is known."""
        return all(one.effect for one in self.suggestions)


@dataclass(frozen=True, slots=True)
class Glance:
    """What the journal adds to a person's Home tab; empty where it has nothing to say.

    Attributes:
        asked: what the person asked lately, the latest first.
        popular: urls of the articles used most, the most used first.
        insights: for admins.
        review: for admins.
    """

    asked: tuple[str, ...] = ()
    popular: tuple[str, ...] = ()
    insights: Insights | None = None
    review: Review | None = None
