"""What stands around an answer, around choices, and where nothing fits."""

from __future__ import annotations

MATCHED = "Matched"
FIELD_NAMES = {
    "title": "title",
    "alias": "other ways to ask",
    "keywords": "keywords",
    "description": "summary",
    "answer": "text",
}
READ_ARTICLE = "Read the article"
READ_HERE = "Read here"
SHOW_FULL_ANSWER = "Show full answer"
POST_TO_CHANNEL = "Post to channel"
POST_IN_THREAD = "Post in thread"
BACK = "Back"
SHOW = "Show"
CLOSE = "Close"
FULL_ANSWER = "Full answer"
PREVIOUS_PAGE = "Show previous page"
NEXT_PAGE = "Show next page"
PAGE = "Page {} of {}"
CHOICES = "Several articles could be meant. Which one?"
NO_ANSWER = "I have no article that answers this."
NEAREST = "These come nearest:"
NONE_OF_THESE = "None of these"
NONE_FITTED = "Then I have no article for it."
WHY_THIS = "Why this?"
ASK_A_PERSON = "Ask a person"
HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
REPHRASE = "Try other words, or just the key ones, such as “session goals”."


def asked(question: str) -> str:
    """Return what follows the name of the person whose question is posted."""
    return f"asked: “{question}”"


def headline(title: str, excerpt: str) -> str:
    """Return an answer as one plain text, for notifications and screen readers."""
    return f"{title}\n\n{excerpt}"


def dated(date: str) -> str:
    """Return when an article was last changed."""
    return f"as of {date}"


def from_release(release: str) -> str:
    """Return which corpus release answered."""
    return f"release {release}"


def titles(intro: str, names: list[str]) -> str:
    """Return ``intro`` and a numbered list, as plain text."""
    return "\n".join([intro, *(f"{number}. {name}" for number, name in enumerate(names, 1))])


def show(title: str) -> str:
    """Return what a screen reader says for a button that shows the article called ``title``."""
    return f"Show the article: {title}"
