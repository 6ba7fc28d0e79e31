"""Greetings, thanks, a mere “no”, wordless messages → a short friendly line: nobody is met with silence or a search.

Pure: no I/O.
"""

from __future__ import annotations

import re

from bot import wording

_GREETINGS = {"hi", "hello", "hey", "hiya", "howdy", "good morning", "good afternoon", "good evening", "morning", "yo"}
_THANKS = {
    *("thanks", "thank you", "thx", "ty", "cheers", "many thanks", "thanks a lot", "thank you so much", "great thanks"),
    *("ok thanks", "okay thanks", "perfect thanks", "cool thanks"),
}
_AGREEMENT = {
    *("ok", "okay", "k", "yes", "yep", "yeah", "sure", "great", "cool", "nice", "perfect", "awesome", "good", "fine"),
    *("got it", "i see", "makes sense", "that helps", "that helped", "very helpful", "helpful", "alright", "right"),
}
_DISAGREEMENT = {
    *("no", "nope", "nah", "wrong", "not really", "not helpful", "that does not help", "that doesn t help", "not that"),
    *("that s not it", "that s wrong", "wrong answer", "wrong article", "not what i meant"),
}
_FAREWELLS = {"bye", "goodbye", "good bye", "see you", "see you later", "good night", "cu", "ciao"}
_ABOUT = {
    *("what can you do", "what do you do", "who are you", "what are you", "how do you work", "how does this work"),
    *(
        "what is this",
        "what is quicktake",
        "how can you help",
        "can you help",
        "can you help me",
        "help me",
        "commands",
    ),
}
_LINES = (
    (_GREETINGS, wording.GREETING),
    (_THANKS, wording.WELCOME),
    (_AGREEMENT, wording.AGREED),
    (_DISAGREEMENT, wording.DISAGREED),
    (_FAREWELLS, wording.FAREWELL),
    ({"help", *_ABOUT}, wording.HELP),
)
_TRAILING = re.compile(r"\b(all|everyone|there|team|folks|quicktake|again|very much|so much|a lot)$")


def small_talk(question: str) -> str | None:
    """Return the line that answers what is no question at all, or one about the bot; None for everything else."""
    words = " ".join(re.findall(r"\w+", question.lower()))
    if not words:
        return wording.NO_WORDS
    core = _TRAILING.sub("", words).strip()
    return next((line for known, line in _LINES if {words, core} & known), None)
