"""Follow-ups in a thread without a new mention, where the operator lets the bot follow threads."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.model import Installation, Message
from bot.playground.workspace import ADMIN, COACHING, OUTSIDER, PERSON
from bot.settings import Settings
from tests.scenarios.conftest import serving
from tests.scenarios.listening import ATTENTIVE, by_bot, overheard
from tests.scenarios.seeing import words

INTERRUPT = "how do I interrupt a client kindly?"


@pytest.fixture
def installation() -> Installation:
    return ATTENTIVE


@pytest.fixture
async def bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    async with serving(slack, replace(settings, follows_threads=True), []) as running:
        yield running


async def asked(slack: Emulator, bot: Bot) -> str:
    """Mention the bot, wait for its answer, and return the thread."""
    await slack.mention(PERSON.id, COACHING.id, INTERRUPT)
    (answer,) = await slack.wait_for(lambda: by_bot(slack))
    await bot.dispatcher.drain(5)
    return str(answer.thread_ts)


async def reply_to(slack: Emulator, bot: Bot, said: str, *, user: str = PERSON.id) -> list[Message]:
    """Say something below the bot's answer, and return what more the bot said."""
    thread_ts = await asked(slack, bot)
    await overheard(slack, bot, said, user=user, thread_ts=thread_ts)
    return by_bot(slack)[1:]


@pytest.mark.parametrize("said", ["and a manager?", "what about a manager?"])
async def test_follow_up_is_understood_with_the_threads_topic(slack: Emulator, bot: Bot, said: str) -> None:
    (reply,) = await reply_to(slack, bot, said)

    assert "How do I interrupt a manager" in words(reply)


async def test_whole_question_is_answered_too(slack: Emulator, bot: Bot) -> None:
    (reply,) = await reply_to(slack, bot, "what is silence good for in coaching?")

    assert words(reply).startswith("What is silence good for in coaching?")


async def test_more_shows_the_whole_article(slack: Emulator, bot: Bot) -> None:
    assert len(await reply_to(slack, bot, "more please")) == 1


@pytest.mark.parametrize(
    "said",
    ["thanks, that helps", "@ada what about a manager?", "Ada, what about a manager?", "is lunch at noon today?"],
)
async def test_what_is_not_for_the_bot_gets_no_reply(slack: Emulator, bot: Bot, said: str) -> None:
    assert await reply_to(slack, bot, said) == []


async def test_two_people_talking_are_left_alone(slack: Emulator, bot: Bot) -> None:
    thread_ts = await asked(slack, bot)
    await overheard(slack, bot, "I always wait for a pause.", user=ADMIN.id, thread_ts=thread_ts)

    await overheard(slack, bot, "and a manager?", thread_ts=thread_ts)

    assert len(by_bot(slack)) == 1


async def test_somebody_else_in_the_thread_has_to_mention_the_bot(slack: Emulator, bot: Bot) -> None:
    assert await reply_to(slack, bot, "and a manager?", user=ADMIN.id) == []


async def test_new_mention_brings_the_bot_back(slack: Emulator, bot: Bot) -> None:
    thread_ts = await asked(slack, bot)
    await overheard(slack, bot, "I always wait for a pause.", user=ADMIN.id, thread_ts=thread_ts)
    await slack.mention(ADMIN.id, COACHING.id, INTERRUPT, thread_ts)
    await slack.wait_for(lambda: by_bot(slack)[1:])

    await overheard(slack, bot, "and a manager?", user=ADMIN.id, thread_ts=thread_ts)

    assert len(by_bot(slack)) == 3


async def test_thread_that_the_bot_was_never_asked_in_is_left_alone(slack: Emulator, bot: Bot) -> None:
    await overheard(slack, bot, "Good morning.")

    await overheard(slack, bot, "and a manager?", thread_ts=slack.messages(COACHING.id)[0].ts)

    assert by_bot(slack) == []


async def test_person_of_another_organisation_gets_no_reply(slack: Emulator, bot: Bot) -> None:
    assert await reply_to(slack, bot, "and a manager?", user=OUTSIDER.id) == []


async def test_threads_are_left_alone_unless_the_operator_says_otherwise(slack: Emulator, settings: Settings) -> None:
    async with serving(slack, settings, []) as bot:
        assert await reply_to(slack, bot, "and a manager?") == []
