from __future__ import annotations

from typing import Any

import pytest

from bot.playground.page.article_updates import Library
from bot.playground.page.authoring import LONGEST_QUESTION, Authoring


def explain(question: str) -> dict[str, Any]:
    return {"question": question}


@pytest.fixture
def authoring(library: Library) -> Authoring:
    return Authoring(library, explain)


async def test_part_of_the_list_is_given(authoring: Authoring) -> None:
    whole = await authoring.articles({})
    part = await authoring.articles({"offset": "2", "limit": "3"})

    assert (len(whole["rows"]), part["matching"]) == (6, 6)
    assert part["rows"] == whole["rows"][2:5]


@pytest.mark.parametrize("offset", ["-1", "two", "", "²"])
async def test_offset_that_is_no_number_is_the_beginning(authoring: Authoring, offset: str) -> None:
    part = await authoring.articles({"offset": offset})

    assert len(part["rows"]) == 6


async def test_news_are_told_once(authoring: Authoring) -> None:
    before = await authoring.news(-1)
    await authoring.articles({})
    after = await authoring.news(before["version"])

    assert before == {"version": 0}
    assert after["version"] > 0


async def test_article_that_is_not_there_is_none(authoring: Authoring) -> None:
    assert await authoring.article("/nowhere") is None


def test_endless_question_is_explained_in_part(authoring: Authoring) -> None:
    assert len(authoring.explanation("why " * 10_000)["question"]) == LONGEST_QUESTION
