from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answerer import NEAR_AT, Answerer, LoadedRelease, Thresholds
from bot.answers.catalogue import Catalogue
from bot.model import Answer, Article, Choices, NoAnswer, Related, RelatedArticle, Release
from bot.search.index import Index

GOALS = Article("/goals", "How do I set goals?", "Ask what shall differ.", related=(Related("Progress", "/progress"),))
PROGRESS = Article("/progress", "How do I measure progress?", "Use a scale.")
SILENCE = Article("/silence", "What is silence good for?", "To think.", related=(Related("Elsewhere", "/elsewhere"),))
ITSELF = Article("/self", "Who supervises the coach?", "A supervisor.", related=(Related("Itself", "/self"),))
ARTICLES = (GOALS, PROGRESS, SILENCE, ITSELF)

ALWAYS = Thresholds(answer_at=0.0, choices_at=0.0)
NEVER = Thresholds(answer_at=1.1, choices_at=1.1)
UNDECIDED = Thresholds(answer_at=1.1, choices_at=0.0)


def loaded(number: int = 1, articles: tuple[Article, ...] = ARTICLES) -> LoadedRelease:
    positions = {article.url: position for position, article in enumerate(articles)}
    return LoadedRelease(Release(number, "abc1234"), articles, positions, Catalogue.of(articles), Index.build(articles))


def answered(url: str, articles: tuple[Article, ...] = ARTICLES) -> Answer:
    shown = Answerer(loaded(articles=articles)).show(url, "why?")
    assert shown
    return shown


@pytest.mark.parametrize(("thresholds", "outcome"), [(ALWAYS, Answer), (UNDECIDED, Choices), (NEVER, NoAnswer)])
def test_thresholds_decide_the_outcome(thresholds: Thresholds, outcome: type) -> None:
    reply = Answerer(loaded(), thresholds).answer("how do I set goals")

    assert isinstance(reply, outcome)
    assert reply.hits[0].article == GOALS
    assert str(reply.release) == "1-abc1234"


@pytest.mark.parametrize("thresholds", [ALWAYS, UNDECIDED, NEVER])
@given(question=st.lists(st.sampled_from(["how", "set", "goals", "progress", "silence", "xyzzy"])).map(" ".join))
def test_decision_is_that_of_the_reply(thresholds: Thresholds, question: str) -> None:
    answerer = Answerer(loaded(), thresholds)

    reply, decision = answerer.answer(question), answerer.decide(question)

    assert decision.outcome == reply.outcome
    decided = [(hit.article, hit.confidence) for hit in decision.hits[: len(reply.hits)]]
    assert decided == [(hit.article, hit.confidence) for hit in reply.hits]


def test_question_without_a_word_in_common_has_no_answer() -> None:
    assert isinstance(Answerer(loaded()).answer("xyzzy"), NoAnswer)


def test_same_question_same_release_same_reply() -> None:
    answerer = Answerer(loaded())

    assert answerer.answer("measure progress") == answerer.answer("measure progress")


def test_activated_release_answers_from_then_on() -> None:
    answerer = Answerer(loaded(), ALWAYS)

    answerer.activate(loaded(2, (SILENCE,)))

    assert str(answerer.answer("silence").release) == "2-abc1234"
    assert answerer.show("/goals", "goals") is None


def test_related_articles_keep_their_authors_order_and_say_whether_they_can_be_shown() -> None:
    article = Article("/a", "A", "Text.", related=(Related("Gone", "/gone"), Related("Progress", "/progress")))

    related = answered("/a", (article, PROGRESS)).related

    assert [(one.url, one.is_in_corpus) for one in related] == [("/gone", False), ("/progress", True)]


def test_article_without_related_ones_in_the_corpus_gets_its_nearest_too() -> None:
    silence, progress = answered("/silence").related, answered("/progress").related

    assert silence[0].url == "/elsewhere"
    assert all(one.is_in_corpus for one in (*silence[1:], *progress))
    assert "/progress" not in [one.url for one in progress]


def test_article_never_suggests_itself() -> None:
    assert "/self" not in [one.url for one in answered("/self").related]


@pytest.mark.parametrize("written", ["/progress/", "https://example.com/progress", "/progress?from=mail#top"])
def test_related_article_is_the_same_however_its_address_is_written(written: str) -> None:
    goals = Article("/goals", "How do I set goals?", "Ask.", related=(Related("Progress", written),))
    shown = Answerer(loaded(articles=(goals, PROGRESS)), site_url="https://example.com").show("/goals/", "why?")

    assert shown
    assert shown.related == (RelatedArticle("Progress", "/progress", is_in_corpus=True),)


def test_article_that_is_not_there_cannot_be_shown() -> None:
    assert Answerer(loaded()).show("/nowhere", "why?") is None


def test_only_titles_that_come_near_are_offered_where_nothing_fits() -> None:
    answerer = Answerer(loaded(), NEVER)

    near, far = answerer.answer("how do I set goals"), answerer.answer("goals of the football match on sunday night")

    assert GOALS in [hit.article for hit in near.hits]
    assert all(hit.confidence >= NEAR_AT for hit in (*near.hits, *far.hits))
