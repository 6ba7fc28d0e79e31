"""What happens in conversations, as values to record.

A leaf, pure: no I/O. ``user`` is a Slack user id; it is never stored as such. ``at`` is aware UTC. ``question`` is what
the person asked, which an event after the reply repeats.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["answer", "choices", "none"]
Surface = Literal["command", "mention", "direct message", "shortcut", "home", "terminal", "browser"]
OverheardOutcome = Literal["said", "shadow", "unsure", "replied", "repeated"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked and got a reply.

    Attributes:
        urls: the article answered, or those to choose from, best first; none if nothing fitted.
        confidence: of the first hit, in [0, 1].
        release: the release that answered, as people speak of it.
    """

    question: str
    user: str
    at: dt.datetime
    surface: Surface
    outcome: Outcome
    urls: tuple[str, ...]
    confidence: float
    release: str
    latency_ms: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody pressed one of the choices."""

    question: str
    user: str
    at: dt.datetime
    url: str


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """Somebody said that none of the choices was meant."""

    question: str
    user: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Voted:
    """Somebody said whether an article helped; of several votes on the same, the last counts."""

    question: str
    user: str
    at: dt.datetime
    url: str
    is_helpful: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Escalated:
    """Somebody asked for a person."""

    question: str
    user: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A person took an escalated question; ``user`` is that person."""

    question: str
    user: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """A person answered an escalated question, perhaps with an article; ``user`` is that person."""

    question: str
    user: str
    at: dt.datetime
    url: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """Somebody posted an answer for all to see."""

    question: str
    user: str
    at: dt.datetime
    url: str


@dataclass(frozen=True, slots=True)
class AdminAction:
    """An admin changed something; ``what`` names it in a few words."""

    user: str
    at: dt.datetime
    what: str


@dataclass(frozen=True, slots=True)
class Overheard:
    """Somebody asked a channel, where an admin lets the bot listen; what was asked is not kept.

    Attributes:
        message_ts: the message, as Slack names it.
        outcome: ``said``; ``shadow``: would have been said; ``unsure``: no article is sure enough; ``replied``: a
            person was first; ``repeated``: the article was said there not long ago.
        url: the article, if one was sure enough.
    """

    user: str
    at: dt.datetime
    channel: str
    message_ts: str
    outcome: OverheardOutcome
    url: str
    confidence: float


Event = Asked | Chosen | NoneOfThese | Voted | Escalated | TakenOver | Answered | Posted | AdminAction | Overheard
