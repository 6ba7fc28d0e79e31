from __future__ import annotations

from pathlib import Path

import pytest

from bot.playground.page import article_list
from bot.playground.page.article_files import Shelf
from bot.playground.page.article_updates import Library


@pytest.fixture
async def shelf(library: Library, corpus: Path) -> Shelf:
    (corpus / "undated.md").write_text("---\ntitle: What is new?\nurl: /new\n---\nThis is.\n")
    (corpus / "broken.md").write_text("---\ntitle: [unclosed\n---\ntext\n")
    shelf = await library.shelf()
    while not shelf.is_checked or len(shelf) < 7:
        shelf = await library.newer_than(shelf.version)
    return shelf


def titles(part: dict[str, list[dict[str, str]]]) -> list[str]:
    return [row["title"] for row in part["rows"]]


def test_all_articles_are_listed_part_by_part(shelf: Shelf) -> None:
    first = article_list.rows(shelf, "", 0, 4)
    second = article_list.rows(shelf, "", 4, 4)

    assert (first["articles"], first["listed"], first["matching"]) == (7, 8, 8)
    assert titles(first)[0] == "corpus/broken.md"
    assert len(titles(first)) == 4
    assert len({*titles(first), *titles(second)}) == 8


@pytest.mark.parametrize("wanted", ["silence", "SILENCE coaching", "listening/silence", "silence  good"])
def test_words_find_articles_by_title_and_file(shelf: Shelf, wanted: str) -> None:
    part = article_list.rows(shelf, wanted, 0, 10)

    assert titles(part) == ["What is silence good for in coaching?"]
    assert (part["matching"], part["listed"]) == (1, 8)


def test_list_can_be_limited_to_what_has_findings(shelf: Shelf) -> None:
    part = article_list.rows(shelf, "", 0, 10, only_with_findings=True)

    assert "What is new?" in titles(part)
    assert all(row["findings"] for row in part["rows"])


def test_article_is_described_as_slack_shows_it(shelf: Shelf) -> None:
    article = article_list.article(shelf, "/learn/listening/silence", "https://learn.example.com")

    assert article is not None
    assert article["file"] == "corpus/listening/silence.md"
    assert article["answer"][0]["text"]["text"] == "What is silence good for in coaching?"
    assert article["pages"]


def test_file_without_article_says_why(shelf: Shelf) -> None:
    (row,) = article_list.rows(shelf, "broken", 0, 10)["rows"]
    described = article_list.article(shelf, row["url"], "")

    assert described is not None
    assert (row["severity"], described["file"], described["answer"]) == ("error", "corpus/broken.md", [])
    assert [remark["code"] for remark in described["remarks"]] == ["does-not-load"]


def test_article_that_is_gone_is_none(shelf: Shelf) -> None:
    assert article_list.article(shelf, "/nowhere", "") is None
