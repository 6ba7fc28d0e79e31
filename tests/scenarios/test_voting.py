from __future__ import annotations

import pytest

from bot import wording
from bot.app import Bot
from bot.journal.events import Asked, Event, Voted
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import PERSON
from tests.scenarios.seeing import words

pytestmark = pytest.mark.usefixtures("bot")
GOALS = "how do I set goals with a client?"


async def ask(slack: Emulator, question: str = GOALS) -> Message:
    await slack.slash(PERSON.id, "#general", "/quicktake", question)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    return answer


def votes(recorded: list[Event]) -> list[tuple[str, bool, str]]:
    return [(event.url, event.is_helpful, event.reason) for event in recorded if isinstance(event, Voted)]


async def test_helpful_vote_is_recorded(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await slack.press(PERSON.id, await ask(slack), "feedback", wording.HELPFUL)
    await bot.dispatcher.drain(5)

    assert votes(recorded) == [("/learn/goals/set-goals", True, "")]


async def test_unhelpful_vote_is_asked_for_its_reason(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await slack.press(PERSON.id, await ask(slack), "feedback", wording.NOT_HELPFUL)
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    exchange = await slack.submit_view(PERSON.id, view, {"reason": "outdated"})
    await bot.dispatcher.drain(5)

    assert slack.views(PERSON.id) == ()
    assert exchange.is_acked
    assert votes(recorded) == [("/learn/goals/set-goals", False, ""), ("/learn/goals/set-goals", False, "outdated")]


async def test_missing_answer_can_be_voted_on_too(slack: Emulator, recorded: list[Event]) -> None:
    await slack.press(PERSON.id, await ask(slack, "vpn down?"), "feedback", wording.NOT_HELPFUL)
    await slack.wait_for(lambda: slack.views(PERSON.id))

    assert votes(recorded) == [("", False, "")]


async def test_question_is_recorded_with_outcome_and_release(slack: Emulator, recorded: list[Event]) -> None:
    await ask(slack)

    (asked,) = [event for event in recorded if isinstance(event, Asked)]
    assert (asked.question, asked.outcome, asked.surface) == (GOALS, "answer", "command")
    assert asked.urls == ("/learn/goals/set-goals",)
    assert asked.release.startswith("1-")
    assert asked.latency_ms >= 0


async def test_why_this_explains_in_words(slack: Emulator) -> None:
    await slack.press(PERSON.id, await ask(slack), "Why this?")
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert "“How do I set goals with a client?” came first" in words(told[0])
    assert "“goals”" in words(told[0])
