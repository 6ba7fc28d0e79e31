from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.journal.gaps import MOST_WORDINGS, Wording, clusters
from bot.journal.similarity import ALIKE_FROM, content, similarities

ASKED = (
    ("How do I invoice a client abroad?", "ana", 1),
    ("how to invoice clients abroad", "ben", 2),
    ("invoicing a client who lives abroad", "carol", 1),
    ("Where is the coffee machine?", "ana", 5),
    ("what about parental leave", "ana", 1),
    ("parental leve", "ben", 1),
)


def test_questions_about_the_same_are_one_gap_named_by_the_most_central() -> None:
    first, second = clusters(ASKED)

    assert first.name == "how to invoice clients abroad"
    assert {wording.text for wording in first.wordings} == {text for text, _, _ in ASKED[:3]}
    assert (first.people, first.times) == (3, 4)
    assert {wording.text for wording in second.wordings} == {"what about parental leave", "parental leve"}


def test_what_one_person_asks_again_and_again_is_shown_to_nobody() -> None:
    assert not any("coffee" in cluster.name for cluster in clusters(ASKED))
    assert any("coffee" in cluster.name for cluster in clusters(ASKED, least_people=1))


def test_the_same_words_in_another_order_are_one_wording() -> None:
    [cluster] = clusters([("leave, parental", "ana", 1), ("Parental leave?", "ben", 1), ("parental leave", "ben", 1)])

    assert cluster.wordings == (Wording("parental leave", frozenset({"ana", "ben"}), 3),)


def test_nothing_asked_leaves_no_gap() -> None:
    assert clusters([]) == ()
    assert clusters([("?!", "ana", 1), ("", "ben", 1)], least_people=1) == ()


def test_where_there_are_too_many_wordings_those_of_most_people_count_then_the_newest() -> None:
    one_offs = [(f"word{number} other{number * 7919}", "ana", 1) for number in range(MOST_WORDINGS + 50)]
    newest_first = [*one_offs, ("parental leave", "ana", 1), ("parental leave", "ben", 1)]

    found = {wording.text for cluster in clusters(newest_first, least_people=1) for wording in cluster.wordings}

    assert found == {"parental leave", *(text for text, _, _ in one_offs[: MOST_WORDINGS - 1])}


words = st.sampled_from(["invoice", "invoices", "client", "abroad", "leave", "parental", "how", "the", "🙂", "ÄÖ"])
questions = st.tuples(
    st.lists(words, max_size=5).map(" ".join), st.sampled_from(["ana", "ben", "carol"]), st.integers(1, 3)
)


@given(st.lists(questions, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_events_changes_nothing(asked: list[tuple[str, str, int]], chance: random.Random) -> None:
    shuffled = list(asked)
    chance.shuffle(shuffled)

    assert clusters(shuffled) == clusters(asked)


@given(st.lists(questions, max_size=25))
def test_every_question_with_words_is_in_one_cluster(asked: list[tuple[str, str, int]]) -> None:
    found = clusters(asked, least_people=1)

    assert sum(cluster.times for cluster in found) == sum(times for text, _, times in asked if content(text))


@given(st.lists(st.text(max_size=30), max_size=8))
def test_similarity_is_symmetric_and_a_share(texts: list[str]) -> None:
    square = similarities([content(text) for text in texts])

    assert np.allclose(square, square.T)
    assert (square >= 0).all()
    assert (square <= 1 + 1e-5).all()


def test_typos_and_endings_count_little() -> None:
    pairs = ("leadership training manager", "leadershp trainings managers"), ("goals", "trust")

    (typo, _), (other, _) = ((similarities(pair)[0, 1], pair) for pair in pairs)

    assert typo > ALIKE_FROM > other
