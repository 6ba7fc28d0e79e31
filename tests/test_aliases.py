from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.aliases import Alias, Extended, extend, normalised
from bot.model import Article

GOALS = Article("/goals", "How do I set goals?", "…", aliases=("setting aims",))
TRUST = Article("/trust", "How do I win trust?", "…", question="How can I win their trust?")
ARTICLES = (GOALS, TRUST)

texts = st.sampled_from(["aims", "Aims?", "rapport", "how do i win trust", "?!", "where to aim"]) | st.text(max_size=5)
aliases = st.lists(st.builds(Alias, st.sampled_from(["/goals", "/trust", "/gone"]), texts), max_size=6)


@given(st.text())
def test_normalising_again_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_an_accepted_alias_comes_after_those_of_the_file() -> None:
    found = extend(ARTICLES, [Alias("/goals", "where to aim"), Alias("/trust", "rapport")])

    assert [article.aliases for article in found.articles] == [("setting aims", "where to aim"), ("rapport",)]
    assert found.added == (Alias("/goals", "where to aim"), Alias("/trust", "rapport"))
    assert found.problems == ()


def test_one_that_is_in_the_file_falls_away() -> None:
    found = extend(ARTICLES, [Alias("/goals", "Setting AIMS?"), Alias("/trust", "how can I win their trust")])

    assert found == Extended(ARTICLES)


def test_one_whose_article_is_gone_is_left_out_and_told() -> None:
    found = extend(ARTICLES, [Alias("/gone", "x")])

    assert found == Extended(ARTICLES, (), ("“x” for /gone is left out: there is no such article",))


def test_one_that_another_article_is_called_is_left_out_and_told() -> None:
    found = extend(ARTICLES, [Alias("/goals", "how do I win trust?")])

    assert found == Extended(ARTICLES, (), ("“how do I win trust?” for /goals is left out: /trust is called that",))


def test_of_two_that_are_the_same_one_is_left_out() -> None:
    found = extend(ARTICLES, [Alias("/trust", "Rapport"), Alias("/goals", "rapport")])

    assert found.added == (Alias("/goals", "rapport"),)
    assert found.problems == ("“Rapport” for /trust is left out: /goals is called that",)


def test_one_without_a_word_is_left_out() -> None:
    assert extend(ARTICLES, [Alias("/goals", "?!")]).problems == (
        "“?!” for /goals is left out: there is no word in it",
    )


@given(aliases.flatmap(lambda wanted: st.tuples(st.just(wanted), st.permutations(wanted))))
def test_the_order_of_decisions_changes_nothing_and_nothing_is_added_twice(
    orders: tuple[list[Alias], list[Alias]],
) -> None:
    wanted, shuffled = orders
    found = extend(ARTICLES, wanted)

    assert extend(ARTICLES, shuffled) == found
    assert extend(found.articles, wanted).added == ()
