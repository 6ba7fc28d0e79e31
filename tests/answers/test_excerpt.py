"""The part of an answer that is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.excerpt import excerpt
from tests.markdown.generated import FEWER, MARKDOWN

LEAD = "Good goals are few and clear. They say what will be different, and how one will notice."
STEPS = """The steps are:

1. **Reality**: Look at what happens now, without judging.
2. **Options**: Collect more ways forward than seem needed.
3. **Will**: Agree on the first step, its date and who will hear of it."""
ANSWER = f"{LEAD}\n\n{STEPS}\n\nReview the goals every month."


def test_a_short_answer_is_shown_whole() -> None:
    assert excerpt(ANSWER) == ANSWER


def test_a_long_answer_begins_with_its_lead_and_says_that_more_follows() -> None:
    assert excerpt(ANSWER, limit=100) == f"{LEAD}\n\n…"


def test_the_item_that_fits_the_question_comes_with_its_introduction_and_number() -> None:
    shown = excerpt(ANSWER, "Who hears of the first step?", limit=180)

    assert shown == (
        f"{LEAD}\n\nThe steps are:\n\n…\n\n3. **Will**: Agree on the first step, its date and who will hear of it.\n\n…"
    )


def test_who_asks_for_no_more_than_the_title_says_sees_the_beginning() -> None:
    shown = excerpt(ANSWER, "Which steps lead to a good first goal?", limit=180, title="The first steps to a good goal")

    assert shown == f"{LEAD}\n\nThe steps are:\n\n1. **Reality**: Look at what happens now, without judging.\n\n…"


def test_an_introduction_comes_with_the_item_that_fits_instead_of_the_first() -> None:
    shown = excerpt(STEPS, "options", limit=80)

    assert shown == "The steps are:\n\n…\n\n2. **Options**: Collect more ways forward than seem needed.\n\n…"


def test_an_introduction_never_stands_alone() -> None:
    assert excerpt(STEPS, limit=30) == (
        "The steps are:\n\n1. **Reality**: Look at what happens now, without judging.\n\n…"
    )


def test_a_passage_comes_with_the_heading_it_stands_under() -> None:
    markdown = f"{LEAD}\n\n## Meetings\n\nKeep them short.\n\n## Feedback\n\nAsk before you give it."

    shown = excerpt(markdown, "How do I give feedback?", limit=130)

    assert shown == f"{LEAD}\n\n…\n\n## Feedback\n\nAsk before you give it."


def test_a_list_item_keeps_its_nested_list() -> None:
    markdown = f"{LEAD}\n\n- Before:\n  - Read the notes.\n- After:\n  - Write them up."

    shown = excerpt(markdown, "write up", limit=120)

    assert shown == f"{LEAD}\n\n…\n\n- After:\n  - Write them up."


def test_what_explains_a_formula_comes_with_it() -> None:
    markdown = f"{LEAD}\n\nThe measure is:\n\n$$\nx = y\n$$\n\nwhere $y$ is the number of goals.\n\n{'More. ' * 40}"

    shown = excerpt(markdown, "number of goals", limit=170)

    assert shown == f"{LEAD}\n\nThe measure is:\n\n$$\nx = y\n$$\n\nwhere $y$ is the number of goals.\n\n…"


def test_a_paragraph_too_long_ends_after_a_sentence() -> None:
    assert excerpt("One sentence, e.g. this. Dr. Who asks a second one. A third one is too long.", limit=52) == (
        "One sentence, e.g. this. Dr. Who asks a second one. …"
    )


@pytest.mark.parametrize(
    "marked", ["`code. More code`", "$a. B$", "[link. More](https://example.com)", "**bold. More**"]
)
def test_a_sentence_never_ends_within_marks(marked: str) -> None:
    assert excerpt(f"First {marked} ends. Second sentence.", limit=25) == f"First {marked} ends. …"


def test_the_lead_is_shortened_before_the_best_passage_is_left_out() -> None:
    lead = f"{LEAD} {'It takes a while to get used to that. ' * 3}".strip()
    shown = excerpt(f"{lead}\n\n{STEPS}", "options", limit=200)

    assert shown.startswith(f"{LEAD.partition('. ')[0]}. ")
    assert "**Options**" in shown


def test_code_is_never_cut() -> None:
    code = "```\n" + "line\n" * 100 + "```"

    assert excerpt(f"{code}\n\nDone.", limit=100) == f"{code}\n\n…"


def test_link_definitions_come_along() -> None:
    assert excerpt(f"See [the guide][1].\n\n{LEAD}\n\n[1]: https://example.com", limit=30) == (
        "See [the guide][1].\n\n…\n\n[1]: https://example.com"
    )


def test_markdown_of_nothing_but_definitions_stays() -> None:
    assert excerpt("[1]: https://example.com", limit=10) == "[1]: https://example.com"


@FEWER
@given(MARKDOWN, st.text(max_size=20), st.integers(1, 300))
def test_an_excerpt_consists_of_words_of_the_answer_in_their_order(markdown: str, question: str, limit: int) -> None:
    shown = excerpt(markdown, question, limit).replace("…", " ")

    rest = markdown.replace("…", " ")
    for word in shown.split():
        _, found, rest = rest.partition(word)
        assert found == word


@FEWER
@given(MARKDOWN, st.text(max_size=20))
def test_the_same_question_gets_the_same_excerpt(markdown: str, question: str) -> None:
    assert excerpt(markdown, question, 100) == excerpt(markdown, question, 100)
