"""Browsing and the Home tab."""

from __future__ import annotations

BROWSE = "Browse articles"
TYPE_TO_FIND = "Type to find an article"
SUBJECTS = "Subjects"
EVERY_SUBJECT = "All subjects"
SUBJECTLESS = "Articles"
NOTHING_TYPED_FITS = "No article matches. Try different words."
SEARCH_TOO_OLD = "Slack no longer lets me post from this search. Please open it again and post from there."
FOR_EXAMPLE = "For example"
FOR_ADMINS = "For admins"
RELOAD = "Reload articles"
ROLL_BACK = "Roll back"


def subjects(names: list[str]) -> str:
    """Return the subjects there are, as one line."""
    return f"Subjects: {', '.join(names)}" if names else ""
