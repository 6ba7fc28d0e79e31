"""Markdown tables in Slack: a table block, aligned preformatted text or, if wide, a list of the rows.

Pure: no I/O. See https://docs.slack.dev/reference/block-kit/blocks/table-block.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from bot.slack.blockkit import limits
from bot.slack.markdown import elements as rich
from bot.slack.markdown.spans import Span, spans, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from bot.slack.markdown.elements import Block, Element

_WIDTH = 60  # characters that a modal shows in a line; wrapped, aligned columns fall to pieces
_GAP = "  "

_BLANK = (Span(" "),)  # Slack refuses an empty text

_Row = list[tuple[Span, ...]]


def block(table: SyntaxTreeNode, site_url: str = "") -> Block | None:
    """Return a table block, or None for a table larger than Slack takes."""
    rows = _rows(table, site_url)
    characters = sum(len(text_of(cell)) for row in rows for cell in row)
    if len(rows) > limits.TABLE_ROWS or len(rows[0]) > limits.TABLE_COLUMNS or characters > limits.TABLE_TEXT:
        return None
    settings = [{"align": align, "is_wrapped": True} for align in _alignments(table)]
    return {"type": "table", "rows": [[_cell(cell) for cell in row] for row in rows], "column_settings": settings}


def elements(table: SyntaxTreeNode, site_url: str, *, depth: int, has_border: bool) -> Iterator[Element]:
    """Yield the table's text as rich_text elements: aligned columns if they fit a line, else a list of the rows.

    In the list each cell is on its own line behind its column's name, which narrow screens and screen readers need.
    """
    rows = _rows(table, site_url)
    lines = _aligned(rows, _alignments(table))
    if max(map(cell_len, lines)) <= _WIDTH:
        yield from rich.preformatted("\n".join(lines), has_border=has_border)
        return
    header, *body = rows
    yield from rich.paragraph(_bold(rich.joined(header, " | ")), is_quoted=has_border)
    for row in body:
        yield rich.list_item(_record(header, row), None, depth=depth, has_border=has_border)


def plain(table: SyntaxTreeNode) -> str:
    """Return the table as lines of text in columns, however wide."""
    return "\n".join(_aligned(_rows(table, ""), _alignments(table)))


def _aligned(rows: Sequence[_Row], alignments: Sequence[str]) -> list[str]:
    texts = [[" ".join(text_of(cell).split()) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip_longest(*texts, fillvalue="")]
    lines = [_GAP.join(map(_padded, row, widths, alignments)).rstrip() for row in texts]
    return [lines[0], _GAP.join("─" * width for width in widths), *lines[1:]]


def _rows(table: SyntaxTreeNode, site_url: str) -> list[_Row]:
    rows = (row for part in table.children for row in part.children)
    return [[spans(cell, site_url) or _BLANK for cell in row.children] for row in rows]


def _alignments(table: SyntaxTreeNode) -> list[str]:
    header = table.children[0].children[0]
    return [str(cell.attrs.get("style", "")).rpartition(":")[2] or "left" for cell in header.children]


def _record(header: _Row, row: _Row) -> tuple[Span, ...]:
    lines = [_bold(row[0])]
    for name, cell in zip(header[1:], row[1:], strict=True):
        label = () if name == _BLANK else (Span(f"{text_of(name)}: "),)
        lines.append((*label, *cell))
    return rich.joined(lines, "\n")


def _bold(run: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(replace(span, styles=span.styles | {"bold"}) for span in run)


def _cell(run: Sequence[Span]) -> Block:
    return {"type": "rich_text", "elements": rich.paragraph(run, is_quoted=False)}


def _padded(text: str, width: int, align: str) -> str:
    missing = width - cell_len(text)
    left = {"right": missing, "center": missing // 2}.get(align, 0)
    return " " * left + text + " " * (missing - left)
