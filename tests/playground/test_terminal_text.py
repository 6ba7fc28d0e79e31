from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.terminal_text import inline, mrkdwn

if TYPE_CHECKING:
    from bot.playground.model import Json


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("plain", "plain"),
        ("*bold* and _italic_ and ~gone~ and `code`", "bold and italic and gone and code"),
        ("*_both_*", "both"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("<https://example.org|here>", "here (https://example.org)"),
        ("<https://example.org>", "https://example.org"),
        ("<!channel> <@U123> <#C1|general>", "@channel @U123 general"),
        ("a &lt; b &amp;&amp; `x &gt; y`", "a < b && x > y"),
        ("```two\nlines```", "two\nlines"),
    ],
)
def test_mrkdwn_reads_as_in_slack(source: str, read: str) -> None:
    assert mrkdwn(source).plain == read


def test_styles_of_rich_text_are_kept() -> None:
    text = inline(
        [{"type": "text", "text": "loud", "style": {"bold": True, "italic": True}}, {"type": "text", "text": "."}]
    )

    assert text.plain == "loud."
    assert [str(span.style) for span in text.spans] == ["bold italic"]


def test_links_emoji_and_mentions_are_written_out() -> None:
    elements: list[Json] = [
        {"type": "link", "url": "https://example.org", "text": "here"},
        {"type": "emoji", "name": "wave"},
        {"type": "broadcast", "range": "here"},
        {"type": "user", "user_id": "U123"},
        {"type": "date", "timestamp": 0, "format": "{date}", "fallback": "1970"},
    ]

    assert inline(elements).plain == "here (https://example.org)👋@here@U123[date: 1970]"


@settings(max_examples=60)
@given(st.text(alphabet="*_~`<>|@!&; ab\n"))
def test_reading_mrkdwn_never_raises(source: str) -> None:
    mrkdwn(source)
