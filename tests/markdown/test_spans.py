"""Running text as spans."""

from __future__ import annotations

import pytest

from bot.markdown.parser import parse
from bot.markdown.spans import Span, alternative_text, spans


def run(markdown: str, site_url: str = "") -> tuple[Span, ...]:
    return spans(parse(markdown).children[0], site_url)


def test_neighbours_of_the_same_look_are_one_span() -> None:
    assert run("R&amp;D\nand\\\nmore") == (Span("R&D and\nmore"),)


def test_a_styled_link_is_a_link_for_each_of_its_looks() -> None:
    url = "https://example.com"

    assert run(f"[a **b**]({url})") == (Span("a ", url=url), Span("b", frozenset({"bold"}), url))


def test_a_linked_picture_leads_where_the_link_does() -> None:
    assert run("[![alt](/a.png)](/b)", "https://example.com") == (Span("alt", url="https://example.com/b"),)


def test_display_mathematics_stands_on_its_own_line() -> None:
    assert run("a\n$$x$$ b") == (Span("a\nx\n b"),)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('![*the* cycle](a.png "title")', "the cycle"),
        ('![](a.png "title")', "title"),
        ("![](img/a.png)", "a.png"),
        ("![]()", "image"),
    ],
)
def test_a_picture_always_has_a_text(markdown: str, text: str) -> None:
    (image,) = parse(markdown).children[0].children[0].children

    assert alternative_text(image) == text
