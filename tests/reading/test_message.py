from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.message import MOST_QUESTIONS, read_message

TRACEBACK = """Traceback (most recent call last):
  File "/srv/app/sync.py", line 88, in <module>
    main()
psycopg2.OperationalError: server closed the connection unexpectedly
"""
QUESTION = "How do I agree on goals?"
STATEMENT = "SELECT id FROM clients WHERE goal IS NULL;"
INCIDENT = (
    "Incident summary: at 06:42 CET the gateway began returning 503 to a tenth of all requests. On-call was paged at "
    "06:47, the bad node was drained at 07:05 and traffic recovered by 07:11. Follow-up: add monitoring by Friday."
)
ANNOUNCEMENT = (
    "The exam room is B2 this time, not the big hall. Bring your ID and two pens, bags stay at the front. Seats are "
    "assigned, the list hangs on the door from eight. Phones off, also watches. Good luck to all of you."
)
LOG = "\n".join(f"2025-03-18T04:11:0{second}Z ERROR loader: row 55012 has 13 columns" for second in range(6))


@pytest.mark.parametrize(
    "message",
    [
        f"{QUESTION}\n\n{TRACEBACK}",
        f"{TRACEBACK}\n{QUESTION}",
        f"https://example.com/a/very/long/path?utm_source=x&utm_medium=y {QUESTION}",
        f"{QUESTION}\n\nBest wishes,\nMaria Example\nSenior Partner | Example Ltd\n+44 20 7946 0112 | m@example.com",
        f"{QUESTION}\n--\nMaria\nExample Ltd",
        f"> are you coming to lunch?\n> 5 min\n{QUESTION}",
        f"From: Ann <ann@example.com>\nDate: Mon, 10 Mar 2025 at 18:02\nSubject: Fwd: bot\n\n{QUESTION}",
        f"```\nfor c in clients:\n    ask(c)\n```\n{QUESTION}",
        f"2025-03-18T04:11:02Z ERROR loader: aborting\n10:42:09 npm ERR! errno 1\n{QUESTION}",
        f"java.lang.StackOverflowError\n\tat Fib.f(Fib.java:5)\n... 1021 more\n{QUESTION}",
        f"Hi all! {QUESTION}",
        f"Dear Ms Example,\n{QUESTION}\nThanks,\nTom",
        f":wave: :wave: {QUESTION} :pray:",
        f"{QUESTION}\nThis e-mail is confidential and intended for the addressee only.",
        f"TICKET-4471 | Priority: low | Reporter: jl\nDescription: {QUESTION}",
        f"{STATEMENT}\n{QUESTION}",
    ],
)
def test_noise_around_a_question_is_left_out(message: str) -> None:
    assert read_message(message).questions == (QUESTION,)


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("How do I listen? What is silence good for?", ("How do I listen?", "What is silence good for?")),
        ("- how do I set goals\n- what is a contract", ("how do I set goals", "what is a contract")),
        ("1) how do I set goals 2) what is a contract", ("how do I set goals", "what is a contract")),
        (
            "How do I agree on good goals, and what is silence good for here?",
            ("How do I agree on good goals", "what is silence good for here?"),
        ),
        ("Why is silence important and how do I use it well?", ("Why is silence important and how do I use it well?",)),
        ("Who invented the scale, and when?", ("Who invented the scale, and when?",)),
        ("My week was long. Then it rained. What is a contract?", ("What is a contract?",)),
        ("what does `fork` do", ("what does fork do",)),
        ("session goals", ("session goals",)),
    ],
    ids=["two", "list", "numbers", "one sentence", "looks back", "too short apart", "story", "code word", "keywords"],
)
def test_questions_of_a_message_are_told_apart(message: str, questions: tuple[str, ...]) -> None:
    assert read_message(message).questions == questions


@pytest.mark.parametrize(
    "message",
    [
        INCIDENT,
        ANNOUNCEMENT,
        LOG,
    ],
    ids=["incident", "announcement", "log"],
)
def test_long_text_that_asks_nothing_has_no_question(message: str) -> None:
    assert read_message(message).questions == ()


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    message = read_message(text)

    assert len(message.questions) <= MOST_QUESTIONS
    assert all(question.strip() for question in message.questions) or not text.strip()


@given(st.text())
def test_reading_twice_changes_nothing_more(text: str) -> None:
    once = read_message(text).text

    assert read_message(once).text == once or "\n" in text or not once
