"""How many requests got no reply, and why: for admins, as nobody else may ever notice."""

from __future__ import annotations

from collections import Counter

from bot import wording


class Losses:
    """Counts them since the start."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, why: str) -> None:
        """Count one."""
        self._counts[why] += 1

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for admins if there were any."""
        (why, _), *_ = self._counts.most_common(1) or [("", 0)]
        return (wording.given_up(self._counts.total(), why),) if why else ()
