"""What is said unasked has to be right: measured on the shipped corpus, with labelled questions and office talk."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.answerer import Answerer
from bot.evaluate.questions import read
from bot.releases.releases import Releases
from bot.settings import read as read_settings
from bot.slack.conversations.unprompted import SURE_AT
from bot.slack.open_questions import open_question
from bot.slack.request import Request

QUESTIONS = Path(__file__).resolve().parents[3] / "evals/questions.jsonl"
OFFICE_TALK = (
    "Does anyone know the wifi password for the third floor?",
    "What time is the all-hands meeting on Thursday?",
    "How do I reset my VPN password?",
    "What are our goals for Q3?",
    "How do I book a meeting room for a session?",
    "How do I measure the room for the new desks?",
    "What questions did the client ask in the interview?",
    "Does anybody have feedback on my draft?",
    "Is it okay to reschedule the coaching call to Friday?",
    "What do we do when the client does not pay the invoice?",
    "Who wrote the article about goals?",
    "How do I end the call recording in Zoom?",
    "Is there a template for the session notes?",
    "What is on the agenda for the team meeting?",
    "How do I write to the whole team at once?",
    "How do I prepare the room for the board?",
    "What was the name of that book on listening?",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    settings = replace(read_settings({}), data_dir=tmp_path_factory.mktemp("data"))
    return Releases(settings, now=lambda: dt.datetime.now(dt.UTC)).answerer


def would_say(answerer: Answerer, question: str) -> str | None:
    """The url of the article that would be said."""
    hits = answerer.rank(question, 1)
    return hits[0].article.url if hits and hits[0].confidence >= SURE_AT else None


@pytest.mark.parametrize("talk", OFFICE_TALK)
def test_office_talk_gets_no_answer_though_it_may_be_an_open_question(answerer: Answerer, talk: str) -> None:
    question = open_question(Request(text=talk))

    assert question is None or would_say(answerer, question) is None


def test_of_thirty_answers_none_is_wrong_and_none_is_to_a_question_without(answerer: Answerer) -> None:
    said = [(one, url) for one in read([QUESTIONS]) if (url := would_say(answerer, one.query))]

    assert len(said) >= 30
    assert [one.query for one, _ in said if not one.is_answerable] == []
    assert [one.query for one, url in said if url not in one.relevant] == []
