"""A Markdown table as rows of cells, and as aligned lines of text.

Pure: no I/O.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from bot.markdown.spans import Span, spans, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

BLANK = (Span(" "),)  # Slack refuses an empty text

_GAP = "  "
_WIDEST = 120  # characters of a column: one endless cell shall not blow up all the cells above and below it

Row = list[tuple[Span, ...]]


def plain(table: SyntaxTreeNode) -> str:
    """Return the table as lines of text in columns, however wide."""
    return "\n".join(aligned(rows(table), alignments(table)))


def rows(table: SyntaxTreeNode, site_url: str = "") -> list[Row]:
    """Return the cells of each row, the header's first; an empty cell is ``BLANK``."""
    found = (row for part in table.children for row in part.children)
    return [[spans(cell, site_url) or BLANK for cell in row.children] for row in found]


def alignments(table: SyntaxTreeNode) -> list[str]:
    """Return left, right or center for each column."""
    header = table.children[0].children[0]
    return [str(cell.attrs.get("style", "")).rpartition(":")[2] or "left" for cell in header.children]


def aligned(rows: Sequence[Row], alignments: Sequence[str]) -> list[str]:
    """Return a line for each row, its cells padded to the width of their columns, and a rule under the header."""
    texts = [[" ".join(text_of(cell).split()) for cell in row] for row in rows]
    widths = [min(max(map(cell_len, column)), _WIDEST) for column in zip_longest(*texts, fillvalue="")]
    lines = [_GAP.join(map(_padded, row, widths, alignments)).rstrip() for row in texts]
    return [lines[0], _GAP.join("─" * width for width in widths), *lines[1:]]


def _padded(text: str, width: int, align: str) -> str:
    missing = max(width - cell_len(text), 0)
    left = {"right": missing, "center": missing // 2}.get(align, 0)
    return " " * left + text + " " * (missing - left)
