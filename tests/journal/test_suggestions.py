from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.aliases import Alias, extend
from bot.evaluate.questions import Question, parse
from bot.journal.labels import labelled_lines
from bot.journal.queries import Confirmation
from bot.journal.suggestions import (
    Answering,
    Effect,
    Suggestion,
    collisions,
    effects,
    is_right,
    suggestions,
)
from bot.model import Answer, Article, Choices, Hit, NoAnswer, Release, Reply
from tests.journal.world import GOALS, TRUST

ARTICLES = (
    Article(GOALS, "How do I set goals?", "…", aliases=("setting aims",)),
    Article(TRUST, "How do I win trust?", "…", question="How can I win their trust?"),
)
RELEASE = Release(1, "0000000")


def said(question: str, person: str, url: str = GOALS, *, is_right: bool = True, times: int = 1) -> Confirmation:
    return Confirmation(question, person, url, is_right, times)


def texts(found: Sequence[Suggestion]) -> list[str]:
    return [suggestion.alias.text for suggestion in found]


def test_what_several_people_meant_is_suggested_with_the_evidence() -> None:
    confirmed = [said("finding direction", "ana", times=2), said("how do we find direction", "ben")]
    confirmed += [said("finding some directions", "carol")]

    assert suggestions(confirmed, ARTICLES) == (
        Suggestion(
            Alias(GOALS, "finding direction"),
            "How do I set goals?",
            people=3,
            times=4,
            wordings=("finding direction", "finding some directions", "how do we find direction"),
        ),
    )


def test_what_one_person_meant_is_shown_to_nobody_by_default() -> None:
    assert suggestions([said("where to aim", "ana", times=9)], ARTICLES) == ()
    assert texts(suggestions([said("where to aim", "ana")], ARTICLES, least_people=1)) == ["where to aim"]


def test_those_of_most_people_come_first() -> None:
    confirmed = [said("x", who) for who in "ab"] + [said("rapport", who, TRUST) for who in "abc"]

    assert texts(suggestions(confirmed, ARTICLES)) == ["rapport", "x"]


def test_what_the_article_is_called_already_is_not_suggested() -> None:
    confirmed = [said(text, who) for text in ("Setting AIMS?", "how do i set goals") for who in "ab"]
    confirmed += [said("how can I win their trust", who, TRUST) for who in "ab"]

    assert suggestions(confirmed, ARTICLES) == ()


def test_what_was_decided_is_not_suggested_again() -> None:
    confirmed = [said("where to aim", who) for who in "ab"]

    assert suggestions(confirmed, ARTICLES, decided=[Alias(GOALS, "Where to aim?")]) == ()


def test_articles_that_are_gone_get_no_alias() -> None:
    assert suggestions([said("x", who, "/gone") for who in "ab"], ARTICLES) == ()


def test_who_says_right_and_wrong_says_nothing() -> None:
    confirmed = [said("x", "ana"), said("x", "ana", is_right=False), said("x", "ben")]

    assert suggestions(confirmed, ARTICLES) == ()


def test_the_majority_decides_which_article_a_question_means() -> None:
    confirmed = [said("x", who) for who in "abc"] + [said("X?", who, TRUST) for who in "de"]

    assert [one.alias for one in suggestions(confirmed, ARTICLES)] == [Alias(GOALS, "x")]


class TestEffect:
    """The bot finds an article by its exact names, and nothing else."""

    def answering(self, *extra: Alias) -> Answering:
        articles = extend(ARTICLES, extra).articles

        def answer(question: str) -> Reply:
            named = [one for one in reversed(articles) if question in (*one.aliases, one.title)]
            hits = tuple(Hit(one, 0.9) for one in named)
            return Answer(question, RELEASE, hits, "…") if hits else NoAnswer(question, RELEASE, ())

        return answer

    def test_counts_questions_that_get_right_and_that_no_longer_are(self) -> None:
        labelled = (
            ("aim high", frozenset({GOALS})),
            ("building rapport", frozenset({GOALS})),
            ("unrelated", frozenset[str]()),
            ("setting aims", frozenset({GOALS})),
        )
        before = self.answering(Alias(GOALS, "building rapport"))
        after = self.answering(Alias(GOALS, "aim high"), Alias(TRUST, "building rapport"), Alias(TRUST, "unrelated"))

        assert effects(labelled, before, after) == {GOALS: Effect(gains=1), TRUST: Effect(breaks=2)}

    def test_a_reply_is_right_if_it_leads_with_a_relevant_article_or_rightly_has_none(self) -> None:
        hits = (Hit(ARTICLES[0], 0.9), Hit(ARTICLES[1], 0.8))
        answer, choices, none = (
            Answer("?", RELEASE, hits, ""),
            Choices("?", RELEASE, hits),
            NoAnswer("?", RELEASE, hits),
        )

        assert [is_right(reply, frozenset({GOALS})) for reply in (answer, choices, none)] == [True, True, False]
        assert [is_right(reply, frozenset({TRUST})) for reply in (answer, choices, none)] == [False, False, False]
        assert [is_right(reply, frozenset()) for reply in (answer, choices, none)] == [False, True, True]


class TestLabels:
    def test_confirmed_questions_can_be_evaluated(self) -> None:
        confirmed = [said("Where to aim?", "ana"), said("where to aim", "ben"), said("only me", "ana")]
        confirmed += [said("Über\n“uns”", who, TRUST) for who in "ab"]

        questions, problems = parse("\n".join(labelled_lines(confirmed)), Path("life.jsonl"))

        assert problems == ()
        assert questions == (
            Question("Where to aim?", "journal", (GOALS,)),
            Question("Über\n“uns”", "journal", (TRUST,)),
        )

    def test_articles_that_equally_many_people_meant_are_all_relevant(self) -> None:
        confirmed = [said("x", "ana"), said("x", "ben", TRUST)]

        [question], _ = parse("\n".join(labelled_lines(confirmed)), Path("life.jsonl"))

        assert question.relevant == (GOALS, TRUST)


def test_alias_that_says_no_more_than_another_articles_title_could_mean_that_one_as_well() -> None:
    tried = [Alias(GOALS, "trust"), Alias(GOALS, "how do I win goals"), Alias(TRUST, "setting any aims")]

    found = [collisions(alias, ARTICLES) for alias in tried]

    assert found == [("How do I win trust?",), (), ("How do I set goals?",)]


def test_only_what_collides_with_nothing_and_teaches_no_misspelling_is_harmless() -> None:
    good = Suggestion(Alias(GOALS, "finding direction"), "Goals", 2, 2, ())

    assert good.is_harmless
    assert not replace(good, collisions=("Trust",)).is_harmless
    assert not replace(good, misspelt=("gaols",)).is_harmless
