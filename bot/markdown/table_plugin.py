"""Keep table cells beyond the last column, which GitHub's rules have a parser drop: a markdown-it plugin.

Pure: no I/O. An author who writes a "|" too many means the text all the same; it joins the row's last cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_block.table import escapedSplit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_SEPARATOR = " | "


def excess_cells_plugin(parser: MarkdownIt) -> None:
    """Append a row's excess cells to its last one."""
    parser.core.ruler.before("inline", "excess_cells", _keep_excess_cells)


def _keep_excess_cells(state: StateCore) -> None:
    lines = state.src.split("\n")
    cells: list[Token] = []
    row = 0
    for token in state.tokens:
        if token.type == "tr_open":
            cells, row = [], (token.map or [0])[0]
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            excess = _cells(lines[row])[len(cells) :]
            cells[-1].content = _SEPARATOR.join([cells[-1].content, *excess])


def _cells(line: str) -> list[str]:
    """Split a row as the parser does, without the marks of the quotation it may stand in."""
    cells = [cell.strip() for cell in escapedSplit(line.lstrip("> \t"))]
    return cells[not cells[0] : len(cells) - (not cells[-1])]
