"""Events → rows of the table, with only what may be kept.

Pure: no I/O.
"""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass, field

from bot.journal.events import (
    AdminAction,
    Answered,
    Asked,
    Chosen,
    Escalated,
    Event,
    NoneOfThese,
    Overheard,
    Posted,
    TakenOver,
    Voted,
)
from bot.journal.privacy import mask, pseudonym
from bot.store.timestamps import to_ms

Row = dict[str, object]
"""A value for each of the table's columns that the event has."""

MOST_TEXT = 1_000
"""Characters of a text that are kept: the longest labelled question has a tenth of it; nobody's essay is needed."""

KINDS: dict[type, str] = {
    Asked: "asked",
    Chosen: "chosen",
    NoneOfThese: "none of these",
    Voted: "voted",
    Escalated: "escalated",
    TakenOver: "taken over",
    Answered: "answered",
    Posted: "posted",
    AdminAction: "admin",
    Overheard: "overheard",
}


class Mode(enum.StrEnum):
    """How much is kept: nothing, what can be counted, or the texts and pseudonyms as well."""

    OFF = "off"
    COUNTS = "counts"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be kept, for how many days (None: nobody deletes anything), and the key of the pseudonyms."""

    mode: Mode = Mode.TEXT
    days: int | None = 180
    key: bytes = field(default=b"", repr=False)


def to_row(event: Event, policy: Policy) -> Row:
    """Return all columns of an event; texts masked and cut, the person as a pseudonym, both absent in counts."""
    row = _blank() | {"kind": KINDS[type(event)], "at_ms": to_ms(event.at)} | _particulars(event)
    if policy.mode is Mode.TEXT:
        return row | _personal(event, policy)
    return row


_COLUMNS = ("person", "question", "url", "others", "outcome", "surface", "confidence", "release", "latency_ms")


def _blank() -> Row:
    return dict.fromkeys((*_COLUMNS, "is_helpful", "note", "channel", "message_ts"))


def _particulars(event: Event) -> Row:
    """What tells nothing about the person."""
    match event:
        case Asked():
            return {
                "url": event.urls[0] if event.urls else None,
                "others": json.dumps(event.urls[1:]) if event.urls[1:] else None,
                "outcome": event.outcome,
                "surface": event.surface,
                "confidence": round(event.confidence, 4),
                "release": event.release,
                "latency_ms": round(event.latency_ms, 2),
            }
        case Voted(url=url, is_helpful=is_helpful):
            return {"url": url, "is_helpful": is_helpful}
        case Chosen(url=url) | Posted(url=url) | Answered(url=url):
            return {"url": url or None}
        case AdminAction(what=what):
            return {"note": _kept(what)}
        case Overheard(channel=channel, outcome=outcome, url=url, confidence=confidence):
            seen = {"channel": channel, "outcome": outcome, "url": url or None}
            return {**seen, "confidence": round(confidence, 4)}
    return {}


def _personal(event: Event, policy: Policy) -> Row:
    row: Row = {"person": pseudonym(event.user, policy.key)}
    if isinstance(event, Overheard):
        return row | {"message_ts": event.message_ts}
    if not isinstance(event, AdminAction):
        row["question"] = _kept(event.question)
    if isinstance(event, Voted) and event.reason:
        row["note"] = _kept(event.reason)
    return row


def _kept(text: str) -> str:
    """Mask before cutting, so that no half of an address stays; a database takes neither NUL nor half a character."""
    whole = " ".join(text.split()).replace("\0", "")
    return mask(whole)[:MOST_TEXT].encode("utf-8", "replace").decode()
