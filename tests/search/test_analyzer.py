from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.analyzer import normalise, stemmer, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Self-awareness, first!", ["self", "awareness", "first"]),
        ("the client's story", ["the", "clients", "story"]),
        ("the client\u2019s story", ["the", "clients", "story"]),
        ("d\u00e9j\u00e0 vu", ["deja", "vu"]),
        ("Gr\u00f6\u00dfe", ["grosse"]),
        ("a\u2014b \u201cc\u201d", ["a", "b", "c"]),
        ("snake_case 4.2", ["snake", "case", "4", "2"]),
        ("\u6c88\u9ed9\u306e", ["\u6c88\u9ed9", "\u9ed9\u306e"]),
        ("\u8a71 coach", ["\u8a71", "coach"]),
        ("\ud55c\uad6d\uc5b4", ["\ud55c\uad6d\uc5b4"]),
        ("", []),
    ],
)
def test_text_becomes_plain_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_accents_of_scripts_that_need_them_stay() -> None:
    assert normalise("\u0915\u0941") == "\u0915\u0941"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        stemmer("klingon")


@given(st.text())
def test_words_are_never_empty_and_hold_no_spaces(text: str) -> None:
    assert all(word and not word.isspace() and " " not in word for word in words(text))


@given(st.text(st.characters(codec="ascii")))
def test_capitals_make_no_difference(text: str) -> None:
    assert words(text.upper()) == words(text.lower())
