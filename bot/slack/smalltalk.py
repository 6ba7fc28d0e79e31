"""Greetings, thanks and wordless messages → a short friendly line, so that nobody is met with silence or a search.

Pure: no I/O.
"""

from __future__ import annotations

import re

from bot import wording

_GREETINGS = {"hi", "hello", "hey", "hiya", "howdy", "good morning", "good afternoon", "good evening", "morning", "yo"}
_THANKS = {
    "thanks",
    "thank you",
    "thx",
    "ty",
    "cheers",
    "many thanks",
    "thanks a lot",
    "thank you so much",
    "great thanks",
}
_TRAILING = re.compile(r"\b(all|everyone|there|team|folks|quicktake|again|very much|so much|a lot)$")


def small_talk(question: str) -> str | None:
    """Return the line that answers a greeting, thanks or a message without any word; None for everything else."""
    words = " ".join(re.findall(r"\w+", question.lower()))
    if not words:
        return wording.NO_WORDS
    core = _TRAILING.sub("", words).strip()
    if {words, core} & _GREETINGS:
        return wording.GREETING
    if {words, core} & _THANKS:
        return wording.WELCOME
    return None
