from __future__ import annotations

import pytest

from bot.answers.follow_up import fused, goes_on
from bot.model import Article, Hit


def hits(*urls: str) -> list[Hit]:
    return [Hit(Article(url, url.upper(), "text"), 0.5) for url in urls]


@pytest.mark.parametrize("question", ["and in groups?", "What about managers?", "  but online?", "for teams?"])
def test_opening_tells_that_a_question_goes_on(question: str) -> None:
    assert goes_on(question)


@pytest.mark.parametrize("question", ["vpn is down", "android app?", "how do I set goals?", ""])
def test_other_questions_stand_alone(question: str) -> None:
    assert not goes_on(question)


def test_article_that_fits_both_ways_well_comes_first() -> None:
    found = fused(hits("a", "b", "c"), hits("d", "b", "a", "c"), seen=())

    assert [hit.article.url for hit in found] == ["a", "b", "c"]


def test_what_fits_one_way_only_or_was_just_seen_is_left_out() -> None:
    assert [hit.article.url for hit in fused(hits("a", "b", "c"), hits("b", "c", "d"), seen={"b"})] == ["c"]
