from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.frontmatter import parse
from bot.corpus.template import LONGEST_SLUG, skeleton, slug
from bot.model import Article

TODAY = dt.date(2026, 3, 2)


def filled_in(text: str) -> Article:
    article = parse(text + "Like this.", Path("new.md")).article

    assert article is not None
    return article


def test_it_becomes_an_article_once_the_answer_is_written() -> None:
    text = skeleton("How do I invoice: abroad?", subject="Money", today=TODAY, wordings=("invoicing abroad",))

    assert filled_in(text) == Article(
        url="/money/how-do-i-invoice-abroad",
        title="How do I invoice: abroad?",
        answer="Like this.",
        subject="Money",
        date=TODAY,
        aliases=("invoicing abroad",),
        source=Path("new.md"),
    )


def test_until_then_it_is_reported_and_not_served() -> None:
    parsed = parse(skeleton("How do I invoice?", subject="Money", today=TODAY), Path("new.md"))

    assert parsed.article is None
    assert "`answer` is missing" in parsed.problems[0].reason


def test_the_question_itself_is_no_alias() -> None:
    assert filled_in(skeleton("Why?", subject="A", today=TODAY, wordings=("Why?", "What for"))).aliases == ("What for",)


def test_long_questions_get_short_addresses_of_whole_words() -> None:
    assert slug("word " * 100) == "-".join(["word"] * 16)
    assert len(slug("x" * 500)) <= LONGEST_SLUG


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100).filter(lambda text: text.split() != [])
)
def test_any_question_makes_a_file(question: str) -> None:
    article = filled_in(skeleton(question, subject="Money", today=TODAY, wordings=(question + "?",)))

    assert article.title == " ".join(question.split())
    assert re.fullmatch(r"[a-z0-9-]+", slug(question))
