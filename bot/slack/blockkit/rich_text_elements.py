"""The parts of a rich_text block: built from spans, merged with their like, cut to Slack's sizes.

See https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from bot.markdown.spans import Span, coalesced
from bot.slack import limits

Block = dict[str, Any]
Element = dict[str, Any]

_WORD = re.compile(r"\S*\s*")


def texts(run: Iterable[Span]) -> list[Element]:
    """Return the text and link elements of some spans."""
    return [_text(span) for span in coalesced(run)]


def paragraph(run: Sequence[Span], *, is_quoted: bool) -> list[Element]:
    """Return a section or quotation; nothing for no text, as Slack refuses empty elements."""
    kind = "rich_text_quote" if is_quoted else "rich_text_section"
    return [{"type": kind, "elements": texts(run)}] if run else []


def preformatted(text: str, *, has_border: bool) -> list[Element]:
    """Return text in a fixed-width font; a border continues the quotation around it."""
    if not text.strip():
        return []
    return [{"type": "rich_text_preformatted", "elements": texts([Span(text)])} | _border(has_border)]


def list_item(run: Sequence[Span], number: int | None, *, depth: int, has_border: bool) -> Element:
    """Return a list of one item, a bullet if it has no number; a number that Slack cannot count becomes text."""
    is_countable = number is not None and 1 <= number <= limits.LIST_NUMBER
    prefix = [] if number is None or is_countable else [Span(f"{number}. ")]
    section = {"type": "rich_text_section", "elements": texts([*prefix, *run] or [Span(" ")])}
    style = {"style": "ordered", "offset": number - 1} if number and is_countable else {"style": "bullet"}
    indent = {"indent": min(depth, limits.LIST_INDENT)}
    return {"type": "rich_text_list", "elements": [section]} | style | indent | _border(has_border)


def joined(parts: Iterable[Sequence[Span]], separator: str) -> tuple[Span, ...]:
    """Join runs of text by a separator, passing over empty ones."""
    run: list[Span] = []
    for part in parts:
        run += (Span(separator), *part) if run and part else part
    return tuple(run)


def merged(elements: Iterable[Element]) -> list[Element]:
    """Join neighbouring items of one list, and neighbouring paragraphs by an empty line."""
    groups: list[list[Element]] = []
    for element in elements:
        if groups and _continues(groups[-1][-1], element):
            groups[-1].append(element)
        else:
            groups.append([element])
    return [_unite(group) for group in groups]


def rich_texts(elements: Sequence[Element]) -> list[Block]:
    """Return as many rich_text blocks as the elements' text needs."""
    pages: list[list[Element]] = []
    characters = parts = 0
    for piece in (piece for element in elements for piece in _cut(element)):
        characters, parts = characters + _length(piece), parts + _parts(piece)
        if not pages or characters > limits.RICH_TEXT or parts > limits.ELEMENTS:
            pages.append([])
            characters, parts = _length(piece), _parts(piece)
        pages[-1].append(piece)
    return [{"type": "rich_text", "elements": merged(page)} for page in pages]


def _text(span: Span) -> Element:
    style = {"style": dict.fromkeys(sorted(span.styles), True)} if span.styles else {}
    link = {"type": "link", "url": span.url} if span.url else {"type": "text"}
    return link | {"text": span.text} | style


def _border(has_border: bool) -> dict[str, int]:  # noqa: FBT001  (one private flag)
    return {"border": 1} if has_border else {}


def _continues(before: Element, after: Element) -> bool:
    """Tell whether two elements are one: the same kind of paragraph, or one list whose numbers run on."""
    if before["type"] != after["type"] or before["type"] == "rich_text_preformatted":
        return False
    same = all(before.get(key) == after.get(key) for key in ("style", "indent", "border"))
    return same and ("offset" not in after or before["offset"] + len(before["elements"]) == after["offset"])


def _unite(group: Sequence[Element]) -> Element:
    first, *others = group
    gap = [] if first["type"] == "rich_text_list" else texts([Span("\n\n")])
    rest = chain.from_iterable((*gap, *one["elements"]) for one in others)
    return first | {"elements": [*first["elements"], *rest]}


def _length(element: Element) -> int:
    if "elements" in element:
        return sum(map(_length, element["elements"]))
    return len(element["text"])


def _parts(element: Element) -> int:
    return sum(map(_parts, element["elements"])) if "elements" in element else 1


def _cut(element: Element) -> Iterator[Element]:
    """Yield an element whole or, if too long for one block, in pieces: lists by items, code by lines, text by words."""
    if _length(element) <= limits.RICH_TEXT and _parts(element) <= limits.ELEMENTS:
        yield element
    elif element["type"] == "rich_text_list":
        yield from _cut_list(element)
    else:
        yield from (element | {"elements": page} for page in _cut_texts(element))


def _cut_list(element: Element) -> Iterator[Element]:
    for position, item in enumerate(element["elements"]):
        first, *rest = _cut(item)
        number = {"offset": element["offset"] + position} if "offset" in element else {}
        yield element | {"elements": [first]} | number
        yield from rest


def _cut_texts(element: Element) -> list[list[Element]]:
    by_lines = element["type"] == "rich_text_preformatted"
    pages: list[list[Element]] = [[]]
    room = limits.RICH_TEXT
    for piece in chain.from_iterable(_units(text, by_lines=by_lines) for text in element["elements"]):
        if len(piece["text"]) > room or len(pages[-1]) == limits.ELEMENTS:
            pages.append([])
            room = limits.RICH_TEXT
        _append(pages[-1], piece)
        room -= len(piece["text"])
    return [page for page in pages if page]


def _units(element: Element, *, by_lines: bool) -> Iterator[Element]:
    """Yield a text or link element in parts that should stay whole; a monstrous one is cut through."""
    units = element["text"].splitlines(keepends=True) if by_lines else _WORD.findall(element["text"])
    for unit in units:
        starts = range(0, len(unit), limits.RICH_TEXT)
        yield from (element | {"text": unit[start : start + limits.RICH_TEXT]} for start in starts)


def _append(page: list[Element], piece: Element) -> None:
    """Add a piece, to the last one if both look the same."""
    if page and page[-1] | {"text": ""} == piece | {"text": ""}:
        page[-1] = piece | {"text": page[-1]["text"] + piece["text"]}
    else:
        page.append(piece)
