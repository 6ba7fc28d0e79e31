"""What people get to see of the journal where they are: suggestions to decide on, and a glance for the Home tab.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.aliases import Alias
from bot.journal.insights import Insights
from bot.journal.suggestions import Suggestion


@dataclass(frozen=True, slots=True)
class Pending:
    """An accepted alias that its file lacks, with the title of its article.

    ``is_live`` where the release that answers has it; otherwise a release that does waits to be activated.
    """

    alias: Alias
    title: str
    is_live: bool = True


@dataclass(frozen=True, slots=True)
class Review:
    """What an admin decides on: suggestions, best first, and what was accepted and is not in the files yet."""

    suggestions: tuple[Suggestion, ...] = ()
    pending: tuple[Pending, ...] = ()


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
