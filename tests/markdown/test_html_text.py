"""The text of HTML."""

from __future__ import annotations

import pytest

from bot.markdown.html_text import html_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<b>bold</b> and <i>italic</i>", "bold and italic"),
        ("one<br/>two", "one\ntwo"),
        ("<p class='a > b'>one</p>", "\none\n"),
        ('<img src="a.png" alt="the cycle">', "the cycle"),
        ("<!-- a note -->x", "x"),
        ("<style>p { color: red }</style>İx<STYLE>y</style>z", "İxz"),
        ("<script>alert(1)</script>x", "x"),
        ("<script>never closed", "never closed"),
        ("<p class=MsoNormal>x<o:p>&nbsp;</o:p></p>", "\nx\xa0\n"),
        ("<![if !supportLists]>x<![endif]>", "x"),
        ("R&amp;D", "R&D"),
        ("List<String>", "List<String>"),
        ("<your-name>", "<your-name>"),
        ("<Key&amp;>", "<Key&>"),
        ("<!channel>", "<!channel>"),
    ],
)
def test_tags_go_and_words_stay(source: str, text: str) -> None:
    assert html_text(source) == text
