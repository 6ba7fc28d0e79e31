from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.open_questions import follow_up, open_question
from bot.slack.request import Request


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("How do I set goals with a client?", "How do I set goals with a client?"),
        ("how do you set goals with a client?", "how do you set goals with a client?"),
        ("Hi all, quick one. What is silence good for? Thanks!", "What is silence good for?"),
        ("<!here> does anyone know how to measure progress?", "does anyone know how to measure progress?"),
        ("I lost my notes.\nHow do I measure progress now? :thinking_face:", "How do I measure progress now?"),
        ("So, what makes a question powerful?", "So, what makes a question powerful?"),
        ("What is R&amp;D coaching good for?", "What is R&D coaching good for?"),
    ],
)
def test_question_to_nobody_in_particular_is_taken_without_what_stands_around_it(said: str, asked: str) -> None:
    assert open_question(Request(text=said)) == asked


@pytest.mark.parametrize(
    "said",
    [
        "",
        "I set goals with every client.",
        "Really? Why though?",
        "<@U0ADA> how do I set goals with a client?",
        "how do I set goals with a client, <@U0ADA|ada>?",
        "<!subteam^S012|@coaches> how do I set goals with a client?",
        "Anna, how do I set goals with a client?",
        "Hey Tom, what is silence good for in coaching?",
        "Can you send me the invoice for March?",
        "How are you doing this morning?",
        "what do you think about the new schedule?",
        "&gt; How do I set goals with a client?\nThis was asked last week.",
        "```how do I set goals with a client?``` crashes",
        "word " * 60 + "and how do I set goals with a client?",
    ],
)
def test_talk_between_people_is_no_open_question(said: str) -> None:
    assert open_question(Request(text=said)) is None


@pytest.mark.parametrize("more", [Request(thread_ts="1.0"), Request(has_files=True)])
def test_reply_in_a_thread_and_question_about_a_file_are_no_open_questions(more: Request) -> None:
    assert open_question(replace(more, text="How do I set goals with a client?")) is None


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("and in groups?", "and in groups?"),
        ("What about managers?", "What about managers?"),
        ("how do I measure that progress?", "how do I measure that progress?"),
    ],
)
def test_follow_up_is_a_question_or_begins_like_one_that_goes_on(said: str, asked: str) -> None:
    assert follow_up(Request(text=said, thread_ts="1.0")) == asked


@pytest.mark.parametrize(
    "said",
    ["and that was it", "thanks!", "what about you, <@U0ADA>?", "Tom, what about managers?", "did you try that?"],
)
def test_talk_in_a_thread_is_no_follow_up(said: str) -> None:
    assert follow_up(Request(text=said, thread_ts="1.0")) is None


@given(st.text())
def test_any_text_can_be_judged(said: str) -> None:
    asked = open_question(Request(text=said))

    assert asked is None or asked.endswith("?")
    follow_up(Request(text=said))
