from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.validation import check_message_blocks, check_options, check_view

if TYPE_CHECKING:
    from bot.playground.model import Json


def plain(text: str = "Go") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "Listen.") -> Json:
    return {"type": "mrkdwn", "text": text}


def button(**more: object) -> Json:
    return {"type": "button", "text": plain(), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def select(count: int, **more: object) -> Json:
    options = [{"text": plain(f"{n}"), "value": f"{n}"} for n in range(count)]
    return {"type": "static_select", "options": options, **more}


def rich(*inline: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(inline)}]}


def table(*rows: list[Json]) -> Json:
    return {"type": "table", "rows": list(rows)}


def raw(text: str) -> Json:
    return {"type": "raw_text", "text": text}


FEEDBACK: Json = {
    "type": "feedback_buttons",
    "action_id": "feedback",
    "positive_button": {"text": plain("Helpful"), "value": "yes", "accessibility_label": "This helped"},
    "negative_button": {"text": plain("Not helpful"), "value": "no"},
}
GOOD_MESSAGE: list[Json] = [
    {"type": "header", "text": plain("Active listening")},
    {"type": "section", "block_id": "s", "text": mrkdwn(), "fields": [mrkdwn()], "accessory": button(action_id="a")},
    rich({"type": "text", "text": "bold", "style": {"bold": True}}, {"type": "link", "url": "https://example.org"}),
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_list",
                "style": "ordered",
                "indent": 1,
                "elements": rich(raw("x") | {"type": "text"})["elements"],
            },
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "code"}]},
            {"type": "rich_text_quote", "elements": [{"type": "emoji", "name": "wave"}]},
        ],
    },
    table([raw("a"), rich({"type": "text", "text": "b"})]),
    {"type": "context", "elements": [mrkdwn(), {"type": "image", "image_url": "https://e.org/a.png", "alt_text": "A"}]},
    {"type": "divider"},
    actions(button(action_id="b", value="1", style="primary"), select(2, action_id="c")),
    {"type": "context_actions", "elements": [FEEDBACK]},
    {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A tree", "title": plain()},
]
BAD_BLOCKS: list[tuple[Json, str]] = [
    ({"type": "carousel"}, "unsupported type: carousel [json-pointer:/blocks/0/type]"),
    ({}, "missing required field: type [json-pointer:/blocks/0]"),
    ({"type": "header"}, "missing required field: text [json-pointer:/blocks/0]"),
    ({"type": "header", "text": plain("")}, "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    (
        {"type": "header", "text": plain("x" * 151)},
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    ({"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
    ({"type": "divider", "colour": 1}, "invalid additional property: colour [json-pointer:/blocks/0]"),
    ({"type": "divider", "block_id": "x" * 256}, "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
    ({"type": "section"}, "must define either text or fields [json-pointer:/blocks/0]"),
    (
        {"type": "section", "text": mrkdwn("x" * 3001)},
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ),
    ({"type": "section", "fields": [mrkdwn()] * 11}, "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
    (
        {"type": "section", "fields": [mrkdwn("x" * 2001)]},
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    ({"type": "context", "elements": []}, "no less than 1 items required [json-pointer:/blocks/0/elements]"),
    (
        {"type": "context", "elements": [mrkdwn()] * 11},
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    ({"type": "context", "elements": [button()]}, "unsupported type: button [json-pointer:/blocks/0/elements/0/type]"),
    (actions(*[button()] * 26), "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
    (
        actions(button(text=plain("x" * 76))),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (actions(button(value="x" * 2001)), "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
    (actions(button(url="/relative")), "invalid url [json-pointer:/blocks/0/elements/0/url]"),
    (actions(button(style="default")), "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]"),
    (actions(FEEDBACK), "unsupported type: feedback_buttons [json-pointer:/blocks/0/elements/0/type]"),
    (actions(select(0)), "no less than 1 items required [json-pointer:/blocks/0/elements/0/options]"),
    (actions(select(101)), "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]"),
    (
        actions(select(1, initial_option={"text": plain("x"), "value": "x"})),
        "must match exactly one of the options [json-pointer:/blocks/0/elements/0/initial_option]",
    ),
    (
        actions({"type": "static_select"}),
        "must define exactly one of: options, option_groups [json-pointer:/blocks/0/elements/0]",
    ),
    (
        {"type": "image", "image_url": "https://e.org", "alt_text": ""},
        "must be more than 0 characters [json-pointer:/blocks/0/alt_text]",
    ),
    ({"type": "rich_text", "elements": []}, "no less than 1 items required [json-pointer:/blocks/0/elements]"),
    (
        rich({"type": "text", "text": ""}),
        "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
    ),
    (
        rich({"type": "mrkdwn", "text": "x"}),
        "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/elements/0/type]",
    ),
    (
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_list", "style": "dashed", "elements": rich(mrkdwn())["elements"]}],
        },
        "must be one of: bullet, ordered [json-pointer:/blocks/0/elements/0/style]",
    ),
    (table(*[[raw("x")]] * 101), "no more than 100 items allowed [json-pointer:/blocks/0/rows]"),
    (table([raw("x")] * 21), "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]"),
    (
        table([raw("x" * 6000), raw("x" * 4001)]),
        "table must be less than 10001 characters in all [json-pointer:/blocks]",
    ),
    ({"type": "markdown", "text": "x" * 12001}, "must be less than 12001 characters [json-pointer:/blocks/0/text]"),
]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "text", "elements", "options", "rows", "blocks"]), inner, max_size=4)
    ),
)


def test_every_kind_of_good_block_passes() -> None:
    assert check_message_blocks(GOOD_MESSAGE) == ()


@pytest.mark.parametrize(("block", "rule"), BAD_BLOCKS, ids=[rule for _, rule in BAD_BLOCKS])
def test_bad_block_is_named_with_the_rule_it_breaks(block: Json, rule: str) -> None:
    assert rule in [str(violation) for violation in check_message_blocks([block])]


def test_fifty_blocks_pass_and_one_more_does_not() -> None:
    divider = {"type": "divider"}

    assert check_message_blocks([divider] * 50) == ()
    assert [str(found) for found in check_message_blocks([divider] * 51)] == [
        "no more than 50 items allowed [json-pointer:/blocks]"
    ]


def test_ids_must_be_unique_in_a_message() -> None:
    blocks = [actions(button(action_id="a")) | {"block_id": "x"}, actions(button(action_id="a")) | {"block_id": "x"}]

    rules = [str(violation) for violation in check_message_blocks(blocks)]

    assert rules == [
        "block_id 'x' already exists [json-pointer:/blocks/1/block_id]",
        "action_id 'a' already exists [json-pointer:/blocks/1/elements/0/action_id]",
    ]


def test_markdown_blocks_share_one_budget() -> None:
    blocks = [{"type": "markdown", "text": "x" * 7000}] * 2

    assert [v.rule for v in check_message_blocks(blocks)] == ["markdown must be less than 12001 characters in all"]


def test_modal_needs_a_short_title_and_a_submit_button_for_its_inputs() -> None:
    field = {"type": "input", "label": plain(), "element": {"type": "plain_text_input"}}
    view = {
        "type": "modal",
        "title": plain("x" * 25),
        "blocks": [field, table([raw("a")])],
        "private_metadata": "x" * 3001,
    }

    rules = [str(violation) for violation in check_view(view, "modal")]

    assert rules == [
        "must be less than 25 characters [json-pointer:/view/title/text]",
        "unsupported type: table [json-pointer:/view/blocks/1/type]",
        "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        "is required when an input block is within blocks [json-pointer:/view/submit]",
    ]


def test_home_tab_takes_a_hundred_blocks_and_no_title() -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}] * 100}

    assert check_view(home, "home") == ()
    assert [v.rule for v in check_view({**home, "title": plain()}, "home")] == ["invalid additional property: title"]


def test_options_may_be_empty_but_not_too_many() -> None:
    assert check_options({"options": []}) == ()
    assert [v.rule for v in check_options(select(101) | {"type": "x"})] == ["no more than 100 items allowed"]


@settings(max_examples=60)
@given(JSON)
def test_checking_never_raises_whatever_is_sent(sent: object) -> None:
    check_message_blocks(sent)
    check_message_blocks([sent, {"type": "actions", "elements": [sent]}, {"type": "table", "rows": sent}])
    check_view(sent, "modal")
    check_options(sent)
