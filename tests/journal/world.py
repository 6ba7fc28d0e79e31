"""A team of three, two articles, and a clock that stands still until it is moved."""

from __future__ import annotations

import datetime as dt

from bot.journal.events import (
    AdminAction,
    Answered,
    Asked,
    Chosen,
    Escalated,
    NoneOfThese,
    Overheard,
    OverheardOutcome,
    Posted,
    TakenOver,
    Voted,
)
from bot.journal.rows import Policy

GOALS, TRUST = "/goals", "/trust"
COACHING = "C0COACHING"
ANA, BEN, CAROL = "U0ANA0001", "U0BEN0002", "U0CAROL03"
MONDAY = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
KEY = b"k" * 32
DAYS = 180
TEXT = Policy(days=DAYS, key=KEY)


class Clock:
    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += dt.timedelta(days=days)


def asked(question: str = "how do I set goals", user: str = ANA, at: dt.datetime = MONDAY) -> Asked:
    return Asked(question, user, at, "command", "answer", (GOALS,), 0.9, "1-abcdef0", 12.5)


def unanswered(question: str, user: str = ANA, at: dt.datetime = MONDAY) -> Asked:
    return Asked(question, user, at, "mention", "none", (), 0.1, "1-abcdef0", 20.0)


def offered(question: str, user: str = ANA, at: dt.datetime = MONDAY) -> Asked:
    return Asked(question, user, at, "direct message", "choices", (GOALS, TRUST), 0.5, "1-abcdef0", 15.0)


def voted(question: str, *, is_helpful: bool, user: str = ANA, at: dt.datetime = MONDAY, reason: str = "") -> Voted:
    return Voted(question, user, at, GOALS, is_helpful, reason)


def overheard(outcome: OverheardOutcome, ts: str = "1.0", *, url: str = GOALS, at: dt.datetime = MONDAY) -> Overheard:
    return Overheard(ANA, at, COACHING, ts, outcome, url, 0.95)


ONE_OF_EACH = (
    offered("how do I win their trust?"),
    Chosen("how do I win their trust?", ANA, MONDAY, TRUST),
    NoneOfThese("how do I fly?", BEN, MONDAY),
    voted("how do I set goals?", is_helpful=False, user=BEN, reason="too long"),
    Escalated("how do I fly?", BEN, MONDAY),
    TakenOver("how do I fly?", CAROL, MONDAY),
    Answered("how do I fly?", CAROL, MONDAY, TRUST),
    Posted("how do I set goals?", ANA, MONDAY, GOALS),
    AdminAction(CAROL, MONDAY, "reload"),
    overheard("said"),
)
