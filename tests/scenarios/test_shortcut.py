from __future__ import annotations

import pytest

from bot import wording
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import COACHING, PERSON
from tests.scenarios.seeing import labels, words

pytestmark = pytest.mark.usefixtures("bot")


async def private_answer(slack: Emulator, text: str) -> Message:
    """Write something that mentions the bot, and use the shortcut on it."""
    await slack.mention(PERSON.id, COACHING.id, text)
    source, *_ = await slack.wait_for(lambda: slack.messages(COACHING.id))
    await slack.shortcut(PERSON.id, "answer_message", source)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))
    return answer


async def test_message_is_answered_privately(slack: Emulator) -> None:
    answer = await private_answer(slack, "what is silence good for in coaching?")

    assert words(answer).startswith("What is silence good for in coaching?")
    assert "Post in thread" in labels(answer)


async def test_answer_can_be_posted_under_the_message(slack: Emulator) -> None:
    answer = await private_answer(slack, "what is silence good for in coaching?")
    source = slack.messages(COACHING.id)[0]
    before = len(slack.messages(COACHING.id))

    await slack.press(PERSON.id, answer, "Post in thread")
    posted = (await slack.wait_for(lambda: slack.messages(COACHING.id)[before:]))[0]
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id)[1:])

    assert posted.thread_ts == source.ts
    assert words(posted).startswith(f"<{PERSON.id}> asked:")
    assert words(told[0]) == wording.POSTED_IN_THREAD


async def test_message_without_words_is_told_so(slack: Emulator) -> None:
    assert words(await private_answer(slack, ":wave:")) == wording.NO_WORDS
