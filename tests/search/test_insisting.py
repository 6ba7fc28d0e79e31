"""What a question insists on must be in the article, and words are found as people write them."""

from __future__ import annotations

import pytest

from bot.model import Article, Correction
from bot.search.index import Index
from bot.search.weights import LEXICAL

TITLES = (
    "What is hypertension?",
    "How long is maternity leave?",
    "How does the hiring process work?",
    "Who are the nominees for Best Supporting Actor?",
    "Who are the nominees for Best Supporting Actress?",
    "How are templates implemented in C++?",
    "How is memory managed in C?",
    "Who is the head coach of Houston in 2025?",
    "What should I say in my closing remarks?",
    "Why does feedback matter for self-awareness?",
    "How does V.P.N. access work from home?",
    "What is the A/B test for?",
)
INDEX = Index.build(
    [Article(url=f"/{place}", title=title, answer=f"{title} It depends.") for place, title in enumerate(TITLES)],
    thesaurus=[["actress", "actor", "performer"], ["nominee", "candidate"]],
    dictionary=frozenset({"hypotension", "paternity", "firing", "opening"}),
)


def first(question: str) -> str:
    return TITLES[int(INDEX.search(question)[0].article.url[1:])]


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("How long is paternity leave?", "paternity"),
        ("Who is the head coach of Texas in 2025?", "Texas"),
        ("Who is the head coach of Houston in 2019?", "2019"),
        ("What should I say in my opening remarks?", "opening"),
        ("How are templates implemented in C#?", "C#"),
    ],
)
def test_title_with_one_word_changed_is_no_answer_and_the_word_is_named(question: str, lacking: str) -> None:
    best = INDEX.search(question)[0]

    assert best.confidence < LEXICAL.answer_at
    assert best.missing == (lacking,)


@pytest.mark.parametrize("question", ["What is hypotension?", "how does the firing process work", "firing process"])
def test_word_of_the_language_is_not_taken_for_another(question: str) -> None:
    assert all(hit.confidence < LEXICAL.answer_at and not hit.corrected for hit in INDEX.search(question))


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Best Supporting Actress nominees", "Who are the nominees for Best Supporting Actress?"),
        ("templates in cpp", "How are templates implemented in C++?"),
        ("memory in C", "How is memory managed in C?"),
        ("why does feed back matter for selfawareness", "Why does feedback matter for self-awareness?"),
        ("feed\u00adback", "Why does feedback matter for self-awareness?"),
        ("vpn access", "How does V.P.N. access work from home?"),
        ("what is the AB test for", "What is the A/B test for?"),
        ("mater\u200bnity leave", "How long is maternity leave?"),
    ],
)
def test_words_are_found_as_people_write_them(question: str, title: str) -> None:
    assert first(question) == title


def test_correction_is_told_and_a_quoted_word_is_not_corrected() -> None:
    corrected = INDEX.search("how long is maternty leave")[0]
    quoted = INDEX.search('how long is "maternty" leave')[0]

    assert corrected.corrected == (Correction("maternty", "maternity"),)
    assert not quoted.corrected
    assert quoted.confidence < corrected.confidence
