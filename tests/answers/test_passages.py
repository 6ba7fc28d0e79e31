"""Answers as passages."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.answers.passages import definitions, passages
from tests.markdown.generated import FEWER, MARKDOWN


def contexts(markdown: str) -> dict[str, list[str]]:
    """Return what each passage stands under, by first lines."""
    found = passages(markdown)
    first_lines = [passage.source.split("\n")[0] for passage in found]
    return {
        line: [first_lines[above] for above in passage.context]
        for line, passage in zip(first_lines, found, strict=True)
    }


def test_blocks_and_list_items_are_passages() -> None:
    found = passages("Lead.\n\n1. one\n   - inner\n2. two\n\n```\ncode\n```")

    assert [passage.source for passage in found] == ["Lead.", "1. one\n   - inner", "2. two", "```\ncode\n```"]


def test_a_passage_stands_under_its_headings() -> None:
    assert contexts("# A\n\ntext\n\n## B\n\nMore.\n\n# C\n\nLast.") == {
        "# A": [],
        "text": ["# A"],
        "## B": ["# A"],
        "More.": ["# A", "## B"],
        "# C": [],
        "Last.": ["# C"],
    }


def test_a_line_in_bold_is_a_heading() -> None:
    assert contexts("**Goals**\n\nBe few.")["Be few."] == ["**Goals**"]


def test_an_introduction_belongs_to_every_item_of_its_list() -> None:
    assert contexts("The steps are:\n\n- one\n- two\n\nDone.") == {
        "The steps are:": [],
        "- one": ["The steps are:"],
        "- two": ["The steps are:"],
        "Done.": [],
    }


def test_an_item_can_introduce_the_list_after_it() -> None:
    assert contexts("1. **Goals**:\n- few\n- clear")["- clear"] == ["1. **Goals**:"]


def test_what_goes_on_in_lower_case_needs_what_it_goes_on_from() -> None:
    assert contexts("The rate is:\n\n$$r$$\n\nwhere $r$ is measured.")["where $r$ is measured."] == [
        "The rate is:",
        "$$r$$",
    ]


@pytest.mark.parametrize("markdown", ["# Alone", "Alone:", "**Alone**"])
def test_the_last_passage_leads_on_to_nothing(markdown: str) -> None:
    assert [passage.leads_on for passage in passages(markdown)] == [False]


def test_definitions_are_kept_apart() -> None:
    markdown = "See [it][1].\n\n[1]: https://example.com\n[2]: /learn"

    assert definitions(markdown) == "[1]: https://example.com\n[2]: /learn"
    assert [passage.source for passage in passages(markdown)] == ["See [it][1]."]


@FEWER
@given(MARKDOWN)
def test_passages_and_definitions_hold_every_line(markdown: str) -> None:
    found = "\n".join([*(passage.source for passage in passages(markdown)), definitions(markdown)])

    assert sorted(found.split()) == sorted(markdown.split())
