"""What people asked without finding it: questions gathered by how alike they are, each gap with a name.

Pure and deterministic: the same questions give the same clusters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.journal.similarity import ALIKE_FROM, content, similarities

LEAST_PEOPLE = 2
"""So many different people must have asked before anybody gets to see a question: one alone might be recognised."""

MOST_WORDINGS = 1_000
"""Wordings compared with each other: those of most people, then the newest. A million comparisons take 0.3 s."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way a question was put: by these people (pseudonyms), so many times in all."""

    text: str
    people: frozenset[str]
    times: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Wordings of one question: the most central one first, then by people, times and text."""

    wordings: tuple[Wording, ...]

    @property
    def name(self) -> str:
        """The most central wording."""
        return self.wordings[0].text

    @property
    def people(self) -> int:
        """How many different people asked."""
        return len(frozenset[str]().union(*(wording.people for wording in self.wordings)))

    @property
    def times(self) -> int:
        """How often it was asked."""
        return sum(wording.times for wording in self.wordings)


def clusters(asked: Iterable[tuple[str, str, int]], *, least_people: int = LEAST_PEOPLE) -> tuple[Cluster, ...]:
    """Gather questions by similarity; those of most people first, then most times, then by name.

    Args:
        asked: question, pseudonym and how many times, each; newest first.
        least_people: clusters of fewer people are left out.
    """
    found = (Cluster(star) for star in _stars(_most(_wordings(asked))))
    shown = [cluster for cluster in found if cluster.people >= least_people]
    return tuple(sorted(shown, key=lambda cluster: (-cluster.people, -cluster.times, cluster.name)))


def _wordings(asked: Iterable[tuple[str, str, int]]) -> list[Wording]:
    """Join what has the same words in any order, under the shortest text; newest first."""
    texts, people, times = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set), defaultdict[str, int](int)
    for text, person, count in asked:
        key = content(text)
        texts[key].add(text)
        people[key].add(person)
        times[key] += count
    return [
        Wording(min(texts[key], key=lambda text: (len(text), text)), frozenset(people[key]), times[key])
        for key in texts
        if key
    ]


def _most(wordings: Sequence[Wording]) -> list[Wording]:
    """Keep as many as can be compared, in an order that does not depend on when they were asked."""
    kept = sorted(wordings, key=lambda wording: -len(wording.people))[:MOST_WORDINGS]
    return sorted(kept, key=lambda wording: (-len(wording.people), -wording.times, wording.text))


def _stars(wordings: Sequence[Wording]) -> list[tuple[Wording, ...]]:
    """Take again and again the wording with most people around it, and all that is alike to it.

    Unlike a chain of neighbours, such a star holds nothing that is far from its centre.
    """
    alike = similarities([content(wording.text) for wording in wordings]) >= ALIKE_FROM
    weights = np.array([len(wording.people) for wording in wordings])
    around = np.where(alike, weights, 0).sum(axis=1)
    free = np.ones(len(wordings), dtype=bool)
    stars = []
    while free.any():
        centre = int(np.where(free, around, -1).argmax())
        members = np.flatnonzero(alike[centre] & free).tolist()
        taken = list({centre, *members})
        free[taken] = False
        around -= np.where(alike[:, taken], weights[taken], 0).sum(axis=1)
        stars.append((wordings[centre], *(wordings[place] for place in members if place != centre)))
    return stars
