"""A second press, and two people pressing at once: what shall happen once happens once, and both are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wording
from bot.app import Bot
from bot.journal.events import Escalated, Event, Posted, TakenOver
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import ADMIN, COACHING, PERSON
from bot.settings import Settings
from tests.scenarios.conftest import serving
from tests.scenarios.seeing import labels, words

GOALS = "how do I set goals with a client?"


@pytest.fixture
async def bot(slack: Emulator, settings: Settings, recorded: list[Event]) -> AsyncIterator[Bot]:
    """A bot with two admins."""
    async with serving(slack, replace(settings, admins=frozenset({ADMIN.id, PERSON.id})), recorded) as running:
        yield running


async def asked(slack: Emulator, question: str) -> Message:
    await slack.slash(PERSON.id, "#general", "/quicktake", question)
    return (await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")))[-1]


async def enquiry(slack: Emulator) -> Message:
    await slack.press(PERSON.id, await asked(slack, "blorp zzzt fnord?"), "Ask a person")
    return (await slack.wait_for(lambda: slack.messages(COACHING.id)))[0]


async def press_at_once(slack: Emulator, bot: Bot, message: Message, label: str) -> None:
    await asyncio.gather(*(slack.press(user, message, label) for user in (ADMIN.id, PERSON.id)))
    await bot.dispatcher.drain(5)


def told(slack: Emulator, channel: str) -> list[str]:
    return [words(one) for user in (ADMIN.id, PERSON.id) for one in slack.ephemerals(user, channel)]


def count(recorded: list[Event], kind: type) -> int:
    return sum(isinstance(event, kind) for event in recorded)


async def test_answer_is_posted_once(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    answer = await asked(slack, GOALS)

    await slack.press(PERSON.id, answer, "Post to channel")
    await slack.press(PERSON.id, answer, "Post to channel")
    await bot.dispatcher.drain(5)

    assert len(slack.messages("#general")) == 1
    assert {*told(slack, "#general")} >= {wording.POSTED, wording.POSTED_ALREADY}
    assert count(recorded, Posted) == 1


async def test_answer_to_a_message_is_posted_once(slack: Emulator, bot: Bot) -> None:
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    source = (await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id)))[0]
    await slack.shortcut(PERSON.id, "answer_message", source)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))

    await slack.press(PERSON.id, answer, "Post in thread")
    await slack.press(PERSON.id, answer, "Post in thread")
    await bot.dispatcher.drain(5)

    assert len(slack.messages(COACHING.id)) == 3
    assert wording.POSTED_ALREADY in told(slack, COACHING.id)


async def test_answer_that_could_not_be_posted_can_be_posted_again(slack: Emulator, bot: Bot) -> None:
    answer = await asked(slack, GOALS)
    slack.faults.refuse("response_url", "expired_url")

    await slack.press(PERSON.id, answer, "Post to channel")
    await bot.dispatcher.drain(5)
    await slack.press(PERSON.id, answer, "Post to channel")
    await bot.dispatcher.drain(5)

    assert len(slack.messages("#general")) == 1
    assert wording.EXPIRED in told(slack, "#general")


async def test_question_is_passed_on_once(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    reply = await asked(slack, "blorp zzzt fnord?")

    await slack.press(PERSON.id, reply, "Ask a person")
    await slack.press(PERSON.id, reply, "Ask a person")
    await bot.dispatcher.drain(5)

    assert len(slack.messages(COACHING.id)) == 1
    assert wording.ASKED_ALREADY in told(slack, "#general")
    assert count(recorded, Escalated) == 1


async def test_question_that_reached_nobody_can_be_passed_on_again(slack: Emulator, bot: Bot) -> None:
    reply = await asked(slack, "blorp zzzt fnord?")
    slack.faults.refuse("chat.postMessage", "is_archived")

    await slack.press(PERSON.id, reply, "Ask a person")
    await bot.dispatcher.drain(5)
    await slack.press(PERSON.id, reply, "Ask a person")
    await bot.dispatcher.drain(5)

    assert len(slack.messages(COACHING.id)) == 1


async def test_of_two_experts_one_takes_the_question(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    message = await enquiry(slack)

    await press_at_once(slack, bot, message, wording.TAKE_QUESTION)

    (now,) = slack.messages(COACHING.id)
    assert words(now).count(wording.TAKEN) == 1
    assert told(slack, COACHING.id) == [wording.TAKEN_ALREADY]
    assert len([one for one in slack.messages(PERSON.id) if "has taken your question" in words(one)]) == 1
    assert count(recorded, TakenOver) == 1


async def test_answered_question_cannot_be_taken_from_an_old_copy(slack: Emulator, bot: Bot) -> None:
    message = await enquiry(slack)
    await slack.press(ADMIN.id, message, wording.MARK_ANSWERED)
    await bot.dispatcher.drain(5)

    await slack.press(PERSON.id, message, wording.TAKE_QUESTION)
    await bot.dispatcher.drain(5)

    (now,) = slack.messages(COACHING.id)
    assert wording.ANSWERED in words(now)
    assert labels(now) == []
    assert wording.TAKEN_ALREADY in told(slack, COACHING.id)


async def test_helper_is_told_when_the_asker_cannot_be_reached(slack: Emulator, bot: Bot) -> None:
    message = await enquiry(slack)
    slack.faults.refuse("chat.postMessage", "user_not_found")

    await slack.press(ADMIN.id, message, wording.TAKE_QUESTION)
    await bot.dispatcher.drain(5)

    assert told(slack, COACHING.id) == [wording.ASKER_NOT_REACHED]
    assert wording.TAKEN in words(slack.messages(COACHING.id)[0])


async def test_of_two_admins_one_activates_and_the_other_is_told(slack: Emulator, bot: Bot, corpus: Path) -> None:
    (corpus / "new.md").write_text("---\ntitle: What is a laser question?\nurl: /laser\n---\nA short one.\n")
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    report = (await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, "#general")[1:]))[0]

    await press_at_once(slack, bot, report, "Activate")

    replies = told(slack, "#general")
    assert sum("is active." in one for one in replies) == 1
    assert sum("is not staged any more" in one for one in replies) == 1
