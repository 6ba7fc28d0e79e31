from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QuicktakeError
from bot.slack.blockkit.buttons import MOST_QUESTION, Pointer, Vote, button
from bot.slack.blockkit.unprompted import Unasked
from bot.slack.conversations.escalating import Enquiry
from bot.slack.limits import BUTTON_VALUE


@given(st.text(max_size=300), st.text())
def test_pointer_survives_the_wire(url: str, question: str) -> None:
    pointer = Pointer.from_value(Pointer(url, question).to_value())

    assert pointer == Pointer(url, question[:MOST_QUESTION])


@given(st.text(alphabet=st.characters(max_codepoint=31), min_size=1000))
def test_worst_question_still_fits(question: str) -> None:
    assert len(Pointer("/learn/" + "x" * 300, question).to_value()) <= BUTTON_VALUE


FOREIGN = (
    "",
    "{}",
    "null",
    "[1, 2, 3]",
    "not json",
    '["only one"]',
    '["a", "b", null]',
    "[" * 4_000,
    '"' * 3,
    "\ud800",
)


@pytest.mark.parametrize("read", [Pointer.from_value, Vote.from_value, Unasked.from_value, Enquiry.from_value])
@pytest.mark.parametrize("value", FOREIGN)
def test_who_presses_a_foreign_button_is_told_so(value: str, read: Callable[[str], object]) -> None:
    with pytest.raises(QuicktakeError, match="I don't know this button"):
        read(value)


def test_long_labels_end_between_words() -> None:
    made = button("a", "How do I set goals with a client " * 4, Pointer("", ""))

    assert made["text"]["text"] == "How do I set goals with a client How do I set goals with a client How do I…"
