from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.corpus.check.search_rules import collision, unreachable
from bot.model import Hit
from tests.corpus.check.samples import library, named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model import Article

AGREEMENTS = named("a", "What is a coaching agreement?")
GOALS = named("b", "How do I set goals?", question="How do I set aims?", aliases=("aims", "targets"))


def finding(*articles: Article) -> Callable[[str, int], Sequence[Hit]]:
    """Search that finds the same articles whatever is asked."""
    return lambda _, limit: [Hit(article, 0.9) for article in articles][:limit]


def test_an_article_that_its_title_finds_second_is_reported() -> None:
    remarks = list(unreachable(finding(GOALS, AGREEMENTS), library(AGREEMENTS, GOALS, title=4)))

    assert remarks == [(0, (4, "its own title finds it only on place 2; b.md comes first"))]


def test_an_article_that_is_not_found_at_all_is_reported() -> None:
    remarks = unreachable(finding(), library(AGREEMENTS))

    assert [remark.message for _, remark in remarks] == ["its own title finds nothing"]


def test_an_article_of_the_same_title_may_come_first() -> None:
    twin = replace(AGREEMENTS, url="/twin")

    assert not list(unreachable(finding(twin), library(AGREEMENTS)))


def test_a_question_or_alias_that_finds_another_article_is_reported() -> None:
    remarks = list(collision(finding(AGREEMENTS), library(GOALS, question=8, aliases=9)))

    assert remarks == [
        (0, (8, "“How do I set aims?” finds a.md first")),
        (0, (9, "“aims” finds a.md first")),
        (0, (9, "“targets” finds a.md first")),
    ]


def test_names_that_find_their_own_article_are_fine() -> None:
    assert not list(collision(finding(GOALS), library(GOALS)))
