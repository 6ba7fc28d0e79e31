from __future__ import annotations

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.workspace import COACHING, PERSON, WITHOUT_BOT
from tests.scenarios.seeing import buttons, labels, words

pytestmark = pytest.mark.usefixtures("bot")
GOALS = "how do I set goals with a client?"


async def test_slash_command_answers_privately_with_source_reason_and_next_steps(slack: Emulator) -> None:
    exchange = await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    seen = words(answer)
    assert exchange.is_acked
    assert slack.messages("#general") == ()
    assert seen.startswith("How do I set goals with a client?\nAsk what the client wants")
    assert "Goals · as of 2026-03-02 · Matched" in seen
    assert "release" not in seen.lower()
    assert labels(answer) == [
        "How do I measure progress?",
        "What is a smart objective?",
        "Show full answer",
        "Why this?",
        "Post to channel",
    ]
    assert answer.text.startswith("How do I set goals with a client?")


async def test_why_this_tells_the_evidence_and_the_release(slack: Emulator) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    await slack.press(PERSON.id, answer, "Why this?")
    why = (await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:]))[0]

    assert "How do I set goals with a client?" in words(why)
    assert "Release 1-" in words(why)


async def test_answer_links_to_its_article_on_the_site(slack: Emulator) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert "https://learn.example.com/learn/goals/set-goals" in str(answer.blocks)
    (outside,) = [button for button in buttons(answer) if "url" in button]
    assert outside["url"] == "https://learn.example.com/learn/goals/smart"


async def test_works_where_the_bot_is_no_member(slack: Emulator) -> None:
    await slack.slash(PERSON.id, WITHOUT_BOT.id, "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, WITHOUT_BOT.id))

    assert words(answer).startswith("How do I set goals with a client?")


async def test_mention_is_answered_in_the_thread(slack: Emulator) -> None:
    await slack.mention(PERSON.id, COACHING.id, f"@quicktake {GOALS}")
    asked, answer = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id))

    assert answer.thread_ts == asked.ts
    assert words(answer).startswith("How do I set goals with a client?")
    assert "Post to channel" not in labels(answer)


async def test_mention_inside_a_thread_stays_in_it(slack: Emulator) -> None:
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    first = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:])
    await slack.mention(PERSON.id, COACHING.id, "what is silence good for?", thread_ts=first[0].thread_ts)
    later = await slack.wait_for(lambda: slack.messages(COACHING.id)[3:])

    assert later[0].thread_ts == first[0].thread_ts


async def test_direct_message_is_answered_in_its_thread(slack: Emulator) -> None:
    await slack.direct_message(PERSON.id, GOALS)
    asked, answer = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert answer.thread_ts == asked.ts
    assert words(answer).startswith("How do I set goals with a client?")


async def test_article_text_cannot_call_the_channel(slack: Emulator) -> None:
    await slack.mention(PERSON.id, COACHING.id, f"{GOALS} <!channel> & <b>")
    _, answer = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id))

    assert answer.live_mentions == ()


@pytest.mark.parametrize("question", ["vpn down?", "blorp zzzt fnord?"])
async def test_says_so_when_nothing_answers(slack: Emulator, question: str) -> None:
    await slack.direct_message(PERSON.id, question)
    _, reply = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert words(reply).startswith(wording.NO_ANSWER)


@pytest.mark.parametrize("text", ["help", "HELP", ""])
async def test_command_alone_or_with_help_tells_what_it_can_do(slack: Emulator, text: str) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", text)
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert "answers from our own reviewed articles" in words(reply)
    assert "For admins" not in words(reply)


@pytest.mark.parametrize(
    ("said", "replied"),
    [
        ("hi", wording.GREETING),
        ("thanks!", wording.WELCOME),
        (":wave:", wording.NO_WORDS),
        ("@quicktake", wording.GREETING),
    ],
)
async def test_small_talk_gets_a_line(slack: Emulator, said: str, replied: str) -> None:
    await slack.direct_message(PERSON.id, said)
    _, reply = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert words(reply) == replied


@pytest.mark.parametrize("word", ["more", "next"])
async def test_command_cannot_go_on_with_what_was_before(slack: Emulator, word: str) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", word)
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert words(reply) == wording.GOES_ON_ELSEWHERE


async def test_bots_and_edits_are_ignored(slack: Emulator, bot: Bot) -> None:
    await slack.direct_message(PERSON.id, GOALS)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    await slack.wait_for(lambda: len(slack.exchanges) >= 2)  # the bot's own message comes back as an event

    await bot.dispatcher.drain(5)

    assert len(slack.messages(PERSON.id)) == 2
