"""Whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import sentences
from bot.answers.sentences import opening


@pytest.mark.parametrize(
    ("paragraph", "limit", "kept"),
    [
        ("One. Two. Three.", 10, "One. Two."),
        ("One sentence. Two.", 5, "One sentence."),
        ("Is it? Yes! It is.", 12, "Is it? Yes!"),
        ("He said “stop.” Then he left.", 20, "He said “stop.”"),
        ("Dr. Who asks, e.g. this. Then that.", 10, "Dr. Who asks, e.g. this."),
        ("In the U.S. Army. Then out.", 12, "In the U.S. Army."),
        ("**All. Of it** is bold. Not this.", 10, "**All. Of it** is bold."),
        ("no end at all", 5, "no end at all"),
    ],
)
def test_as_many_sentences_as_fit_are_kept_and_never_less_than_one(paragraph: str, limit: int, kept: str) -> None:
    assert opening(paragraph, limit) == kept


def test_a_monstrous_sentence_ends_after_a_word() -> None:
    assert opening("word " * 200, 52) == "word " * 9 + "word"


@given(
    st.lists(
        st.sampled_from(["Say it", "Wait", "www.example.com", "a@example.com", "1. One", "- two", "# three", "> four"])
        | st.text("abcXYZ 12.,:;()\"'-/@\n", max_size=12),
        min_size=1,
        max_size=6,
    ).map(". ".join),
    st.integers(1, 60),
)
def test_where_nothing_marks_the_text_no_cut_falls_into_a_mark(paragraph: str, limit: int) -> None:
    kept = opening(paragraph, limit)

    assert sentences._reading(paragraph).startswith(sentences._reading(kept))
