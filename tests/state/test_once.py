from __future__ import annotations

from bot.state.once import REMEMBERED_S, Once


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_key_is_taken_once() -> None:
    once = Once(Clock())

    assert not once.is_taken("a")
    assert once.take("a")
    assert once.is_taken("a")
    assert not once.take("a")
    assert once.take("b")


def test_of_several_keys_each_stands_for_the_same_thing() -> None:
    once = Once(Clock())

    assert once.take("event/Ev1", "event/message.im/D1/1.0")
    assert not once.take("event/Ev2", "event/message.im/D1/1.0")
    assert not once.take("event/Ev2")


def test_key_given_back_can_be_taken_again() -> None:
    once = Once(Clock())
    once.take("a")

    once.give_back("a")

    assert once.take("a")


def test_memory_ends_an_hour_after_a_day() -> None:
    clock = Clock()
    once = Once(clock)
    once.take("a")

    clock.now = REMEMBERED_S + 1

    assert once.take("a")
