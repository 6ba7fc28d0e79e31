"""A message as somebody wrote it → what it asks.

A person asks one short question, tells a story around one, or asks three at once. What tells nothing about what is
wanted is left out; what asks is kept apart from what does not.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.noise import clean

MOST_QUESTIONS = 5
LONG = 30
"""Words from which a message that asks nothing is a report, a joke or an announcement, and no question put shortly."""

SHORT_QUESTION = 3
"""A question of so few words is understood only together with what was said before it."""

LEAST_APART = 5
"""Words that each half of “… and how …” needs to be a question of its own."""

_WH = r"(?:what|whats|what's|why|how|when|where|who|whom|whose|which|whether)"
_AUXILIARY = r"(?:is|are|am|was|were|do|does|did|can|could|should|would|will|may|might|has|have|had)"
_PLEASE = (
    r"(?:explain|describe|define|list|compare|outline|summari[sz]e|tell me|give me|show me|remind me|walk me through)"
)
_ASKS = re.compile(
    rf"\?|^\W*(?:(?:and|or|but|so|also|then|first|second|third|finally|ok|now|btw|pls|please|kindly|random"
    rf"|quick|just)\W+)*"
    rf"(?:{_WH}|{_AUXILIARY}|{_PLEASE})\b"
    rf"|[,:;(.\u2013\u2014-]\s*(?:and |so |but |or )?(?:{_WH}|(?:pls|please|kindly) {_PLEASE})\b"
    rf"|\b(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody|u) (?:please |pls )?\w+"
    r"|\bwonder(?:ing)?\b|\b(?:want|need|like|love|trying|have|wish) to (?:know|learn|understand|find out"
    r"|say|explain|ask)\b"
    rf"|\bquestion is\b|\b(?:any|some) (?:ideas?|tips?|advice|overview|thoughts|suggestions)\b|\blooking for\b"
    rf"|\b(?:don't|do not|didn't) (?:get|understand)\b|\bconfused about\b|\bhelp (?:me )?(?:with|on|understand)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<=[.!?\u2026])[\"')\]]*\s+(?=[\"'(\[]*\w)|\n+|\s+(?=\(?[2-9][.)]\s+\w)|(?<=:)\s+(?=\(?1[.)]\s+\w)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|dr|mr|mrs|ms|prof|st|no|vol|fig|p|pp|approx|incl)|\b[A-Z])\.$", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-*+\u2022\u2023\u25aa\u00b7]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+")
_CLAUSE = re.compile(
    rf"\s*(?:[,;:]|\u2026|\.\.\.|\b(?:and|plus|also)\b)(?:\s+(?:and|also|plus|or)\b)?\s+"
    rf"(?={_WH}\s+(?:(?!{_WH}\b)[\w'-]+\s+){{0,4}}?(?:{_AUXILIARY}|to)\b|whether\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"\b(?:{_WH}|{_AUXILIARY}|{_PLEASE})\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:it|its|they|them|their|theirs|this|that|these|those|one|he|she|him|her|his|same)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Message:
    """What a message says without its noise, and its questions in order.

    One short text is one question, however it is put. ``questions`` is empty if a long text asks nothing.
    """

    text: str
    questions: tuple[str, ...]


def read_message(text: str) -> Message:
    """Read a message.

    >>> read_message("I run a school. How are teachers supported, and how can students use online tutoring?").questions
    ('How are teachers supported', 'how can students use online tutoring?')
    """
    plain = clean(text)
    sentences = _sentences(plain)
    whole = " ".join(sentences) or plain
    asking = [sentence for sentence in sentences if _ASKS.search(sentence)]
    if not asking:
        return Message(whole, () if len(_WORD.findall(whole)) > LONG else (whole,))
    questions = [part for sentence in asking for part in _apart(sentence)]
    return Message(whole, tuple(dict.fromkeys(_in_context(questions)))[:MOST_QUESTIONS])


def _sentences(text: str) -> list[str]:
    """Split into sentences and list items; abbreviations end none."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        bare = _BULLET.sub("", piece).strip()
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {bare}"
        elif bare:
            found.append(bare)
    return found


def _apart(sentence: str) -> list[str]:
    """Split “…, and how …” where each part stands on its own: what looks back at the part before belongs to it."""
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(sentence) if match.start()), len(sentence)]
    parts = [sentence[start:end] for start, end in pairwise(cuts)]
    joined: list[str] = []
    for part in parts:
        stands_alone = len(_WORD.findall(part)) >= LEAST_APART and not _BACK.search(part)
        before = joined[-1] if joined else ""
        if before and not (stands_alone and len(_WORD.findall(before)) >= LEAST_APART and _OPENS.search(before)):
            joined[-1] += part
        else:
            joined.append(part)
    tidy = (re.sub(r"[\s,;:\u2026]+(?:and|also|plus|or)?\s*$", "", part).strip() for part in joined)
    return [part for part in tidy if part]


def _in_context(questions: list[str]) -> list[str]:
    """Put before a question that looks back, and says little itself, the one that it looks back at."""
    found: list[str] = []
    for question in questions:
        is_short = len(_WORD.findall(question)) <= SHORT_QUESTION
        found.append(f"{found[-1]} {question}" if found and is_short else question)
    return found
