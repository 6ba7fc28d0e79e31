from __future__ import annotations

from bot.state.once import REMEMBERED_S
from bot.state.replies import Replied, Replies


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_was_replied_is_known_for_a_day_and_an_hour() -> None:
    clock = Clock()
    replies = Replies(clock)
    replies.keep("C1/1.0", Replied("why?", replies=("2.0",)))

    clock.now = REMEMBERED_S - 1
    assert replies.find("C1/1.0") == Replied("why?", replies=("2.0",))
    assert replies.find("C2/1.0") is None

    clock.now = REMEMBERED_S + 1
    assert replies.find("C1/1.0") is None


async def test_message_has_one_turn_at_a_time_and_another_message_its_own() -> None:
    replies = Replies(Clock())

    async with replies.turn("C1/1.0"):
        assert replies.turn("C1/1.0").locked()
        assert not replies.turn("C1/2.0").locked()

    assert not replies.turn("C1/1.0").locked()
