"""Whole sentences."""

from __future__ import annotations

import pytest

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
