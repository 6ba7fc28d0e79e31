from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.corpus.check import corpus_rules
from bot.corpus.check.findings import Remark
from bot.model import Related
from tests.corpus.check.samples import library, named

AGREEMENTS = named("a", "What is a coaching agreement?", id="1")
GOALS = named("b", "How do I set goals with a client?", id="2")


def test_a_repeated_url_is_reported_at_the_later_file() -> None:
    remarks = corpus_rules.duplicate_url(library(AGREEMENTS, replace(GOALS, url="/a"), url=5))

    assert list(remarks) == [(1, Remark(5, "`url` is taken by a.md; this article cannot be found"))]


def test_a_repeated_id_is_reported_unless_it_is_empty() -> None:
    assert list(corpus_rules.duplicate_id(library(AGREEMENTS, replace(GOALS, id="1")))) == [
        (1, Remark(1, "`id` is also that of a.md"))
    ]
    assert not list(corpus_rules.duplicate_id(library(replace(AGREEMENTS, id=""), replace(GOALS, id=""))))


def test_a_title_that_differs_only_by_case_is_a_repetition() -> None:
    twin = replace(GOALS, title="what is a COACHING agreement?")

    assert [index for index, _ in corpus_rules.duplicate_title(library(AGREEMENTS, twin))] == [1]


def test_nearly_the_same_title_is_reported() -> None:
    twin = replace(GOALS, title="What is a coaching agrement?")

    remarks = [remark.message for _, remark in corpus_rules.similar_title(library(AGREEMENTS, twin))]

    assert remarks == ["`title` is nearly that of a.md: What is a coaching agreement?"]


def test_an_alias_that_is_another_article_s_title_or_alias_is_reported() -> None:
    first = replace(AGREEMENTS, aliases=("contract", "How do I set goals with a client?"))
    second = replace(GOALS, aliases=("Contract", "aims"))

    remarks = [(index, remark.message) for index, remark in corpus_rules.duplicate_alias(library(first, second))]

    assert remarks == [
        (0, "alias “How do I set goals with a client?” is also an alias or the title of b.md"),
        (1, "alias “Contract” is also an alias or the title of a.md"),
    ]


def test_related_articles_are_looked_up_by_url() -> None:
    article = replace(AGREEMENTS, related=(Related("Goals", "/b"), Related("Gone", "/gone"), Related("Self", "/a")))
    subject = library(article, GOALS, **{"related /gone": 31, "related /a": 37})

    assert list(corpus_rules.unresolved_related(subject)) == [
        (0, Remark(31, "related article is not in the corpus: /gone"))
    ]
    assert list(corpus_rules.related_to_itself(subject)) == [(0, Remark(37, "the article is related to itself"))]


@pytest.mark.parametrize(
    ("url", "is_known"),
    [
        ("/b/", True),
        ("/b?from=mail#top", True),
        ("https://example.com/b", True),
        ("https://example.com/b/", True),
        ("http://example.com/b", True),
        ("b", True),
        ("/B", False),
        ("/b/c", False),
        ("https://example.org/b", False),
        ("https://example.com.evil.org/b", False),
    ],
)
def test_an_article_may_be_written_in_several_ways(url: str, is_known: bool) -> None:
    related = replace(AGREEMENTS, related=(Related("Goals", url),))
    subject = replace(library(related, GOALS, **{f"link {url}": 12}), site_url="https://example.com")

    unresolved, dangling = list(corpus_rules.unresolved_related(subject)), list(corpus_rules.dangling_link(subject))
    on_site = url.startswith(("/", "https://example.com/"))

    assert (unresolved == []) is is_known
    assert [remark for _, remark in dangling] == [
        Remark(12, f"a link to {url}, which is no article of this corpus") for _ in range(2) if on_site and not is_known
    ]


def test_an_article_that_names_itself_in_another_way_is_reported() -> None:
    subject = library(replace(AGREEMENTS, related=(Related("Self", "/a/"),)), **{"related /a/": 37})

    assert list(corpus_rules.related_to_itself(subject)) == [(0, Remark(37, "the article is related to itself"))]


def test_a_review_is_overdue_the_day_after() -> None:
    late = replace(AGREEMENTS, review_by=dt.date(2026, 2, 28))
    due = replace(GOALS, review_by=dt.date(2026, 3, 1))

    assert [index for index, _ in corpus_rules.overdue_review(library(late, due))] == [0]
