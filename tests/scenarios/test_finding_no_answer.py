"""No dead ends: a person is asked, somebody takes the question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import wording
from bot.app import build
from bot.journal.events import Answered, Escalated, Event, TakenOver
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import ADMIN, COACHING, PERSON
from bot.settings import Settings
from tests.scenarios.seeing import labels, words

QUESTION = "blorp zzzt fnord?"


async def no_answer(slack: Emulator) -> Message:
    await slack.slash(PERSON.id, "#general", "/quicktake", QUESTION)
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    return reply


async def enquiry(slack: Emulator) -> Message:
    await slack.press(PERSON.id, await no_answer(slack), "Ask a person")
    (posted,) = await slack.wait_for(lambda: slack.messages(COACHING.id))
    return posted


@pytest.mark.usefixtures("bot")
async def test_question_goes_to_the_experts_with_who_asked_and_what_was_tried(
    slack: Emulator, recorded: list[Event]
) -> None:
    posted = await enquiry(slack)
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert words(posted).startswith(f"<{PERSON.id}> asked: “{QUESTION}”")
    assert labels(posted) == [wording.TAKE_QUESTION, wording.MARK_ANSWERED]
    assert words(told[0]) == wording.ASKED_A_PERSON
    assert isinstance(recorded[-1], Escalated)


@pytest.mark.usefixtures("bot")
async def test_asker_is_told_who_takes_the_question_and_when_it_is_answered(
    slack: Emulator, recorded: list[Event]
) -> None:
    posted = await enquiry(slack)

    await slack.press(ADMIN.id, posted, wording.TAKE_QUESTION)
    (taken,) = await slack.wait_for(lambda: slack.messages(PERSON.id))
    (now,) = slack.messages(COACHING.id)
    await slack.press(ADMIN.id, now, wording.MARK_ANSWERED)
    _, answered = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert words(taken) == f"<{ADMIN.id}> {wording.taken_for_you(QUESTION)}"
    assert words(answered) == f"<{ADMIN.id}> {wording.answered_for_you(QUESTION)}"
    assert labels(slack.messages(COACHING.id)[0]) == []
    assert [type(event) for event in recorded[-2:]] == [TakenOver, Answered]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "is_archived"])
async def test_asker_is_told_when_the_experts_cannot_be_reached(slack: Emulator, error: str) -> None:
    reply = await no_answer(slack)
    slack.faults.refuse("chat.postMessage", error)

    await slack.press(PERSON.id, reply, "Ask a person")
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert words(told[0]) == wording.NOBODY_REACHED


async def test_without_experts_there_is_no_such_button(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, expert_channel=""))
    await bot.start()

    reply = await no_answer(slack)
    await bot.stop()

    assert "Ask a person" not in labels(reply)
