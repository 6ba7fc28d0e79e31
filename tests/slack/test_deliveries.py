from __future__ import annotations

from typing import Any

from bot.slack.deliveries import REMEMBERED_S, Deliveries


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def event(event_id: str, ts: str = "1.0", kind: str = "message") -> dict[str, Any]:
    return {"event_id": event_id, "event": {"type": kind, "channel": "C1", "ts": ts}}


def test_redelivered_event_is_not_new() -> None:
    deliveries = Deliveries(Clock())

    assert deliveries.is_new(event("Ev1"))
    assert not deliveries.is_new(event("Ev1"))


def test_one_message_under_two_event_ids_is_one() -> None:
    deliveries = Deliveries(Clock())

    assert deliveries.is_new(event("Ev1"))
    assert not deliveries.is_new(event("Ev2"))
    assert deliveries.is_new(event("Ev3", ts="2.0"))


def test_mention_and_the_message_that_it_stands_in_are_two_events() -> None:
    deliveries = Deliveries(Clock())

    assert deliveries.is_new(event("Ev1"))
    assert deliveries.is_new(event("Ev2", kind="app_mention"))


def test_memory_ends_after_ten_minutes() -> None:
    clock = Clock()
    deliveries = Deliveries(clock)
    deliveries.is_new(event("Ev1"))

    clock.now = REMEMBERED_S + 1

    assert deliveries.is_new(event("Ev1"))


def test_event_without_id_or_place_is_new() -> None:
    deliveries = Deliveries(Clock())

    assert deliveries.is_new({"event": {}})
    assert deliveries.is_new({"event": {}})
