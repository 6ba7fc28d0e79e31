"""Is a message a question that anybody may answer, or talk between people?

Pure: no I/O. Strict on purpose: an answer that nobody wanted annoys, and a question that is passed over can still
be put to the bot.
"""

from __future__ import annotations

import re

from bot.answers.follow_up import goes_on
from bot.slack import message_text
from bot.slack.request import Request

FEWEST_WORDS = 4  # “why though?” refers to something said before
MOST_WORDS = 60  # of the whole message: what is longer tells a story, to which no passage is the answer
MOST_OPENED = 12  # words of a follow-up that begins with “and …”: a longer one is a remark

_SENTENCE = re.compile(r"[^.!?]*\?|[^.!?]+[.!]*")

# “Anna, how …?” and “Hey Tom: …”, but not “Hi all, …” or “So, …”.
_NAME_FIRST = re.compile(r"(?:(?i:hi|hey|hello|dear|ok|okay|so)\s+)?([A-Z][a-z]+)\s?[,:]\s")
_NO_NAMES = re.compile(
    r"(?i:all|any(one|body)|every(one|body)|team|folks|guys|friends|people|coaches|colleagues|hi|hey|hello|dear|so|well|"
    r"ok|okay|also|and|but|now|today|tomorrow|yesterday|thanks|please|question|help|quick|sorry)"
)

# “Can you …?” is put to somebody; “how do you set goals?” is not.
_TO_SOMEBODY = re.compile(
    r"(?<!how )\b(?:are|were|did|do|can|could|will|would|have|had|should|shall) (?:you|u|he|she)\b|"
    r"\bhow (?:are|were|was|is) (?:you|u|he|she)\b"
)


def open_question(request: Request) -> str | None:
    """Return what a message asks of nobody in particular; None for everything else.

    It stands in no thread, names nobody and holds a question mark. What is said around the question is left out.
    """
    if request.thread_ts or request.has_files or not _is_to_nobody(request.text):
        return None
    return _asked(message_text.without_quotes(request.text))


def follow_up(request: Request) -> str | None:
    """Return what a message asks on, a whole question or “and in groups?”; None for everything else."""
    if request.has_files or not _is_to_nobody(request.text):
        return None
    words = message_text.without_quotes(request.text)
    said = message_text.question(words)
    is_opened = goes_on(said) and said.endswith("?") and len(said.split()) <= MOST_OPENED
    return said if is_opened else _asked(words)


def _is_to_nobody(text: str) -> bool:
    said = message_text.without_quotes(text)
    name = _NAME_FIRST.match(message_text.question(said))
    is_called = name is not None and not _NO_NAMES.fullmatch(name[1])
    return not (
        message_text.names_people(text) or is_called or _TO_SOMEBODY.search(message_text.question(said).lower())
    )


def _asked(said: str) -> str | None:
    """The sentences with a question mark; none if they are too short to stand alone, or the message is too long."""
    if len(said.split()) > MOST_WORDS:
        return None
    lines = (message_text.question(line) for line in said.splitlines())
    sentences = (sentence.strip() for line in lines for sentence in _SENTENCE.findall(line))
    asked = [one for one in sentences if one.endswith("?") and len(one.split()) >= FEWEST_WORDS]
    return " ".join(asked) or None
