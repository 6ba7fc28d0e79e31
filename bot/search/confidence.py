"""Evidence to one confidence in [0, 1] that an article answers the question.

The order of articles is that of their scores, a weighted sum of evidence, and every kind of evidence speaks for an
article. The confidence weighs besides what speaks against it: words that the question insists on and the article lacks,
all the more where its title says the same as the question but for one word. A confidence never contradicts the order,
and the two best never have more than 1 together: of two that fit equally well neither is sure.

Another kind of evidence is another column with another weight: another ``Profile``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.search import weights
from bot.search.features import Comparison
from bot.search.query import Question
from bot.search.weights import Profile

Column = NDArray[np.float64]


def scores(table: NDArray[np.float64], profile: Profile) -> Column:
    """Add up the evidence of each candidate: one row of the table a candidate, one column a kind of evidence."""
    return np.asarray(table @ profile.weights)


def contributions(evidence: NDArray[np.float64], profile: Profile) -> Column:
    """Return what each kind of evidence adds to a candidate's score."""
    return np.asarray(evidence * profile.weights)


def signs(question: Question, compared: Comparison, total: Column, twins: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return what makes it surer or less sure that a candidate answers: one row each, columns as ``weights.SIGNS``.

    ``twins`` are the best candidate and those with the same title: of one article in two subjects, either is right.
    """
    telling = _telling(question)
    substance = max(question.substance, 1e-6)
    is_name = np.array([term.is_name for term in question.terms])
    absent, unnamed = (1 - compared.covered) * telling, (1 - compared.in_heading) * telling
    mass = np.array([term.weight for term in question.terms])
    named = np.minimum((compared.in_heading >= weights.EXACT_FROM) @ mass / np.maximum(compared.masses, 1e-6), 1)
    covered = 1 - absent.sum(axis=1) / substance
    best = np.argsort(-total, kind="stable")[: weights.RIVALS]
    return np.column_stack(
        [
            total,
            np.full(len(total), np.log1p(question.substance)),
            _lead(total, twins),
            1 - covered,
            covered[best].max(initial=0) - covered,
            unnamed.max(axis=1, initial=0),
            (absent * is_name).max(axis=1, initial=0),
            named * absent.max(axis=1, initial=0),
            named * shared(question, compared) * unnamed.max(axis=1, initial=0),
            np.full(len(total), np.log(compared.count) / 5),
        ]
    )


def shared(question: Question, compared: Comparison) -> Column:
    """Return the share of what the question says that each best heading has word for word."""
    exact = compared.in_heading >= weights.EXACT_FROM
    return np.asarray(exact @ _telling(question) / max(question.substance, 1e-6))


def _telling(question: Question) -> Column:
    """Return how much each word says, counted in words that the corpus does not know at all."""
    weighed = np.array([term.weight if term.is_telling else 0.0 for term in question.terms])
    return np.asarray(weighed * question.substance / max(float(weighed.sum()), 1e-6))


def confidences(seen: NDArray[np.float64], total: Column, twins: NDArray[np.bool_], profile: Profile) -> Column:
    """Turn signs and scores of all candidates into confidences."""
    alone = 1 / (1 + np.exp(-(profile.bias + seen @ profile.certainty)))
    is_best = total == total.max()
    best = float(alone[is_best].max()) * _share(total, twins)
    return np.asarray(np.where(is_best, best, np.minimum(alone, min(best, 1 - best))))


def _lead(total: Column, twins: NDArray[np.bool_]) -> Column:
    """Return by how much each candidate is ahead of the best of the others, or behind the best of all."""
    best, rival = float(total.max()), float(total[~twins].max(initial=-np.inf))
    lead = np.where(twins, total - rival, total - best)
    return np.clip(lead, -weights.MOST_LEAD, weights.MOST_LEAD)


def _share(total: Column, twins: NDArray[np.bool_]) -> float:
    """Return what part of the trust the best keeps beside the second: half if they score the same."""
    rival = float(total[~twins].max(initial=-np.inf))
    return float(1 / (1 + np.exp((rival - total.max()) / weights.TWIN_SCALE)))
