"""Which passage fits best."""

from __future__ import annotations

import pytest

from bot.answers.passage_ranking import best_passage
from bot.answers.passages import passages

FOUND = passages(
    "Coaching helps people to find goals of their own.\n\n"
    "- **Listening**: Hear what is said about goals, and what is not.\n"
    "- **Questions**: Ask openly, and wait for the answer.\n"
    "- **Silence**: Waiting is a question too.\n\n"
    "## Goals\n\n"
    "Write them down."
)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("When should I wait?", 2),  # the earlier of two that say it
        ("silence", 3),
        ("What about listening?", 1),
        ("goals", 5),  # the beginning has the word already, but here it is the heading
        ("coaching people", None),  # the beginning says it best
        ("the weather", None),
        ("", None),
    ],
)
def test_the_best_passage_says_more_on_the_question_than_the_beginning(question: str, best: int | None) -> None:
    assert best_passage(FOUND, {0}, question, most=600) == best


def test_a_passage_too_long_to_show_is_not_chosen() -> None:
    assert best_passage(FOUND, {0}, "silence", most=30) is None
