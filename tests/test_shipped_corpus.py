"""The shipped corpus is what the README promises."""

from __future__ import annotations

import datetime as dt
import re

from bot.corpus.check.run import check
from bot.corpus.loader import load
from bot.linting import outside
from bot.settings.shipped import shipped_corpus

CORPUS = load([shipped_corpus()])


def test_everything_loads_and_the_linter_has_nothing_to_mend() -> None:
    report = check([shipped_corpus()], today=dt.date(2026, 11, 23), outside=outside())

    assert CORPUS.problems == ()
    assert [str(finding) for finding in report.findings if finding.severity != "note"] == []


def test_articles_are_many_and_of_many_subjects() -> None:
    assert len(CORPUS.articles) >= 60
    assert len({article.subject for article in CORPUS.articles}) >= 8
    assert len(CORPUS.synonyms) >= 50


def test_answers_are_neither_scant_nor_endless() -> None:
    lengths = {article.url: len(re.findall(r"\w+", article.answer)) for article in CORPUS.articles}

    assert {url: length for url, length in lengths.items() if not 100 <= length <= 450} == {}


def test_every_article_leads_on_to_two_to_five_others_that_are_there() -> None:
    urls = {article.url for article in CORPUS.articles}

    for article in CORPUS.articles:
        assert 2 <= len(article.related) <= 5, article.url
        assert {related.url for related in article.related} <= urls, article.url
