from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.frontmatter import parse
from bot.model import Article, Related
from tests.corpus.samples import article_text

PATH = Path("a.md")


def read(text: str) -> Article:
    parsed = parse(text, PATH)

    assert parsed.article is not None, parsed.problems
    return parsed.article


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, PATH).problems]


FULL = """---
_schema: default
id: -4
date: 2025-03-20
title: >-
    What is a coaching
    agreement?
seo:
  title: Site | Agreements
  page_description: >-
    What both sides promise.
  page_keywords: contract,  roles , contract, trust
author: Ana
question: What do we agree on?
answer: >-
    First.\\n\\nThen $x \\neq 0$.
subject: Agreements
url: /agreements/what
score: -1.0
no_index: true
aliases:
  - coaching contract
  - 2025 rules
expert: U0123ABCD
review_by: 2026-01-31
related_article1:
    id: 3
    title: How do we begin?
    subject: Agreements
    url: /agreements/begin
related_article2:
    title: How do we end?
    url: /agreements/end
---

&nbsp;
"""


def test_every_field_arrives() -> None:
    article = read(FULL)

    assert article == Article(
        url="/agreements/what",
        title="What is a coaching agreement?",
        answer="First.\n\nThen $x \\neq 0$.",
        subject="Agreements",
        id="-4",
        date=dt.date(2025, 3, 20),
        question="What do we agree on?",
        description="What both sides promise.",
        keywords=("contract", "roles", "trust"),
        aliases=("coaching contract", "2025 rules"),
        related=(
            Related("How do we begin?", "/agreements/begin", "Agreements"),
            Related("How do we end?", "/agreements/end"),
        ),
        author="Ana",
        expert="U0123ABCD",
        review_by=dt.date(2026, 1, 31),
        no_index=True,
        source=PATH,
    )


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert read("\ufeff" + FULL.replace("\n", "\r\n")) == read(FULL)


def test_an_answer_may_have_real_newlines() -> None:
    text = article_text(answer='|\n  First.\n\n  ```c\n  printf("\\n");\n  ```\n')

    assert read(text).answer == 'First.\n\n```c\nprintf("\\n");\n```'


def test_an_answer_may_stand_below_the_front_matter() -> None:
    text = article_text(answer=None, body="\nFirst.\n\n---\n\n- Then `\\n`.\n")

    assert read(text).answer == "First.\n\n---\n\n- Then `\\n`."


def test_an_answer_in_both_places_is_reported_and_the_field_wins() -> None:
    text = article_text(body="\nMore.\n")

    assert read(text).answer == "An agreement says what both sides will do."
    assert problems(text) == ["a.md:7: both `answer` and text below the front matter; people see only `answer`"]


def test_titles_that_look_like_numbers_stay_text() -> None:
    assert read(article_text(title="1984")).title == "1984"


def test_keywords_may_be_a_list() -> None:
    text = article_text(seo="\n  page_keywords: [contract, 'roles, trust']")

    assert read(text).keywords == ("contract", "roles", "trust")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a.md:1: the file is empty"),
        (" \n\n", "a.md:1: the file is empty"),
        ("# Read me\n", "a.md:1: no front matter: the first line must be ---"),
        ("\ufeff", "a.md:1: the file is empty"),
        ("---\ntitle: a", "a.md:1: the front matter has no end; write a line of --- below it"),
        (
            "---\ntitle: a\nurl: /a\n\nAn answer.\n",
            "a.md:1: the front matter has no end; write a line of --- above line 4",
        ),
        (
            "---\ntitle: a\naliases:\n- b\n  c\n# An answer\n",
            "a.md:1: the front matter has no end; write a line of --- above line 6",
        ),
        ("title: a\nurl: /a\n---\n", "a.md:1: a line of --- is missing above `title: a`"),
        ("# Read me\n\n---\ntitle: a\n---\n", "a.md:1: the front matter begins on line 3; nothing may stand above it"),
        (
            "+++\ntitle = 'a'\n+++\n",
            "a.md:1: the front matter must be YAML between two lines of ---; here it begins with +++",
        ),
        (
            "\n```yaml\ntitle: a\n```\n",
            "a.md:2: the front matter must be YAML between two lines of ---; here it begins with ```yaml",
        ),
        ("---\n- a\n---\n", "a.md:2: the front matter must be lines of `name: value`"),
        ("---\n---\n", "a.md:2: the front matter must be lines of `name: value`"),
        ("---\na: 1\nb: [1\n---\n", "a.md:3: a ] is missing; did you mean `b: [1]`?"),
        (
            "---\na: 1\nb: {x: {y: 1\n---\n",
            (
                "a.md:3: YAML cannot read this line (did not find expected ',' or '}'): `b: {x: {y: 1`; "
                "see “Quotes” in docs/writing-articles.md"
            ),
        ),
    ],
)
def test_a_text_that_is_no_article_says_why(text: str, expected: str) -> None:
    assert problems(text) == [expected]
    assert parse(text, PATH).article is None


