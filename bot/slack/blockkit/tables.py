"""Markdown tables in Slack: a table block, aligned preformatted text or, if wide, a list of the rows.

See https://docs.slack.dev/reference/block-kit/blocks/table-block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode
from rich.cells import cell_len

from bot.markdown.spans import Span, text_of
from bot.markdown.tables import BLANK, Row, aligned, alignments
from bot.markdown.tables import rows as rows_of
from bot.slack import limits
from bot.slack.blockkit import rich_text_elements as rich
from bot.slack.blockkit.composition import shorten
from bot.slack.blockkit.rich_text_elements import Block, Element

_WIDTH = 60  # characters that a modal shows in a line; wrapped, aligned columns fall to pieces
_LONGEST_LABEL = 150  # characters of a column's name, which each row repeats


def block(table: SyntaxTreeNode, site_url: str = "") -> Block | None:
    """Return a table block, or None for a table larger than Slack takes."""
    if sum(len(part.children) for part in table.children) > limits.TABLE_ROWS:
        return None
    rows = rows_of(table, site_url)
    characters = sum(len(text_of(cell)) for row in rows for cell in row)
    if len(rows[0]) > limits.TABLE_COLUMNS or characters > limits.TABLE_TEXT:
        return None
    settings = [{"align": align, "is_wrapped": True} for align in alignments(table)]
    return {"type": "table", "rows": [[_cell(cell) for cell in row] for row in rows], "column_settings": settings}


def elements(table: SyntaxTreeNode, site_url: str, *, depth: int, has_border: bool) -> Iterator[Element]:
    """Yield the table's text as rich_text elements: aligned columns if they fit a line, else a list of the rows.

    In the list each cell is on its own line behind its column's name, which narrow screens and screen readers need.
    """
    yield from _lay_out(rows_of(table, site_url), alignments(table), depth=depth, has_border=has_border)


def as_text(table: Block) -> Block:
    """Return a table block as a rich_text block, for where Slack takes no tables."""
    rows: list[Row] = [[(Span(_words_in(cell)),) for cell in row] for row in table["rows"]]
    aligns = [column["align"] for column in table["column_settings"]]
    return {"type": "rich_text", "elements": list(_lay_out(rows, aligns, depth=0, has_border=False))}


def _words_in(cell: Block) -> str:
    sections = (section["elements"] for section in cell["elements"])
    return "".join(str(one.get("text") or one.get("url", "")) for elements in sections for one in elements)


def _lay_out(rows: Sequence[Row], aligns: Sequence[str], *, depth: int, has_border: bool) -> Iterator[Element]:
    lines = aligned(rows, aligns)
    if max(map(cell_len, lines)) <= _WIDTH:
        yield from rich.preformatted("\n".join(lines), has_border=has_border)
        return
    header, *body = rows
    yield from rich.paragraph(_bold(rich.joined(header, " | ")), is_quoted=has_border)
    for row in body:
        yield rich.list_item(_record(header, row), None, depth=depth, has_border=has_border)


def _record(header: Row, row: Row) -> tuple[Span, ...]:
    lines = [_bold(row[0])]
    for name, cell in zip(header[1:], row[1:], strict=True):
        label = () if name == BLANK else (Span(f"{shorten(text_of(name), _LONGEST_LABEL)}: "),)
        lines.append((*label, *cell))
    return rich.joined(lines, "\n")


def _bold(run: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(replace(span, styles=span.styles | {"bold"}) for span in run)


def _cell(run: Sequence[Span]) -> Block:
    return {"type": "rich_text", "elements": rich.paragraph(run, is_quoted=False)}
