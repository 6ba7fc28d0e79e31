from __future__ import annotations

import pytest

from bot import wording
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import COACHING, PERSON
from tests.scenarios.seeing import words

pytestmark = pytest.mark.usefixtures("bot")


async def say(slack: Emulator, text: str) -> Message:
    """Write a direct message and return the reply."""
    before = len(slack.messages(PERSON.id))
    await slack.direct_message(PERSON.id, text)
    await slack.wait_for(lambda: len(slack.messages(PERSON.id)) >= before + 2)
    return slack.messages(PERSON.id)[-1]


async def test_follow_up_is_understood_with_the_topic_before(slack: Emulator) -> None:
    await say(slack, "how do I interrupt a client kindly?")

    reply = await say(slack, "and a manager?")

    assert words(reply).splitlines()[1].startswith("How do I interrupt a manager") or words(reply).startswith(
        "How do I interrupt a manager"
    )


async def test_clear_question_is_not_changed_by_the_topic_before(slack: Emulator) -> None:
    alone = await say(slack, "what is silence good for in coaching?")
    await say(slack, "how do I set goals with a client?")

    after = await say(slack, "what is silence good for in coaching?")

    assert words(after) == words(alone)


async def test_topic_of_one_thread_is_not_that_of_another(slack: Emulator) -> None:
    await slack.mention(PERSON.id, COACHING.id, "how do I interrupt a client kindly?")
    await slack.wait_for(lambda: slack.messages(COACHING.id)[1:])
    await slack.mention(PERSON.id, COACHING.id, "blorp fnord?")
    reply = (await slack.wait_for(lambda: slack.messages(COACHING.id)[3:]))[0]

    assert words(reply).startswith(wording.NO_ANSWER)


async def test_more_shows_the_whole_article(slack: Emulator) -> None:
    await say(slack, "how do I set goals with a client?")

    reply = await say(slack, "more please")

    assert "it may change" in words(reply)


async def test_next_leads_from_article_to_article_and_ends(slack: Emulator) -> None:
    seen = [words(await say(slack, "how do I interrupt a client kindly?"))]

    while (shown := words(await say(slack, "next"))) != wording.NOTHING_FURTHER:
        seen.append(shown)

    titles = [text.splitlines()[0] for text in seen]
    assert len(titles) == len(set(titles)) >= 2


@pytest.mark.parametrize("word", ["more", "next"])
async def test_words_that_go_on_need_something_before(slack: Emulator, word: str) -> None:
    assert words(await say(slack, word)) == wording.NOTHING_BEFORE


async def test_what_does_not_go_on_is_not_read_with_the_topic_before(slack: Emulator) -> None:
    await say(slack, "how do I interrupt a client kindly?")

    reply = await say(slack, "vpn is down")

    assert words(reply).startswith(wording.NO_ANSWER)
