"""Slack takes nothing for a while: what the bot has to say is kept and said later, or the log and the status tell."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import wording
from bot.app import Bot, build
from bot.playground.emulator import Emulator
from bot.playground.envelopes import slash_command
from bot.playground.workspace import ADMIN, COACHING, GENERAL, PERSON
from bot.settings import Settings
from bot.slack.bot import SlackBot
from bot.slack.conversations import ROUTES
from bot.slack.dispatch import Dispatcher
from bot.slack.request import Request
from bot.slack.routes import QUESTION, command
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"
SECRET = "a question that nobody shall read in a log"


async def answered(slack: Emulator, channel: str = "#general") -> str:
    await slack.slash(PERSON.id, channel, "/quicktake", GOALS)
    return words((await slack.wait_for(lambda: slack.ephemerals(PERSON.id, channel)))[-1])


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("status", [500, 502, 503])
async def test_answer_is_given_in_place_once_slack_takes_it(
    slack: Emulator, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    slack.faults.server_error("response_url", times=3, status=status)

    assert (await answered(slack)).startswith("How do I set goals with a client?")
    assert "refused" not in caplog.text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("method", ["response_url", "chat.postMessage"])
async def test_broken_connections_are_tried_again(slack: Emulator, method: str) -> None:
    slack.faults.reset(method, times=3)

    if method == "response_url":
        await answered(slack)
    else:
        await slack.direct_message(PERSON.id, GOALS)
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("error", "status"), [("expired_url", 200), ("used_url", 404), ("channel_is_archived", 410)])
async def test_what_a_response_url_no_longer_takes_comes_as_a_direct_message(
    slack: Emulator, error: str, status: int
) -> None:
    slack.faults.refuse("response_url", error, status=status)

    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(answer).startswith("How do I set goals with a client?")


@pytest.mark.usefixtures("bot")
async def test_blocks_that_a_response_url_refuses_are_sent_as_text(slack: Emulator) -> None:
    slack.faults.refuse("response_url", "invalid_blocks", times=2, status=200)  # with its table, and without

    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert answer.blocks == ()
    assert answer.text.startswith("How do I set goals with a client?")


async def test_where_a_response_url_takes_nothing_for_long_the_answer_comes_as_a_direct_message(
    slack: Emulator, bot: Bot
) -> None:
    bot.slack.client.keep_s = 0.1
    slack.faults.server_error("response_url", times=None)

    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(answer).startswith("How do I set goals with a client?")


async def test_what_is_given_up_stands_in_the_log_and_in_the_status(
    slack: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    bot.slack.client.keep_s = 0.1
    slack.faults.server_error(times=None)
    await slack.slash(PERSON.id, "#general", "/quicktake", SECRET)
    await bot.dispatcher.drain(5)
    slack.faults.heal()

    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    (report,) = await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, "#general"))

    assert "Given up: command /quicktake: status 500" in caplog.text
    assert SECRET not in caplog.text
    assert wording.given_up(1, "status 500") in words(report)


async def test_stopping_waits_for_no_pause_and_says_who_got_no_reply(
    slack: Emulator, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    bot = build(settings)
    await bot.start()
    slack.faults.rate_limit(retry_after_s=60, times=None)
    for _ in range(3):
        await slack.direct_message(PERSON.id, SECRET)
    await slack.wait_for(lambda: len([call for call in slack.calls if call.status == 429]) >= 3)

    await bot.stop()

    assert caplog.text.count("Given up: event message.im: status 429") == 3
    assert SECRET not in caplog.text


async def test_stopping_gives_up_work_that_does_not_end(
    slack: Emulator, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    bot = build(settings)
    await bot.start()
    slack.faults.hang("chat.postMessage", times=None)
    await slack.direct_message(PERSON.id, SECRET)
    await slack.wait_for(lambda: slack.exchanges[-1].is_acked)

    await bot.dispatcher.drain(0.1)
    await bot.stop()

    assert "Given up: event message.im: the bot stops" in caplog.text


def asked(slack: Emulator) -> dict[str, Any]:
    return slash_command(slack.installation, PERSON, GENERAL, "/quicktake", GOALS)


async def test_when_too_much_waits_people_are_told_so(slack: Emulator, bot: Bot) -> None:
    dispatcher = Dispatcher(bot.slack, ROUTES, lambda: "a1b2c3", most_waiting=2)

    for _ in range(5):
        await dispatcher.receive(asked(slack))
    await dispatcher.drain(5)

    told = [words(message) for message in slack.messages(PERSON.id)]
    assert told.count(wording.BUSY) == 3
    assert len(told) == 5
    assert "3 requests got no reply" in bot.slack.status().troubles[-1]


async def test_talk_that_is_passed_over_when_too_much_waits_is_met_with_silence(slack: Emulator, bot: Bot) -> None:
    dispatcher = Dispatcher(bot.slack, ROUTES, lambda: "a1b2c3", most_waiting=0)
    said = {"type": "message", "channel_type": "channel", "channel": COACHING.id, "user": PERSON.id, "ts": "1.0"}

    await dispatcher.receive({"type": "event_callback", "event": said})
    await dispatcher.drain(5)

    assert slack.messages(PERSON.id) == ()


async def test_between_two_pieces_of_work_whatever_else_waits_has_its_turn(slack: Emulator, bot: Bot) -> None:
    happened: list[str] = []

    async def work(_request: Request, _bot: SlackBot) -> None:
        happened.append("work")

    dispatcher = Dispatcher(bot.slack, [command(QUESTION, work)], lambda: "a1b2c3")
    for _ in range(3):
        await dispatcher.receive(asked(slack))
    while happened.count("work") < 3:
        happened.append("turn")
        await asyncio.sleep(0)

    assert "work, work" not in ", ".join(happened)
