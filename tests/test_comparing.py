from __future__ import annotations

from bot.comparing import changed_reply, questions_of
from bot.model import Article, Decision, Hit

A, B = (Article(f"/{name}", name.upper(), "Answer.") for name in "ab")
NOTHING = Decision("none", ())


def answer(article: Article, confidence: float = 0.9) -> Decision:
    return Decision("answer", (Hit(article, confidence),))


def choices(*articles: Article) -> Decision:
    return Decision("choices", tuple(Hit(article, 0.5) for article in articles))


def test_another_article_or_outcome_is_a_difference() -> None:
    assert changed_reply("Why?", answer(A), answer(B))
    assert changed_reply("Why?", answer(A), choices(A, B))
    assert changed_reply("Why?", choices(A, B), choices(A))
    assert changed_reply("Why?", NOTHING, answer(A))


def test_the_same_articles_in_another_order_or_with_another_confidence_are_none() -> None:
    assert not changed_reply("Why?", answer(A), answer(A, 0.7))
    assert not changed_reply("Why?", choices(A, B), choices(B, A))
    assert not changed_reply("Why?", NOTHING, NOTHING)


def test_only_an_answer_can_be_lost() -> None:
    lost, moved, missed = (
        changed_reply("Why?", *pair)
        for pair in ((answer(A), NOTHING), (answer(A), choices(A, B)), (choices(A, B), NOTHING))
    )

    assert lost
    assert moved
    assert missed
    assert (lost.is_loss, moved.is_loss, missed.is_loss) == (True, False, False)
    assert (moved.before, moved.after, lost.after) == ("A", "2 choices, first A", "no answer")


def test_every_name_of_an_article_is_asked_once() -> None:
    article = Article("/a", "What is it?", "Answer.", question="What is it?", aliases=("it", "that"))

    assert questions_of([article, A]) == ("What is it?", "it", "that", "A")
