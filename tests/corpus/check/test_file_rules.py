from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.check import file_rules
from bot.corpus.check.subjects import take_apart
from bot.model import Problem
from tests.corpus.check.samples import answering, file, found


def test_what_keeps_a_file_from_loading_is_reported() -> None:
    assert found(file_rules.does_not_load, file(title=None)) == [(1, "`title` is missing or empty")]
    assert found(file_rules.does_not_load, take_apart("# Read me", Path("a.md"))) == [
        (1, "no front matter: the first line must be ---")
    ]
    assert found(file_rules.does_not_load, take_apart(Problem(Path("a.md"), "not UTF-8 text", 3), Path("a.md"))) == [
        (3, "not UTF-8 text")
    ]


def test_a_part_that_is_ignored_is_reported_only_if_the_article_loads() -> None:
    subject = file(date="soon")

    assert found(file_rules.unclear_part, subject) == [(3, "`date` must be a date such as 2025-03-20")]
    assert found(file_rules.does_not_load, subject) == []
    assert found(file_rules.unclear_part, file(date="soon", title=None)) == []


def test_missing_recommended_fields_are_reported() -> None:
    remarks = found(file_rules.missing_field, file(subject=None, seo="\n  page_description: Short."))

    assert [message.split()[0] for _, message in remarks] == ["`subject`", "`seo.page_keywords`"]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("titel", "unknown key `titel`; did you mean `title`?"),
        ("relatedarticle1", "unknown key `relatedarticle1`; did you mean `related_article1`?"),
        ("reviewby", "unknown key `reviewby`; did you mean `review_by`?"),
        ("aliass", "unknown key `aliass`; did you mean `aliases`?"),
        ("Page_keyword", "unknown key `Page_keyword`; did you mean `seo.page_keywords`?"),
        ("colour", "unknown key `colour`"),
    ],
)
def test_unknown_keys_are_reported_with_what_was_probably_meant(key: str, message: str) -> None:
    assert [text for _, text in found(file_rules.unknown_key, file("", **{key: "x"}))] == [message]


def test_keys_of_other_tools_are_left_alone() -> None:
    assert found(file_rules.unknown_key, file(_schema="default", date_format="MMM", score="-1.0")) == []


def test_unknown_keys_inside_groups_are_reported() -> None:
    subject = file(seo="\n  page_keyword: a", related_article1="\n  title: a\n  link: b")

    assert found(file_rules.unknown_key, subject) == [
        (9, "unknown key `seo.page_keyword`; did you mean `seo.page_keywords`?"),
        (12, "unknown key `related_article.link`"),
    ]


@pytest.mark.parametrize("url", ["/a/b-c", "https://example.org/a?b=c", "http://localhost:8000/"])
def test_addresses_that_a_browser_opens_are_fine(url: str) -> None:
    assert found(file_rules.malformed_url, file(url=url)) == []


@pytest.mark.parametrize("url", ["a/b", "/a b", "www.example.org", "htp://example.org", "https://", r"/a\b"])
def test_malformed_urls_are_reported(url: str) -> None:
    assert [line for line, _ in found(file_rules.malformed_url, file(url=url))] == [5]


def test_malformed_urls_of_related_articles_are_reported_at_their_line() -> None:
    subject = file(related_article1="\n  title: a\n  url: /a", related_article2="\n  title: b\n  url: b")

    assert found(file_rules.malformed_url, subject) == [(13, "related `url` is malformed: b")]


def test_answer_that_is_too_long_to_be_read_in_slack_is_reported() -> None:
    subject = answering("- an item of a list\n" * 5_000)

    assert found(file_rules.too_long, subject) == [
        (
            1,
            "the answer has 99,999 characters, of which Slack shows the first 40,000; split it into several articles",
        )
    ]


def test_embedded_picture_makes_no_answer_too_long() -> None:
    picture = f"![the cycle](data:image/png;base64,{'iVBORw0KGgo' * 9_000}=)"

    assert found(file_rules.too_long, answering(picture)) == []


def test_what_does_not_render_is_described_by_whoever_renders() -> None:
    assert list(file_rules.unrenderable(lambda article: f"{article.id} is too long", file())) == [(7, "7 is too long")]
    assert list(file_rules.unrenderable(lambda _: None, file())) == []
