from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.blockkit.buttons import MOST_QUESTION, Pointer, button
from bot.slack.limits import BUTTON_VALUE


@given(st.text(max_size=300), st.text())
def test_pointer_survives_the_wire(url: str, question: str) -> None:
    pointer = Pointer.from_value(Pointer(url, question).to_value())

    assert pointer == Pointer(url, question[:MOST_QUESTION])


@given(st.text(alphabet=st.characters(max_codepoint=31), min_size=1000))
def test_worst_question_still_fits(question: str) -> None:
    assert len(Pointer("/learn/" + "x" * 300, question).to_value()) <= BUTTON_VALUE


@pytest.mark.parametrize("value", ["", "{}", "[1, 2]", "not json", '["only one"]'])
def test_foreign_values_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Pointer.from_value(value)


def test_long_labels_end_between_words() -> None:
    made = button("a", "How do I set goals with a client " * 4, Pointer("", ""))

    assert made["text"]["text"] == "How do I set goals with a client How do I set goals with a client How do I…"
