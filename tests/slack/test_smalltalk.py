from __future__ import annotations

import pytest

from bot import wording
from bot.slack.smalltalk import small_talk


@pytest.mark.parametrize("text", ["hi", "Hello!", "hey team", "good morning all", "Hi there :)"])
def test_greetings_are_greeted(text: str) -> None:
    assert small_talk(text) == wording.GREETING


@pytest.mark.parametrize("text", ["thanks", "Thank you so much!", "thx", "thanks a lot"])
def test_thanks_are_welcome(text: str) -> None:
    assert small_talk(text) == wording.WELCOME


@pytest.mark.parametrize("text", ["", "   ", "?!", "…"])
def test_messages_without_words_are_told_so(text: str) -> None:
    assert small_talk(text) == wording.NO_WORDS


@pytest.mark.parametrize("text", ["hi, how do I set goals?", "how do clients say thanks", "all", "goals"])
def test_questions_are_left_to_the_search(text: str) -> None:
    assert small_talk(text) is None
