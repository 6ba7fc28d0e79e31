"""Feedback on an answer, and passing a question on to a person."""

from __future__ import annotations

# Feedback
WHAT_WAS_WRONG = "What was wrong?"
WHAT_WAS_WRONG_LABEL = "It helps the authors to know."
SEND = "Send"
VOTE_REASONS = {
    "wrong_article": "The wrong article",
    "outdated": "Outdated",
    "unclear": "Unclear",
    "something_else": "Something else",
}

# Asking a person
ASKED_A_PERSON = "I passed your question on. You get a direct message when somebody takes it."
NOBODY_REACHED = "I could not pass your question on. Please tell an admin that the experts' channel refuses it."
ASKED_ALREADY = "This question was passed on already."
TAKEN_ALREADY = "Somebody has this question already; the message shows who."
ASKER_NOT_REACHED = "I could not tell the person who asked; please write to them yourself."
TAKE_QUESTION = "Take this question"
MARK_ANSWERED = "Mark as answered"
TAKEN = "Taken by"
ANSWERED = "Answered by"


def tried(titles: list[str]) -> str:
    """Return which articles were nearest to a question that is passed on."""
    return f"Nearest articles: {'; '.join(titles)}"


def taken_for_you(question: str) -> str:
    """Return what follows the name of the person who takes a question, for the one who asked it."""
    return f"takes your question: “{question}”"


def answered_for_you(question: str) -> str:
    """Return what follows the name of the person who answered a question, for the one who asked it."""
    return f"marked your question as answered: “{question}”"
