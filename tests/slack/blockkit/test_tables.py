"""Tables with and without a table block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.markdown.parser import parse
from bot.markdown.tables import plain
from bot.slack.blockkit import tables

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


def table(markdown: str) -> SyntaxTreeNode:
    return parse(markdown).children[0]


def grid(rows: int, columns: int, cell: str = "x") -> SyntaxTreeNode:
    row = f"|{f'{cell}|' * columns}\n"
    return table(f"{row}|{'-|' * columns}\n{row * (rows - 1)}")


def test_a_table_at_the_limits_is_a_block_and_one_beyond_is_not() -> None:
    assert tables.block(grid(100, 20))
    assert tables.block(grid(101, 1)) is None
    assert tables.block(grid(2, 21)) is None
    assert tables.block(grid(100, 10, "x" * 11)) is None


def test_cells_keep_their_looks_and_empty_ones_a_space() -> None:
    block = tables.block(table("| **a** | |\n|---|---|"))

    assert block
    texts = [cell["elements"][0]["elements"] for cell in block["rows"][0]]
    assert texts == [[{"type": "text", "text": "a", "style": {"bold": True}}], [{"type": "text", "text": " "}]]


def test_columns_line_up_as_their_author_aligned_them() -> None:
    text = plain(table("| left | right | centre |\n|---|--:|:-:|\n| a | b | c |\n| 日本 | 語 | d |"))

    assert text.split("\n") == ["left  right  centre", "────  ─────  ──────", "a         b    c", "日本     語    d"]


def test_a_short_row_is_filled_up() -> None:
    assert plain(table("| a | b |\n|---|---|\n| c |")).split("\n") == ["a  b", "─  ─", "c"]
