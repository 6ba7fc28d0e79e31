from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.check.name_collisions import at_risk

NAMES = [
    (0, "What is a coaching agreement?"),
    (1, "How do I set goals with a client?"),
    (2, "What should a coaching agreement contain?"),
    (3, "How long should silence last?"),
]


def test_names_with_telling_words_of_their_own_are_safe() -> None:
    assert at_risk(NAMES) == ()


def test_a_name_whose_telling_words_are_in_another_is_at_risk() -> None:
    assert at_risk([*NAMES, (4, "A client with goals")]) == (4,)


def test_a_name_of_one_word_is_always_at_risk() -> None:
    assert at_risk([*NAMES, (4, "Trust")]) == (4,)


def test_an_owner_is_no_rival_of_itself() -> None:
    assert at_risk([*NAMES, (1, "A client with goals")]) == ()


@given(st.lists(st.tuples(st.integers(0, 3), st.text(alphabet="abc ", max_size=8)), max_size=8))
def test_a_name_somebody_else_has_too_is_always_at_risk(names: list[tuple[int, str]]) -> None:
    chosen = at_risk(names)

    shared = [
        place
        for place, (owner, name) in enumerate(names)
        if any(other != owner and twin.split() == name.split() for other, twin in names)
    ]
    assert set(shared) <= set(chosen)
