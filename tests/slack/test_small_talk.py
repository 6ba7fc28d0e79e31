from __future__ import annotations

import pytest

from bot import wording
from bot.slack.small_talk import small_talk


@pytest.mark.parametrize("text", ["hi", "Hello!", "hey team", "good morning all", "Hi there :)"])
def test_greetings_are_greeted(text: str) -> None:
    assert small_talk(text) == wording.GREETING


@pytest.mark.parametrize("text", ["thanks", "Thank you so much!", "thx", "thanks a lot"])
def test_thanks_are_welcome(text: str) -> None:
    assert small_talk(text) == wording.WELCOME


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ok", wording.AGREED),
        ("Got it!", wording.AGREED),
        ("no", wording.DISAGREED),
        ("that's not it", wording.DISAGREED),
        ("bye", wording.FAREWELL),
        ("help", wording.HELP),
        ("What can you do?", wording.HELP),
        ("who are you", wording.HELP),
    ],
)
def test_other_words_that_ask_nothing_get_their_line(text: str, line: str) -> None:
    assert small_talk(text) == line


@pytest.mark.parametrize("text", ["", "   ", "?!", "…"])
def test_messages_without_words_are_told_so(text: str) -> None:
    assert small_talk(text) == wording.NO_WORDS


@pytest.mark.parametrize(
    "text", ["hi, how do I set goals?", "how do clients say thanks", "all", "goals", "help my client"]
)
def test_questions_are_left_to_the_search(text: str) -> None:
    assert small_talk(text) is None
