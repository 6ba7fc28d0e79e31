"""Findings to an explanation.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search import confidence, fields
from bot.search.explanation import Evidence, Explanation, WordReading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.model import Hit
    from bot.search.candidate_set import Findings
    from bot.search.components import Parts
    from bot.search.features import Mention
    from bot.search.query import Term


def explained(parts: Parts, findings: Findings, rows: Sequence[int], hits: Sequence[Hit]) -> Explanation:
    """Explain the first of two rows, the best, beside the second, the runner-up, if there are any."""
    best, runner_up = (*hits, None, None)[:2]
    if best is None:
        return Explanation(findings.question.text, None, None, _words(findings, {}), (), 0.0, "")
    (mentions,) = parts.comparer.mentions(findings.senses, findings.places[[rows[0]]])
    heading = parts.comparer.heading_place(int(findings.places[rows[0]]), int(findings.headings[rows[0]]))
    return Explanation(
        question=findings.question.text,
        best=best,
        runner_up=runner_up,
        words=_words(findings, {mention.place: mention for mention in mentions}),
        evidence=_evidence(findings, rows),
        margin=best.confidence - (runner_up.confidence if runner_up else 0.0),
        heading=fields.headings(best.article)[heading][1],
        akin=_akin(parts, findings, rows[0], best),
    )


def _akin(parts: Parts, findings: Findings, row: int, best: Hit) -> str:
    if parts.meanings is None or findings.vector is None:
        return ""
    heading = parts.meanings.nearest_heading(findings.vector, int(findings.places[row]))
    return fields.headings(best.article)[heading][1]


def _words(findings: Findings, mentions: Mapping[int, Mention]) -> tuple[WordReading, ...]:
    shares = findings.senses.shares.tolist()
    terms = enumerate(findings.question.terms)
    return tuple(_reading(term, shares[place], mentions.get(place)) for place, term in terms)


def _reading(term: Term, share: float, mention: Mention | None) -> WordReading:
    """Tell of the sense that the article has; failing that, of all there are."""
    senses = [sense for sense in term.senses if mention is None or sense.term == mention.term]
    held = tuple(name for field, name in fields.NAMES.items() if mention and mention.fields & field)
    origin = senses[0].origin if senses else "unknown"
    return WordReading(term.word, origin, tuple(sense.written for sense in senses), share, held)


def _evidence(findings: Findings, rows: Sequence[int]) -> tuple[Evidence, ...]:
    values = findings.table[rows[0]]
    gains = confidence.contributions(values, findings.profile)
    whole = max(float(gains.sum()), 1e-6)
    others = (
        confidence.contributions(findings.table[rows[1]], findings.profile) if len(rows) > 1 else np.zeros_like(gains)
    )
    columns = (values, gains / whole, (gains - others) / whole)
    told = zip(findings.profile.evidence, *(column.tolist() for column in columns), strict=True)
    return tuple(sorted((Evidence(*each) for each in told), key=lambda evidence: -evidence.contribution))
