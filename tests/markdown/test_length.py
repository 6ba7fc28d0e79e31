"""How much of an article is shown, and where one that is too long is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.length import MOST_READABLE, is_readable, pieces, readable
from bot.markdown.parser import parse
from bot.markdown.plaintext import plain
from tests.markdown.hostile import HOSTILE


@given(st.text(st.sampled_from("ab .\n"), max_size=200), st.integers(1, 50))
def test_pieces_are_the_text(text: str, most: int) -> None:
    found = list(pieces(text, most))

    assert "".join(found) == text
    assert all(0 < len(piece) <= most for piece in found) or found == [""]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one two\nthree four", "one two\n"),
        ("One. Two three four", "One."),
        ("one two three", "one two "),
        ("x" * 20, "x" * 12),
    ],
    ids=["line", "sentence", "word", "letter"],
)
def test_a_piece_ends_where_a_reader_would_stop(text: str, first: str) -> None:
    assert next(pieces(text, 12)) == first


def test_an_article_of_usual_length_is_shown_whole() -> None:
    text = "A line of words.\n" * 2_000

    assert readable(text) == text
    assert is_readable(text)


def test_of_an_article_that_is_too_long_the_beginning_is_shown() -> None:
    text = "A line of words.\n" * 3_000

    assert MOST_READABLE - 20 < len(readable(text)) <= MOST_READABLE
    assert text.startswith(readable(text))
    assert not is_readable(text)
    assert plain(text).endswith("words.\n\n…")


@pytest.mark.parametrize("name", ["nested lists", "nested quotations", "emphasis in emphasis", "pictures in pictures"])
def test_nothing_is_nested_too_deeply_to_be_read(name: str) -> None:
    assert parse(HOSTILE[name](MOST_READABLE)).type == "root"
