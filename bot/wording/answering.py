"""What stands around an answer, around choices, and where nothing fits."""

from __future__ import annotations

from collections.abc import Sequence

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
TOO_LONG = "The article goes on, but the rest is too long for Slack."
CHOICES = "Several articles could fit. Which one do you mean?"
ALSO_ASKED = "You also asked:"
NO_ANSWER = "I don't have an article that answers this."
NEAREST = "These are the closest:"
NONE_OF_THESE = "None of these"
NONE_FITTED = "Then I don't have an article for it."
WHY_THIS = "Why this?"
ASK_A_PERSON = "Ask a person"
HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
REPHRASE = "Try different words, or just the key ones, such as “session goals”."


def comes_close(missing: Sequence[str], titles: int) -> str:
    """Return what introduces the articles that come closest, and what they do not say; Markdown."""
    words = [f"**{word}**" for word in missing]
    listed = " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    closest = "The closest one says" if titles == 1 else "The closest ones say"
    return f"I don't have an article that answers exactly this. {closest} nothing about {listed}:"


def read_as(typed: str, word: str) -> str:
    """Return which word was searched for instead of one that seems misspelt."""
    return f"Searched for “{word}” instead of “{typed}”."


def search_as_typed(typed: str) -> str:
    """Return the label of the button that searches for a word as it was typed."""
    return f"Search for “{typed}”"


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
    """Return which release of the articles the reply comes from."""
    return f"Release {release} of the articles; the same question gets the same reply from it."


def titles(intro: str, names: list[str]) -> str:
    """Return ``intro`` and a numbered list, as plain text."""
    return "\n".join([intro, *(f"{number}. {name}" for number, name in enumerate(names, 1))])


def show(title: str) -> str:
    """Return what a screen reader says for a button that shows the article called ``title``."""
    return f"Show the article: {title}"