@pytest.mark.parametrize("name", ["title", "url", "answer"])
@pytest.mark.parametrize("value", [None, "", "null", "~", "'  '", "\n  - a\n  - b"])
def test_a_required_field_that_is_unusable_is_reported_once(name: str, value: str | None) -> None:
    parsed = parse(article_text(**{name: value}, body="&nbsp;"), PATH)

    assert parsed.article is None
    assert len(parsed.problems) == 1
    assert f"`{name}`" in parsed.problems[0].reason


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("date", "yesterday", "`date` must be a date such as 2025-03-20"),
        ("date", "20.03.2025", "`date` must be a date such as 2025-03-20; write `date: 2025-03-20`"),
        ("date", "March 20, 2025", "`date` must be a date such as 2025-03-20; write `date: 2025-03-20`"),
        ("date", "03/04/2025", "`date` must be a date such as 2025-03-20"),
        ("date", "2025-02-30", "`date` must be a date such as 2025-03-20"),
        ("date", "T", "`date` must be a date such as 2025-03-20"),
        ("review_by", "\n  - 2025-01-01", "`review_by` must be text, not a list"),
        ("no_index", "perhaps", "`no_index` must be true or false"),
        ("aliases", "[a, [b]]", "`aliases` must be a list of texts"),
        ("aliases", "\n  a: b\n  c: d", "`aliases` must be text, not names and values"),
        (
            "seo",
            "words",
            (
                "`seo` is text, but has fields of its own: below it, indented, "
                "`page_description: …` and `page_keywords: …` and `title: …`"
            ),
        ),
        ("subject", "\n  a: b\n  c: d", "`subject` must be text, not names and values"),
        (
            "related_article1",
            "[a]",
            "`related_article1` is a list, but has fields of its own: below it, indented, `title: …` and `url: …`",
        ),
        ("related_article3", "{title: a}", "`related_article3` needs a `title` and a `url`; it is left out"),
    ],
)
def test_a_wrong_optional_field_is_reported_and_the_article_stays(name: str, value: str, reason: str) -> None:
    text = article_text("", **{name: None}).replace("---\nid", f"---\n{name}: {value}\nid")

    assert read(text).title == "What is a coaching agreement?"
    assert [problem.partition(": ")[2] for problem in problems(text)] == [reason]


def test_a_date_may_carry_a_time() -> None:
    assert read(article_text(date="2025-03-20T10:00:00Z")).date == dt.date(2025, 3, 20)


@given(st.text(max_size=200))
def test_any_text_gives_an_article_or_a_reason(text: str) -> None:
    parsed = parse(text, PATH)

    assert parsed.article or parsed.problems


keys = st.sampled_from(["title", "url", "answer", "seo", "date", "aliases", "no_index", "related_article1", "x"])
values = st.text(alphabet="abT01 :-[]{}>|&*!#'\"%@`\\\n,?~", max_size=20)


@given(st.lists(st.tuples(keys, values)), st.text(max_size=20))
def test_any_front_matter_gives_an_article_or_a_reason(lines: list[tuple[str, str]], body: str) -> None:
    front = "".join(f"{key}: {value}\n" for key, value in lines)

    parsed = parse(f"---\n{front}---\n{body}", PATH)

    assert parsed.article or parsed.problems
    assert all(problem.line for problem in parsed.problems)
