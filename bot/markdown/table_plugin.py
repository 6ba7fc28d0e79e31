"""Tables as authors mean them, where GitHub's rules have a parser cut them up: a markdown-it plugin.

A "|" within code or a formula separates no cells where the row would have too many otherwise. Cells beyond the last
column are kept: an author who writes a "|" too many means the text all the same; it joins the row's last cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bot.markdown.math_plugin import formula_at

_SEPARATOR = " | "
_FENCE = re.compile(r"[\s>]*(?:`{3,}|~{3,})")
_RULE = re.compile(r"[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,500}(?<!`)\1(?!`)")
_PIPE = re.compile(r"(?<!\\)\|")


def tables_plugin(parser: MarkdownIt) -> None:
    """Keep what stands in a row, and keep it together."""
    parser.core.ruler.before("block", "pipes_in_cells", _escape_pipes)
    parser.core.ruler.before("inline", "excess_cells", _keep_excess_cells)


def _escape_pipes(state: StateCore) -> None:
    if "|" not in state.src or ("`" not in state.src and "$" not in state.src):
        return
    lines = state.src.split("\n")
    for row, columns in _rows(lines):
        for escaped in (_escaped_in_code, _escaped_in_formulas):
            if len(_cells(lines[row])) > columns:
                lines[row] = escaped(lines[row])
    state.src = "\n".join(lines)


def _rows(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of the rows of all tables, and how many columns they should have."""
    columns, is_code = 0, False
    for number, line in enumerate(lines):
        is_code ^= bool(_FENCE.match(line))
        if is_code or "|" not in line:
            columns = 0
        elif number and "-" in line and _RULE.fullmatch(line):
            columns = len(_cells(line))
            yield number - 1, columns
        elif columns:
            yield number, columns


def _escaped_in_code(row: str) -> str:
    return _CODE.sub(lambda code: _PIPE.sub(r"\|", code[0]), row)


def _escaped_in_formulas(row: str) -> str:
    place = 0
    while (place := row.find("$", place)) >= 0:
        found = formula_at(row, place)
        formula = found[1][0] if found else "$"
        escaped = _PIPE.sub(r"\|", formula)
        row = row[:place] + escaped + row[place + len(formula) :]
        place += len(escaped)
    return row


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
