from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.message_body import MOST_DEPTH, read

Json = dict[str, Any]


def rich(*elements: Json, kind: str = "rich_text_section") -> Json:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": list(elements)}]}


def text(words: str) -> Json:
    return {"type": "text", "text": words}


def section(words: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": words}, **more}


def shared(words: str, **more: Any) -> Json:
    return {"is_share": True, "text": words, "fallback": f"[11:00] anna: {words}", **more}


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"text": "a &amp; b", "blocks": [rich(text("a & b"))]}, "a &amp; b"),
        ({"text": "", "blocks": [section("how do I *listen*?")]}, "how do I *listen*?"),
        (
            {"blocks": [section("one"), {"type": "header", "text": {"type": "plain_text", "text": "2 < 3"}}]},
            "one\n2 &lt; 3",
        ),
        ({"blocks": [section("", fields=[{"type": "mrkdwn", "text": "Question: why?"}])]}, "Question: why?"),
        ({"text": "This content can't be displayed.", "blocks": [section("why?")]}, "why?"),
        ({"text": "This content can't be displayed."}, ""),
        (
            {"blocks": [rich({"type": "user", "user_id": "U1"}, text(" why, "), {"type": "emoji", "name": "wave"})]},
            "<@U1> why, :wave:",
        ),
        (
            {"blocks": [rich({"type": "link", "url": "https://a.example", "text": "this"}, text(" & that"))]},
            "<https://a.example|this> &amp; that",
        ),
        ({"blocks": [rich({"type": "link", "url": "https://a.example"})]}, "<https://a.example>"),
        ({"blocks": [rich(text("x :a: y"), kind="rich_text_preformatted")]}, "```x :a: y```"),
        (
            {"blocks": [rich(rich(text("a"))["elements"][0], rich(text("b"))["elements"][0], kind="rich_text_list")]},
            "a\nb",
        ),
        ({"blocks": [{"type": "context", "elements": [{"type": "mrkdwn", "text": "by Anna"}]}]}, "by Anna"),
        (
            {"blocks": [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, rich(text("b"))]]}]},
            "a b",
        ),
        ({"blocks": [{"type": "actions", "elements": [{"type": "button", "text": text("Press")}]}]}, ""),
        ({"blocks": [{"type": "image", "alt_text": "a cat", "image_url": "https://a.example/c.png"}]}, ""),
    ],
)
def test_own_words_are_read_from_text_or_else_from_blocks(message: Json, said: str) -> None:
    assert read(message) == said


@pytest.mark.parametrize(
    ("attachment", "said"),
    [
        (shared("how do I listen?"), "how do I listen?"),
        (shared("fallen back", message_blocks=[{"message": {"blocks": [section("from blocks")]}}]), "from blocks"),
        ({"is_share": True, "fallback": "[no preview]"}, "[no preview]"),
        ({"pretext": "New", "title": "Ticket", "text": "why?", "fallback": "no"}, "New\nTicket\nwhy?"),
        ({"fields": [{"title": "Question", "value": "why?"}], "fallback": "no"}, "Question\nwhy?"),
        ({"blocks": [section("in blocks")], "fallback": "no"}, "in blocks"),
        (shared("outer", attachments=[shared("inner")]), "outer\ninner"),
    ],
)
def test_attachments_are_read_where_there_is_nothing_else(attachment: Json, said: str) -> None:
    assert read({"text": "", "attachments": [attachment]}) == said


def test_forwarded_words_come_after_the_comment() -> None:
    assert read({"text": "any idea?", "attachments": [shared("how do I listen?")]}) == "any idea?\nhow do I listen?"


def test_preview_of_a_link_is_not_part_of_what_was_said() -> None:
    preview = {"from_url": "https://a.example", "title": "A page", "text": "about pages"}

    assert read({"text": "how do I listen? <https://a.example>", "attachments": [preview]}).endswith(
        "<https://a.example>"
    )


def test_what_nobody_can_have_written_is_left_out() -> None:
    nested: Json = shared("innermost")
    for _ in range(10_000):
        nested = {"is_share": True, "attachments": [nested]}

    assert read({"attachments": [nested]}) == ""
    assert MOST_DEPTH < 100


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "elements", "blocks", "attachments", "fields", "rows", "is_share", "url"]),
            inner | st.sampled_from(["section", "rich_text", "rich_text_list", "table", "link", "user", "header"]),
            max_size=4,
        )
    ),
)


@given(json)
def test_anything_is_read_as_text(message: Any) -> None:
    assert isinstance(read(message), str)
