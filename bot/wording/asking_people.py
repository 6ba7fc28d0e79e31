"""Feedback on an answer, and passing a question on to a person."""

from __future__ import annotations

# Feedback
WHAT_WAS_WRONG = "What was wrong?"
WHAT_WAS_WRONG_LABEL = "Your reason helps the authors."
SEND = "Send"
VOTE_REASONS = {
    "wrong_article": "The wrong article",
    "outdated": "Outdated",
    "unclear": "Unclear",
    "something_else": "Something else",
}

# Asking a person
ASKED_A_PERSON = "I've passed your question on. You'll get a direct message when someone takes it."
NOBODY_REACHED = "I couldn't pass your question on: the experts' channel refuses it. Please tell an admin."
ASKED_ALREADY = "This question has already been passed on."
TAKEN_ALREADY = "Someone has already taken this question; the message shows who."
ASKER_NOT_REACHED = "I couldn't reach the person who asked. Please message them yourself."
TAKE_QUESTION = "Take this question"
MARK_ANSWERED = "Mark as answered"
TAKEN = "Taken by"
ANSWERED = "Answered by"


def tried(titles: list[str]) -> str:
    """Return which articles were nearest to a question that is passed on."""
    return f"Closest articles: {'; '.join(titles)}"


def taken_for_you(question: str) -> str:
    """Return what follows the name of the person who takes a question, for the one who asked it."""
    return f"has taken your question: “{question}”"


def answered_for_you(question: str) -> str:
    """Return what follows the name of the person who answered a question, for the one who asked it."""
    return f"marked your question as answered: “{question}”"
