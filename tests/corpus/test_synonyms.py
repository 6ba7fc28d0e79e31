from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.synonyms import parse_synonyms

PATH = Path("synonyms.yml")


def test_groups_keep_their_order_and_phrases_their_words() -> None:
    synonyms = parse_synonyms("# people\n- [client, coachee]\n- [set up,  begin ]\n", PATH)

    assert synonyms.groups == (("client", "coachee"), ("set up", "begin"))
    assert synonyms.problems == ()


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_means_no_synonyms(text: str) -> None:
    assert parse_synonyms(text, PATH).problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("client", "synonyms.yml:1: must be a list of groups: - [client, coachee]"),
        ("- [a, b]\n- [c]", "synonyms.yml:2: a group needs at least two words: - [client, coachee]"),
        ("- [a, b]\n- c", "synonyms.yml:2: a group needs at least two words: - [client, coachee]"),
        ("- [a, b", "synonyms.yml:1: a ] is missing; did you mean `- [a, b]`?"),
        ("- [a, b]\n- {c: d: e}", "synonyms.yml:2: YAML cannot read this line"),
    ],
)
def test_what_cannot_be_used_is_reported(text: str, expected: str) -> None:
    assert [str(problem).partition(" (")[0] for problem in parse_synonyms(text, PATH).problems] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "- client, coachee",
        "- client = coachee",
        "- [client, 'coachee']",
        "client: coachee",
        "client: [coachee]",
        "client:\n  - coachee",
    ],
)
def test_other_ways_to_write_a_group_are_understood(text: str) -> None:
    synonyms = parse_synonyms(text, PATH)

    assert synonyms.groups == (("client", "coachee"),)
    assert synonyms.problems == ()


def test_a_word_in_two_groups_is_reported_at_both() -> None:
    synonyms = parse_synonyms("- [a, b]\n- [B, c]\n", PATH)

    assert [(problem.line, problem.reason) for problem in synonyms.problems] == [
        (1, "“b” is in more than one group"),
        (2, "“B” is in more than one group"),
    ]


@given(st.text(max_size=100))
def test_any_text_is_survived(text: str) -> None:
    assert all(len(group) > 1 for group in parse_synonyms(text, PATH).groups)
