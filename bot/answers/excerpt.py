"""The part of an answer worth showing: how it begins, and the passage that fits the question best.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers.fitting import best_passage
from bot.answers.passages import definitions, passages
from bot.answers.sentences import opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.passages import Passage

LEFT_OUT = "…"
_TOLERANCE = 1.25  # the best passage may pass the limit by a quarter before the beginning is shortened for its sake
_SHORTEST_LEAD = 100  # characters; less of a beginning says nothing


def excerpt(markdown: str, question: str = "", limit: int = 600) -> str:
    """Return about ``limit`` characters of whole blocks and list items, "…" standing for what is left out.

    An introduction never comes without an element of what it introduces, nor a heading alone. A paragraph that is too
    long by itself ends after a sentence; code, tables, list items and formulas are never cut and may pass the limit.
    """
    text = markdown.strip()
    if len(text) <= limit:
        return text
    found = passages(text)
    lead = _lead(found)
    best = best_passage(found, lead, question, most=limit)
    chosen = _with_best(found, lead, best)
    shown = _shortened(found, chosen, limit)
    chosen = _filled(shown, chosen, limit)
    return "\n\n".join(filter(None, (_joined(shown, sorted(chosen)), definitions(text))))


def _lead(found: Sequence[Passage]) -> frozenset[int]:
    """Return the positions up to the first passage that makes sense by itself."""
    first = next(position for position, passage in enumerate(found) if not passage.leads_on)
    return frozenset(range(first + 1))


def _with_best(found: Sequence[Passage], lead: frozenset[int], best: int | None) -> frozenset[int]:
    """Add the best passage with its context; it replaces the beginning's element of the same list."""
    if best is None:
        return lead
    first = max(lead)
    is_sibling = bool(found[first].context) and found[first].context == found[best].context
    return _with(found, lead - {first} if is_sibling else lead, best)


def _with(found: Sequence[Passage], chosen: frozenset[int], position: int) -> frozenset[int]:
    return chosen | {*found[position].context, position}


def _shortened(found: Sequence[Passage], chosen: frozenset[int], limit: int) -> list[Passage]:
    """Shorten the first chosen paragraph if the chosen are too long together."""
    shown = list(found)
    first = next((number for number in sorted(chosen) if found[number].is_paragraph), None)
    if first is None or _length(found, chosen) <= limit * _TOLERANCE:
        return shown
    room = max(limit - _length(found, chosen - {first}), _SHORTEST_LEAD)
    kept = opening(found[first].source, room)
    if kept != found[first].source:
        shown[first] = replace(found[first], source=f"{kept} {LEFT_OUT}")
    return shown


def _filled(shown: Sequence[Passage], chosen: frozenset[int], limit: int) -> frozenset[int]:
    """Add what follows the chosen passages while it fits, first after the last of them, then in the gaps."""
    for start in sorted(chosen, reverse=True):
        for position in range(start + 1, len(shown)):
            more = _with(shown, chosen, position)
            if position in chosen or _length(shown, more) > limit:
                break
            chosen = chosen if shown[position].leads_on else more
    return chosen


def _length(shown: Sequence[Passage], positions: Iterable[int]) -> int:
    return sum(len(shown[position].source) for position in positions)


def _joined(shown: Sequence[Passage], positions: Sequence[int]) -> str:
    text = shown[positions[0]].source if positions[0] == 0 else f"{LEFT_OUT}\n\n{shown[positions[0]].source}"
    for before, after in pairwise(positions):
        text += _between(shown, before, after) + shown[after].source
    if positions[-1] == len(shown) - 1 or text.endswith(LEFT_OUT):
        return text
    return f"{text}\n\n{LEFT_OUT}"


def _between(shown: Sequence[Passage], before: int, after: int) -> str:
    if after > before + 1 and not shown[before].source.endswith(LEFT_OUT):
        return f"\n\n{LEFT_OUT}\n\n"
    return "\n" if after == before + 1 and shown[after].is_close else "\n\n"
