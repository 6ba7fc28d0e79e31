"""What Slack refuses or fails at, for each way that the bot speaks."""

from __future__ import annotations

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import COACHING, PERSON
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"


async def asked(slack: Emulator) -> Message:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    return (await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")))[0]


@pytest.mark.parametrize("error", ["channel_not_found", "is_archived", "not_in_channel", "restricted_action"])
async def test_mention_that_cannot_be_answered_there_is_answered_privately(
    slack: Emulator, bot: Bot, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults.refuse("chat.postMessage", error)

    await slack.mention(PERSON.id, COACHING.id, GOALS)
    (told,) = await slack.wait_for(lambda: slack.messages(PERSON.id))
    await bot.dispatcher.drain(5)

    assert words(told).startswith(f"{wording.ANSWERED_ELSEWHERE}\nHow do I set goals with a client?")
    assert f"Slack says {error} to chat.postMessage" in caplog.text
    assert GOALS not in caplog.text


async def test_person_who_cannot_be_told_anything_is_logged(
    slack: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults.refuse("chat.postMessage", "channel_not_found", times=3)

    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await slack.wait_for(lambda: [call.method for call in slack.calls].count("chat.postMessage") == 3)
    await bot.dispatcher.drain(5)

    assert "Nobody could be told: Slack says channel_not_found to chat.postMessage" in caplog.text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("method", ["chat.postMessage", "response_url", "views.open"])
@pytest.mark.parametrize("fault", ["429", "500"])
async def test_overload_and_failure_are_waited_out_everywhere(slack: Emulator, method: str, fault: str) -> None:
    answer = await asked(slack)
    if fault == "429":
        slack.faults.rate_limit(method, retry_after_s=1)
    else:
        slack.faults.server_error(method)

    if method == "chat.postMessage":
        await slack.direct_message(PERSON.id, GOALS)
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    elif method == "response_url":
        await slack.press(PERSON.id, answer, "How do I measure progress?")
        await slack.wait_for(lambda: "Ask the client" in words(slack.ephemerals(PERSON.id, "#general")[0]))
    else:
        await slack.press(PERSON.id, answer, "Show full answer")
        await slack.wait_for(lambda: slack.views(PERSON.id))


@pytest.mark.usefixtures("bot")
async def test_private_answer_whose_blocks_are_refused_comes_as_text(
    slack: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults.refuse("response_url", "invalid_blocks", times=2)  # with its table, and without

    answer = await asked(slack)

    assert answer.blocks == ()
    assert answer.text.startswith("How do I set goals with a client?")
    assert "/learn/goals/set-goals" in caplog.text


@pytest.mark.usefixtures("bot")
async def test_whole_article_whose_modal_is_refused_comes_as_text(
    slack: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await asked(slack)
    slack.faults.refuse("views.open", "invalid_arguments")

    await slack.press(PERSON.id, answer, "Show full answer")
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert told[0].text.startswith("How do I set goals with a client?")
    assert "it may change" in told[0].text
    assert "Slack refused the blocks of /learn/goals/set-goals" in caplog.text


@pytest.mark.usefixtures("bot")
async def test_prompts_are_left_out_where_their_scope_is_missing(
    slack: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults.refuse("assistant.threads.setSuggestedPrompts", "missing_scope")

    await slack.open_home(PERSON.id, "messages")
    await bot.dispatcher.drain(5)

    assert slack.messages(PERSON.id) == ()
    assert wording.apology("")[:20] not in caplog.text
