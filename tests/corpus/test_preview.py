from __future__ import annotations

from bot.corpus.preview import differences, questions_of
from bot.model import Answer, Article, Choices, Hit, NoAnswer, Release, Reply

RELEASE = Release(1, "1f0c9a2")
A, B = (Article(f"/{name}", name.upper(), "Answer.") for name in "ab")


def answer(article: Article, confidence: float = 0.9) -> Reply:
    return Answer("", RELEASE, (Hit(article, confidence),), article.answer)


def choices(*articles: Article) -> Reply:
    return Choices("", RELEASE, tuple(Hit(article, 0.5) for article in articles))


NOTHING: Reply = NoAnswer("", RELEASE, ())


def changed(before: Reply, after: Reply) -> bool:
    return bool(differences(["Why?"], lambda _: before, lambda _: after))


def test_another_article_or_outcome_is_a_difference() -> None:
    assert changed(answer(A), answer(B))
    assert changed(answer(A), choices(A, B))
    assert changed(choices(A, B), choices(A))
    assert changed(NOTHING, answer(A))


def test_the_same_articles_in_another_order_or_with_another_confidence_are_none() -> None:
    assert not changed(answer(A), answer(A, 0.7))
    assert not changed(choices(A, B), choices(B, A))
    assert not changed(NOTHING, NOTHING)


def test_losses_come_first() -> None:
    replies = {"moves": answer(B), "stays": answer(A), "is lost": NOTHING}

    found = differences(["moves", "stays", "is lost", "moves"], lambda _: answer(A), replies.__getitem__)

    assert [(one.question, one.is_loss) for one in found] == [("is lost", True), ("moves", False)]


def test_every_name_of_an_article_is_asked_once() -> None:
    article = Article("/a", "What is it?", "Answer.", question="What is it?", aliases=("it", "that"))

    assert questions_of([article, A]) == ("What is it?", "it", "that", "A")
