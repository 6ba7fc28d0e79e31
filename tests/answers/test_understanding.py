from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.answers.understanding import Search, understand
from bot.model import Article, Hit, Outcome

GOALS, SILENCE = "How do I agree on goals?", "What is silence good for?"


def found(**sure: float) -> Search:
    def search(question: str) -> tuple[Hit, ...]:
        return tuple(
            Hit(Article(f"/{word}", word, "…"), confidence) for word, confidence in sure.items() if word in question
        )[:1]

    return search


def decide(hits: Sequence[Hit]) -> Outcome:
    confidence = hits[0].confidence if hits else 0.0
    return "answer" if confidence > 0.8 else "choices" if confidence > 0.2 else "none"


def test_two_questions_are_two_in_their_order() -> None:
    understood = understand(f"{GOALS} {SILENCE}", found(goals=0.85, silence=0.95), decide)

    assert (understood.question, understood.left) == (GOALS, (SILENCE,))


def test_small_talk_around_a_question_is_no_question_left_over() -> None:
    understood = understand(f"How was your week? {SILENCE}", found(week=0.3, silence=0.95), decide)

    assert (understood.question, understood.left) == (SILENCE, ())


@pytest.mark.parametrize("message", ["word " * 40, "All is well today. " * 12])
def test_long_text_that_asks_nothing_is_sure_of_nothing(message: str) -> None:
    understood = understand(message, found(word=1.0, well=1.0), decide)

    assert all(hit.confidence == 0 for hit in understood.hits)
