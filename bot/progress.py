"""How far it is until something answers, for whoever wants to be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """Who is told how far it is, done and of how many: files read, articles indexed, texts encoded, questions asked."""

    reading: OnProgress | None = None
    indexing: OnProgress | None = None
    encoding: OnProgress | None = None
    comparing: OnProgress | None = None

    @property
    def building(self) -> tuple[OnProgress | None, OnProgress | None]:
        """Give those who are told of the two steps of an index."""
        return self.indexing, self.encoding


UNSEEN = Progress()
