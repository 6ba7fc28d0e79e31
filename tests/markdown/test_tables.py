from __future__ import annotations

import pytest

from bot.markdown.plaintext import plain

RULE = "| a | b |\n|---|---|\n"


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("| `x|y` | 2 |", "x|y  2"),
        ("| `x\\|y` | 2 |", "x|y  2"),
        ("| $|x|$ | 2 |", "|x|  2"),
        ("| $5 | $6 |", "$5  $6"),
        ("| `a` | `b` |", "a  b"),
        ("| 1 | 2 | 3 |", "1  2 | 3"),
        ("| `a | b` |", "`a  b`"),
    ],
)
def test_a_pipe_within_code_or_a_formula_separates_cells_only_where_they_are_needed(row: str, shown: str) -> None:
    assert plain(RULE + row).splitlines()[-1] == shown


@pytest.mark.parametrize("markdown", ["`a|b` and | c", "```\n| a |\n|---|\n| `a|b` |\n```", "    | `a|b` |"])
def test_pipes_outside_of_tables_are_left_alone(markdown: str) -> None:
    assert "\\" not in plain(markdown)


def test_a_table_in_a_quotation_is_kept_together_too() -> None:
    assert plain("> | a | b |\n> |---|---|\n> | `x|y` | 2 |").splitlines()[-1] == "> x|y  2"
