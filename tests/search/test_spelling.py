from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.spelling import Spelling
from bot.search.vocabulary import Vocabulary

KNOWN = ("agreement", "awareness", "coach", "coaching", "contract", "goal", "session", "silence", "silent")
WORDS, _ = Vocabulary.of(KNOWN)
SPELLING = Spelling.of(WORDS, np.ones(len(KNOWN), dtype=np.int32))


def corrected(word: str, spelling: Spelling = SPELLING) -> list[str]:
    return [spelling.words.word(number) for number, _ in spelling.corrections(word)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("silense", "silence"),
        ("caoching", "coaching"),
        ("sesion", "session"),
        ("agreemnet", "agreement"),
        ("ocach", "coach"),
    ],
)
def test_a_misspelt_word_is_recognised(written: str, meant: str) -> None:
    assert corrected(written)[0] == meant


@pytest.mark.parametrize("word", ["", "gol", "2024", "xylophone", "c3po"])
def test_short_words_numbers_and_strangers_are_left_alone(word: str) -> None:
    assert corrected(word) == []


def test_of_two_that_are_as_near_the_frequent_one_comes_first() -> None:
    frequencies = np.array([1 if word == "silence" else 500 for word in KNOWN], dtype=np.int32)

    found = corrected("silenc", Spelling.of(WORDS, frequencies))

    assert found[:2] == ["silence", "silent"] or found[0] == "silent"


def test_a_word_is_known_only_as_a_whole() -> None:
    assert SPELLING.knows("coach")
    assert not SPELLING.knows("coa")


def test_no_words_no_corrections() -> None:
    nothing, _ = Vocabulary.of([])

    assert corrected("silense", Spelling.of(nothing, np.zeros(0, dtype=np.int32))) == []


@given(st.text(max_size=40))
def test_likeness_is_between_0_and_1(word: str) -> None:
    assert all(0 < likeness <= 1 for _, likeness in SPELLING.corrections(word))


@given(st.sampled_from([word for word in KNOWN if len(word) > 5]), st.data())
def test_one_slip_after_the_first_letter_is_forgiven(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    slip = word[:place] + word[place + 1 :]

    assert word in corrected(slip)
