from __future__ import annotations

from bot.slack.repetitions import REMEMBERED_S, Repetitions


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_article_is_new_once_in_each_channel() -> None:
    repetitions = Repetitions(Clock())

    assert repetitions.is_new("C1", "/goals")
    assert not repetitions.is_new("C1", "/goals")
    assert repetitions.is_new("C1", "/trust")
    assert repetitions.is_new("C2", "/goals")


def test_article_is_new_again_after_a_day() -> None:
    clock = Clock()
    repetitions = Repetitions(clock)
    repetitions.is_new("C1", "/goals")

    clock.now = REMEMBERED_S + 1

    assert repetitions.is_new("C1", "/goals")
