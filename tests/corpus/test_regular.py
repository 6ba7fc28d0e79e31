from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.corpus.regular import read_regular
from bot.corpus.yaml_tree import FormatError, Node, parse_yaml

USUAL = """_schema: default
id: -4
title: >-
    What is: a "coaching" agreement?  # really
seo:
  title: Site | Agreements
  page_description: >-
    Ends with a space.\x20
author: Ana
empty:
url: /agreements/what
related_article1:
    id: 3
    title: >-
        - How do we begin?
"""


def test_the_usual_shape_is_read_as_yaml_reads_it() -> None:
    node = read_regular(USUAL, first_line=2)

    assert node is not None
    assert node == parse_yaml(USUAL, first_line=2)


@pytest.mark.parametrize(
    "text",
    [
        "title: 'quoted'",
        "title: a: b",
        "title: a #b",
        "title: a:",
        "title: null",
        "title: [a]",
        "title: a\n  continued",
        "title: >-\n  a\n  b: c",
        "title: >-\n  a\n\n  b",
        "title: >-\n    a\n  b: c",
        "title: |\n  a",
        "a:\n  - b",
        "a:\n  b:\n    c: d",
        "a:\n    b: c\n  d: e",
        "a:\n    b: >-\n  c",
        "a: 1\na: 2",
        "null: a",
        "# comment\na: b",
        "a: b\tc",
        "a: b\u2028c",
        "a: *b",
        "",
    ],
)
def test_whatever_is_unusual_is_left_to_yaml(text: str) -> None:
    assert read_regular(text) is None


keys = st.sampled_from(["title", "url", "seo", "  page_title", "    id", "", "  ", "null"])
values = st.text(alphabet="ab1 :-[]>|&*!#'\"%@\n,?~/(\t\x85\xa0é", max_size=12)


def by_yaml(text: str) -> Node | None:
    try:
        return parse_yaml(text)
    except FormatError:
        return None


@given(st.lists(st.tuples(keys, st.sampled_from([": ", ":", ": >-\n    ", ":\n  "]), values), min_size=1, max_size=6))
@example([("title", ": ", "a"), ("", "", "...")])
def test_what_is_read_is_what_yaml_gives(lines: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{key}{mark}{value}\n" for key, mark, value in lines)

    node = read_regular(text)

    assert node is None or node == by_yaml(text)
