"""The part of an answer worth showing: how it begins, and the passage that fits the question best."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers.passage_ranking import best_passage
from bot.answers.passages import definitions, passages
from bot.answers.sentences import opening
from bot.markdown.length import pieces, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.passages import Passage

    _Passages = Sequence[Passage]
    _Positions = frozenset[int]

LEFT_OUT = "…"
_MOST = 4_000  # characters; more of a table or of code is read in the full answer
_MOST_PASSAGES = 15  # each becomes a block of a message, which takes 50
_TOLERANCE = 1.25  # whole passages may pass the limit by a quarter before something is shortened or left out for it
_SHORTEST_LEAD = 100  # characters; less of a beginning says nothing


def excerpt(markdown: str, question: str = "", limit: int = 600, *, title: str = "") -> str:
    """Return about ``limit`` characters of whole blocks and list items, "…" standing for what is left out.

    An introduction never comes without an element of what it introduces, nor a heading alone. A paragraph that is too
    long by itself ends after a sentence; code, tables, list items and formulas are never cut and may pass the limit.
    What the ``title`` says already tells no passage from another: who asks for no more than it sees the beginning.
    """
    text = readable(markdown).strip()
    found = passages(text) if len(text) > limit else ()
    if not found:
        return text
    lead = _lead(found)
    best = best_passage(found, lead, question, title=title, most=limit)
    selections = tuple(_selections(found, lead, best, limit))
    fitting = (selection for selection in selections if _length(*selection) <= limit * _TOLERANCE)
    shown, chosen = next(fitting, min(selections, key=lambda selection: _length(*selection)))
    excerpted = _joined(shown, sorted(_filled(shown, chosen, limit)))
    if len(excerpted) > _MOST:
        excerpted = f"{next(pieces(excerpted, _MOST)).rstrip()}\n\n{LEFT_OUT}"
    return "\n\n".join(filter(None, (excerpted, definitions(text))))


def _selections(
    found: _Passages, lead: _Positions, best: int | None, limit: int
) -> Iterator[tuple[_Passages, _Positions]]:
    """Yield passages to show, the fullest first: from the beginning and the best to no more than the beginning."""
    wanted = _with_best(found, lead, best)
    yield found, wanted
    yield _shortened(found, wanted, limit), wanted
    first = next((position for position in sorted(lead) if found[position].is_paragraph), None)
    if best is not None and first is not None:
        fewer = _with(found, _with(found, frozenset(), first), best)
        shown = _shortened(found, fewer, limit)
        if not shown[first].leads_on:
            yield shown, fewer
    yield _shortened(found, lead, limit), lead


def _lead(found: _Passages) -> _Positions:
    """Return the positions up to the first passage that makes sense by itself."""
    first = next(position for position, passage in enumerate(found) if not passage.leads_on)
    return frozenset(range(first + 1)[:_MOST_PASSAGES])


def _with_best(found: _Passages, lead: _Positions, best: int | None) -> _Positions:
    """Add the best passage with its context; it replaces the beginning's element of the same list."""
    if best is None:
        return lead
    first = max(lead)
    is_sibling = bool(found[first].context) and found[first].context == found[best].context
    return _with(found, lead - {first} if is_sibling else lead, best)


def _with(found: _Passages, chosen: _Positions, position: int) -> _Positions:
    return chosen | {*found[position].context, position}


def _shortened(found: _Passages, chosen: _Positions, limit: int) -> _Passages:
    """Shorten the first chosen paragraph, to leave room for the others; its last sentence then leads on to nothing."""
    first = next((number for number in sorted(chosen) if found[number].is_paragraph), None)
    if first is None:
        return found
    room = max(limit - _length(found, chosen - {first}), _SHORTEST_LEAD)
    kept = opening(found[first].source, min(room, len(found[first].source) - 1))
    if kept == found[first].source:
        return found
    shorter = replace(found[first], source=f"{kept} {LEFT_OUT}", leads_on=False)
    return [*found[:first], shorter, *found[first + 1 :]]


def _filled(shown: _Passages, chosen: _Positions, limit: int) -> _Positions:
    """Add what follows the chosen passages, first after the last of them, while that comes nearer to the limit."""
    for start in sorted(chosen, reverse=True):
        for position in range(start + 1, len(shown)):
            more = _with(shown, chosen, position)
            is_nearer = _is_nearer(_length(shown, more), _length(shown, chosen), limit)
            if position in chosen or not is_nearer or len(more) > _MOST_PASSAGES:
                break
            chosen = chosen if shown[position].leads_on else more
    return chosen


def _is_nearer(longer: int, shorter: int, limit: int) -> bool:
    return longer <= limit * _TOLERANCE and longer - limit < limit - shorter


def _length(shown: _Passages, positions: Iterable[int]) -> int:
    return sum(len(shown[position].source) for position in positions)


def _joined(shown: _Passages, positions: Sequence[int]) -> str:
    text = shown[positions[0]].source if positions[0] == 0 else f"{LEFT_OUT}\n\n{shown[positions[0]].source}"
    for before, after in pairwise(positions):
        text += _between(shown, before, after) + shown[after].source
    if positions[-1] == len(shown) - 1 or text.endswith(LEFT_OUT):
        return text
    return f"{text}\n\n{LEFT_OUT}"


def _between(shown: _Passages, before: int, after: int) -> str:
    if after > before + 1 and not shown[before].source.endswith(LEFT_OUT):
        return f"\n\n{LEFT_OUT}\n\n"
    return "\n" if after == before + 1 and shown[after].is_close else "\n\n"
