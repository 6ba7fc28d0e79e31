"""Where blocks, formulas and cells begin and end."""

from __future__ import annotations

import pytest

from bot.markdown.parser import parse


def formulas(markdown: str) -> list[tuple[str, str]]:
    return [(node.type, node.content) for node in parse(markdown).walk() if node.type.startswith("formula")]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("a $x$ b", [("formula", "x")]),
        ("a $ OE $ b", [("formula", "OE")]),
        (r"a \(x\) b", [("formula", "x")]),
        ("a $$x$$ b", [("formula_display", "x")]),
        (r"a \[x\] b", [("formula_display", "x")]),
        ("$$\nx\n$$", [("formula_block", "x")]),
        ("\\[\nx\n\\]", [("formula_block", "x")]),
        ("$$ x $$", [("formula_block", "x")]),
        ("Where:\n$$\nx\n- y\n$$\nso", [("formula_block", "x\n- y")]),
        ("1. **Start**:\n   $$\n   x\n   $$", [("formula_block", "x")]),
        ("> $$\n> x\n> $$", [("formula_block", "x")]),
        ("$5 and $ A $, then $50,000", [("formula", "A")]),
    ],
)
def test_formulas_are_found_by_all_four_delimiters(markdown: str, found: list[tuple[str, str]]) -> None:
    assert formulas(markdown) == found


@pytest.mark.parametrize(
    "markdown",
    [
        "It costs $5 to $10.",
        "From $50,000 to $60,000, that is $10,000 more.",
        "5$ or 10$",
        "between US$5 and US$10",
        "$20 million to $30 million",
        "set $HOME and $PATH",
        "`$x$`",
        "```\n$x$\n```",
        r"\$x$",
        "$$\n$$",
        "$ $",
        "a $x",
        r"\(see the note\)",
        r"\[1\]",
    ],
)
def test_prices_variables_and_code_are_no_formulas(markdown: str) -> None:
    assert formulas(markdown) == []


def test_an_unclosed_formula_block_ends_with_its_container() -> None:
    assert formulas("- $$\n  x\n\ntext $$") == []


def test_excess_cells_are_kept_within_quotations_too() -> None:
    cells = [
        node.content for node in parse("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |").walk() if node.type == "inline"
    ]

    assert cells == ["a", "b", "1", "2 | 3"]
