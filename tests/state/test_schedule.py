from __future__ import annotations

import datetime as dt

from bot.state.schedule import Schedule
from bot.store.database import Database
from tests.journal.world import MONDAY, Clock


def test_chore_is_done_once_when_it_is_due() -> None:
    clock = Clock()
    schedule = Schedule(Database("sqlite://"), clock)

    at_first = schedule.claim("digest", MONDAY)
    clock.pass_days(7)
    due = MONDAY + dt.timedelta(days=7)
    claims = [schedule.claim("digest", due) for _ in range(2)]
    schedule.give_back("digest", due)
    again = schedule.claim("digest", due)

    assert not at_first
    assert claims == [True, False]
    assert again
