"""Slack's limits, checked before sending."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.limits import check_message, check_view, split

DIVIDER = {"type": "divider"}


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def header(text: str) -> dict[str, Any]:
    return {"type": "header", "text": plain(text)}


def rich_text(text: str) -> dict[str, Any]:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def button(**values: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain("Show"), "action_id": "show", **values}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def table(rows: int, columns: int, text: str = "x") -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": text}] * columns] * rows}


def select(*options: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "section",
        "text": plain("Choose"),
        "accessory": {"type": "static_select", "options": list(options)},
    }


def option(text: str, value: str = "1") -> dict[str, Any]:
    return {"text": plain(text), "value": value}


def modal(**values: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Full answer"), "blocks": [DIVIDER], **values}


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [DIVIDER] * 50,
        [header("x" * 150)],
        [rich_text("x" * 3_000)],
        [actions(*(button(action_id=str(number)) for number in range(25)))],
        [actions(button(text=plain("x" * 75), value="x" * 2_000))],
        [table(100, 20)],
        [select(*(option("x" * 75, str(number)) for number in range(100)))],
        [{"type": "image", "image_url": "https://example.com/a.png", "alt_text": "x" * 2_000}],
        [{"type": "section", "text": plain("x" * 3_000)}, {"type": "context", "elements": [plain("x")] * 10}],
    ],
)
def test_a_message_at_its_limits_passes(blocks: list[dict[str, Any]]) -> None:
    assert check_message(blocks, "x" * 40_000) == []


@pytest.mark.parametrize(
    ("blocks", "problem"),
    [
        ([DIVIDER] * 51, "blocks: length 51, must be 0 to 50"),
        ([header("x" * 151)], "blocks[0].text: length 151, must be 1 to 150"),
        ([header("")], "blocks[0].text: length 0, must be 1 to 150"),
        ([rich_text("x" * 3_001)], "blocks[0]: length 3001, must be 0 to 3000"),
        ([rich_text("")], "blocks[0].elements[0].elements[0].text: length 0, must be 1 to 10000"),
        ([{"type": "rich_text", "elements": []}], "blocks[0].elements: length 0, must be 1 to 1000"),
        ([actions()], "blocks[0].elements: length 0, must be 1 to 25"),
        ([actions(button(text=plain("x" * 76)))], "blocks[0].elements[0].text: length 76, must be 1 to 75"),
        ([actions(button(), button())], "action_id 'show': given 2 times"),
        ([header("a") | {"block_id": "b"}, header("c") | {"block_id": "b"}], "block_id 'b': given 2 times"),
        ([header("a") | {"block_id": "x" * 256}], "blocks[0].block_id: length 256, must be 1 to 255"),
        ([table(1, 1), table(1, 1)], "blocks: 2 tables, must be at most 1"),
        ([table(101, 1)], "blocks[0].rows: length 101, must be 1 to 100"),
        ([table(1, 21)], "blocks[0]: 21 columns, must be 1 to 20"),
        ([table(10, 10, "x" * 101)], "table cells: length 10100, must be 0 to 10000"),
        ([select()], "blocks[0].accessory.options: length 0, must be 1 to 100"),
        ([select(option("x" * 76))], "blocks[0].accessory.options[0].text: length 76, must be 1 to 75"),
        (
            [{"type": "section", "fields": [plain("x" * 2_001)]}],
            "blocks[0].fields[0].text: length 2001, must be 1 to 2000",
        ),
        ([{"type": "section"}], "blocks[0]: neither text nor fields"),
        ([{"type": "image", "image_url": "https://example.com/a.png"}], "blocks[0].alt_text: missing"),
        ([{"type": "markdown", "text": "x" * 7_000}] * 2, "markdown blocks: length 14000, must be 0 to 12000"),
        ([{"type": "alert"}], "blocks[0]: no alert block here"),
    ],
)
def test_a_message_beyond_a_limit_is_told_where(blocks: list[dict[str, Any]], problem: str) -> None:
    assert check_message(blocks, "text") == [problem]


def test_a_message_needs_its_text() -> None:
    assert check_message([DIVIDER], "") == ["text: length 0, must be 1 to 40000"]


def test_a_view_at_its_limits_passes() -> None:
    view = modal(title=plain("x" * 24), close=plain("x" * 24), private_metadata="x" * 3_000, blocks=[DIVIDER] * 100)

    assert check_view(view) == []


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        (modal(title=plain("x" * 25)), "view.title: length 25, must be 1 to 24"),
        (modal(private_metadata="x" * 3_001), "view.private_metadata: length 3001, must be 0 to 3000"),
        (modal(blocks=[DIVIDER] * 101), "view.blocks: length 101, must be 0 to 100"),
        (modal(blocks=[table(1, 1)]), "blocks[0]: no table block here"),
        (modal(blocks=[{"type": "input"}]), "view.submit: missing, though there is an input block"),
        ({"type": "modal", "blocks": []}, "view.title: missing"),
        ({"blocks": []}, "view.type: None, must be modal or home"),
    ],
)
def test_a_view_beyond_a_limit_is_told_where(view: dict[str, Any], problem: str) -> None:
    assert check_view(view) == [problem]


def test_a_home_tab_takes_a_table() -> None:
    assert check_view({"type": "home", "blocks": [table(1, 1)]}) == []


def test_no_page_ends_with_a_header() -> None:
    blocks = [rich_text("a"), header("b"), rich_text("c"), rich_text("d")]

    assert split(blocks, 2) == [blocks[:1], blocks[1:3], blocks[3:]]


@given(st.lists(st.sampled_from([DIVIDER, header("x")])), st.integers(1, 10))
def test_pages_hold_all_blocks_in_order(blocks: list[dict[str, Any]], most: int) -> None:
    pages = split(blocks, most)

    assert [block for page in pages for block in page] == blocks
    assert all(len(page) <= most for page in pages)
    assert pages == [[]] or all(pages)
