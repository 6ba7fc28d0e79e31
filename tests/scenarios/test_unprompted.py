"""Answering unasked: only where an admin lets it, only when sure, only when nobody else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import wording
from bot.app import Bot, build
from bot.journal.events import Event, Voted
from bot.playground.emulator import Emulator
from bot.playground.model import Installation
from bot.playground.workspace import ADMIN, COACHING, GENERAL, OUTSIDER, PERSON
from bot.settings import Settings
from tests.scenarios.conftest import serving
from tests.scenarios.listening import ATTENTIVE, GOALS, by_bot, let, outcomes, overheard, said_unasked, settled
from tests.scenarios.seeing import labels, words


@pytest.fixture
def installation() -> Installation:
    return ATTENTIVE


async def test_open_question_is_answered_in_its_thread_with_a_way_to_take_it_back(
    slack: Emulator, bot: Bot, recorded: list[Event]
) -> None:
    assert await let(slack, "on") == wording.LISTENS["on"]

    answer = await said_unasked(slack)
    await bot.dispatcher.drain(5)

    assert answer.thread_ts == slack.messages(COACHING.id)[0].ts
    assert words(answer).startswith(f"{wording.UNASKED}\nHow do I set goals with a client?")
    assert labels(answer)[-1] == wording.NOT_WHAT_I_MEANT
    assert outcomes(recorded) == [("said", "/learn/goals/set-goals")]


async def test_channel_is_left_alone_until_an_admin_chooses(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await overheard(slack, bot)

    assert by_bot(slack) == []
    assert recorded == []


async def test_shadow_only_notes_what_it_would_say(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    assert await let(slack, "shadow") == wording.LISTENS["shadow"]

    await overheard(slack, bot)

    assert by_bot(slack) == []
    assert outcomes(recorded) == [("shadow", "/learn/goals/set-goals")]


async def test_unsure_answer_is_not_said(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await let(slack, "on")

    await overheard(slack, bot, "Does anybody know when lunch is today?")

    assert by_bot(slack) == []
    assert outcomes(recorded) == [("unsure", "")]


@pytest.mark.parametrize(
    "talk",
    [
        "I set goals with a client today.",
        "@ada How do I set goals with a client?",
        "Ada, how do I set goals with a client?",
    ],
)
async def test_talk_between_people_is_not_even_noted(
    slack: Emulator, bot: Bot, recorded: list[Event], talk: str
) -> None:
    await let(slack, "on")

    await overheard(slack, bot, talk)

    assert by_bot(slack) == []
    assert outcomes(recorded) == []


async def test_question_in_somebodys_thread_is_left_to_them(slack: Emulator, bot: Bot) -> None:
    await let(slack, "on")
    await overheard(slack, bot, "Good morning.")
    root = slack.messages(COACHING.id)[0]

    await overheard(slack, bot, thread_ts=root.ts)

    assert by_bot(slack) == []


async def test_person_who_replies_first_is_enough(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await let(slack, "on")
    slack.faults.delay("conversations.replies", 0.3)

    await slack.say(PERSON.id, COACHING.id, GOALS)
    await slack.say(ADMIN.id, COACHING.id, "Ask what they want.", thread_ts=slack.messages(COACHING.id)[0].ts)
    await slack.wait_for(lambda: "conversations.replies" in {call.method for call in slack.calls})
    await bot.dispatcher.drain(5)

    assert by_bot(slack) == []
    assert outcomes(recorded) == [("replied", "/learn/goals/set-goals")]


async def test_asker_who_adds_something_is_still_answered(slack: Emulator, recorded: list[Event], bot: Bot) -> None:
    await let(slack, "on")
    slack.faults.delay("conversations.replies", 0.3)

    await slack.say(PERSON.id, COACHING.id, GOALS)
    await slack.say(PERSON.id, COACHING.id, "It is a new one.", thread_ts=slack.messages(COACHING.id)[0].ts)
    await slack.wait_for(lambda: by_bot(slack))
    await settled(slack, bot)

    assert outcomes(recorded) == [("said", "/learn/goals/set-goals")]


async def test_question_that_was_deleted_meanwhile_is_forgotten(
    slack: Emulator, bot: Bot, recorded: list[Event], caplog: pytest.LogCaptureFixture
) -> None:
    await let(slack, "on")
    slack.faults.delay("conversations.replies", 0.2)

    await slack.say(PERSON.id, COACHING.id, GOALS)
    slack.workspace.delete(slack.messages(COACHING.id)[0])
    await slack.wait_for(lambda: "conversations.replies" in {call.method for call in slack.calls})
    await bot.dispatcher.drain(5)

    assert by_bot(slack) == []
    assert outcomes(recorded) == []
    assert "Failure" not in caplog.text


async def test_article_is_not_said_twice_in_a_channel(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await let(slack, "on")
    await said_unasked(slack)

    await overheard(slack, bot, "Anyone, how do I set goals with a client?", user=ADMIN.id)

    assert len(by_bot(slack)) == 1
    assert [outcome for outcome, _ in outcomes(recorded)] == ["said", "repeated"]


@pytest.mark.usefixtures("bot")
async def test_same_article_may_be_said_in_another_channel(slack: Emulator) -> None:
    await let(slack, "on")
    await let(slack, "on", GENERAL.id)
    await said_unasked(slack)

    await slack.say(PERSON.id, GENERAL.id, GOALS)
    await slack.wait_for(lambda: by_bot(slack, GENERAL.id))


async def test_stopping_bot_says_nothing_it_still_waited_with(slack: Emulator, settings: Settings) -> None:
    bot = build(settings, settle_s=60)
    await bot.start()
    await let(slack, "on")
    await slack.say(PERSON.id, COACHING.id, GOALS)
    await slack.wait_for(lambda: any(one.kind == "events_api" and one.is_acked for one in slack.exchanges))

    await bot.stop()

    assert by_bot(slack) == []


async def test_channel_shared_with_another_organisation_is_left_alone(slack: Emulator, bot: Bot) -> None:
    slack.workspace.channels[COACHING.id] = replace(COACHING, is_shared=True)
    await let(slack, "on")

    await overheard(slack, bot)

    assert by_bot(slack) == []


async def test_person_of_another_organisation_is_left_alone(slack: Emulator, bot: Bot) -> None:
    await let(slack, "on")

    await overheard(slack, bot, user=OUTSIDER.id)

    assert by_bot(slack) == []
    assert slack.messages(OUTSIDER.id) == ()  # and told nothing, as they asked for nothing


async def test_shared_channel_is_served_where_the_operator_allows_it(slack: Emulator, settings: Settings) -> None:
    slack.workspace.channels[COACHING.id] = replace(COACHING, is_shared=True)
    async with serving(slack, replace(settings, serves_outsiders=True), []):
        await let(slack, "on")

        await said_unasked(slack, OUTSIDER.id)


@pytest.mark.parametrize("user", [PERSON.id, ADMIN.id])
async def test_asker_or_admin_takes_the_answer_away(
    slack: Emulator, bot: Bot, recorded: list[Event], user: str
) -> None:
    await let(slack, "on")
    answer = await said_unasked(slack)

    await slack.press(user, answer, wording.NOT_WHAT_I_MEANT)
    await slack.wait_for(lambda: not by_bot(slack))
    await bot.dispatcher.drain(5)

    assert words(slack.ephemerals(user, COACHING.id)[-1]) == wording.TAKEN_AWAY
    (vote,) = [event for event in recorded if isinstance(event, Voted)]
    assert (vote.url, vote.is_helpful, vote.reason) == ("/learn/goals/set-goals", False, "not what was meant")


async def test_others_cannot_take_the_answer_away(slack: Emulator, bot: Bot) -> None:
    await let(slack, "on")
    answer = await said_unasked(slack, ADMIN.id)

    await slack.press(PERSON.id, answer, wording.NOT_WHAT_I_MEANT)
    await bot.dispatcher.drain(5)

    assert by_bot(slack) == [answer]
    assert words(slack.ephemerals(PERSON.id, COACHING.id)[-1]) == wording.ONLY_ASKER


async def test_second_press_is_told_that_the_answer_is_gone(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await let(slack, "on")
    answer = await said_unasked(slack)
    slack.faults.delay("chat.delete", 0.1, times=2)

    await slack.press(PERSON.id, answer, wording.NOT_WHAT_I_MEANT)
    await slack.press(ADMIN.id, answer, wording.NOT_WHAT_I_MEANT)
    await bot.dispatcher.drain(5)

    told = {words(slack.ephemerals(user, COACHING.id)[-1]) for user in (PERSON.id, ADMIN.id)}
    assert told == {wording.TAKEN_AWAY, wording.ALREADY_TAKEN_AWAY}
    assert len([event for event in recorded if isinstance(event, Voted)]) == 1


async def test_mention_is_answered_once_though_it_comes_as_two_events(slack: Emulator, bot: Bot) -> None:
    await let(slack, "on")

    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await slack.wait_for(lambda: by_bot(slack))
    await settled(slack, bot)

    assert [labels(answer)[-1] != wording.NOT_WHAT_I_MEANT for answer in by_bot(slack)] == [True]


@pytest.mark.parametrize("error", ["is_archived", "channel_not_found"])
async def test_refused_remark_is_logged_and_nobody_is_bothered(
    slack: Emulator, bot: Bot, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    await let(slack, "on")
    slack.faults.refuse("chat.postMessage", error)

    await overheard(slack, bot)

    assert by_bot(slack) == []
    assert slack.messages(PERSON.id) == ()
    assert error in caplog.text
    assert GOALS not in caplog.text


async def test_question_that_is_delivered_twice_is_noted_once(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await let(slack, "shadow")
    slack.faults.duplicate_next()

    await overheard(slack, bot)
    await slack.wait_for(
        lambda: len([one for one in slack.exchanges if one.kind == "events_api" and one.is_acked]) >= 2
    )
    await bot.dispatcher.drain(5)

    assert [outcome for outcome, _ in outcomes(recorded)] == ["shadow"]
