"""A question read in the light of the one before it.

Pure: no I/O.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.model import Hit

RANK_OFFSET = 60
"""What reciprocal rank fusion adds to a rank, so that the first places do not decide alone: the value of Cormack,
Clarke and Büttcher, “Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods”, SIGIR 2009."""

_OPENING = re.compile(
    r"(?:and|or|but|also|plus|same|what about|how about|what if|in|for|with|without)\b", re.IGNORECASE
)


def goes_on(question: str) -> bool:
    """Tell whether a question opens like one that means nothing alone: “and in groups?”, “what about managers?”."""
    return _OPENING.match(question.strip()) is not None


def fused(own: Sequence[Hit], together: Sequence[Hit], seen: Collection[str]) -> tuple[Hit, ...]:
    """Return what a question finds both by itself and with the one before it, but for the urls in ``seen``.

    Best first by reciprocal rank fusion, so that an article has to fit both.
    """
    places = {hit.article.url: place for place, hit in enumerate(own)}
    both = [
        (_share(places[hit.article.url]) + _share(place), hit)
        for place, hit in enumerate(together)
        if hit.article.url in places and hit.article.url not in seen
    ]
    return tuple(hit for _, hit in sorted(both, key=lambda one: -one[0]))


def _share(place: int) -> float:
    return 1 / (RANK_OFFSET + place)
