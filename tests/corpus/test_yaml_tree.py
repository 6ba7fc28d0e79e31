from __future__ import annotations

import pytest

from bot.corpus.yaml_tree import FormatError, Node, parse_yaml


def test_values_stay_the_texts_that_were_written() -> None:
    node = parse_yaml("a: 0123\nb: yes\nc: 2025-03-20\nd: 1e3")

    assert isinstance(node.value, dict)
    assert [child.value for child in node.value.values()] == ["0123", "yes", "2025-03-20", "1e3"]


def test_each_value_knows_its_line() -> None:
    node = parse_yaml("a: 1\nb:\n  - x\n  - y\n", first_line=2)

    assert isinstance(node.value, dict)
    assert node.value["b"] == Node((Node("x", 4), Node("y", 5)), 4)


@pytest.mark.parametrize("null", ["", "~", "null", "NULL"])
def test_null_is_the_empty_text(null: str) -> None:
    assert parse_yaml(f"a: {null}").value == {"a": Node("", 1)}


def test_a_quoted_null_is_a_word() -> None:
    assert parse_yaml("a: 'null'").value == {"a": Node("null", 1)}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: [1, 2\n", 2, "did not find expected"),
        ("a: 1\nb: 'x\nc: 3", 2, "unexpected end"),
        ("a: 1\nb: c: d", 2, "not allowed"),
        ("a: 1\n- b", 2, "did not find expected"),
        ("a: 1\nb: 2\na: 2", 3, "`a` is written twice, first on line 1; keep one"),
        ("a: &a [x]\nb: *a", 2, "aliases"),
        ("a: &a [*a]", 1, "aliases"),
        ("? [a]\n: b", 1, "a key must be a word"),
        ("a: \x01", 1, "control character"),
        ("a: " + "[" * 30, 1, "nested deeper"),
        ("a: " + "[" * 300_000, 1, "nested deeper"),
        ("- " * 300_000, 1, "nested deeper"),
        ("--- a\n--- b", 2, "a second document"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text: str, line: int, reason: str) -> None:
    with pytest.raises(FormatError, match=reason) as caught:
        parse_yaml(text)

    assert caught.value.line == line


def test_tags_make_no_objects() -> None:
    node = parse_yaml("a: !!python/object/apply:os.system [echo]")

    assert node.value == {"a": Node((Node("echo", 1),), 1)}


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    laughs = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))

    with pytest.raises(FormatError, match="aliases"):
        parse_yaml("l0: &l0 ha\n" + laughs)
