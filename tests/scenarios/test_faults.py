"""What goes wrong on the way: redelivery, dropped sockets, rate limits, refusals, failures of our own."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

from bot import wording
from bot.app import Bot, build
from bot.errors import ConnectionRefusedBySlackError
from bot.playground.emulator import Emulator
from bot.playground.model import Exchange
from bot.playground.workspace import COACHING, PERSON
from bot.settings import Settings
from bot.slack.bot import SlackBot
from bot.slack.dispatch import Dispatcher
from bot.slack.request import Request
from bot.slack.routes import QUESTION, command
from bot.slack.socket_mode import SocketMode, failure_log
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"
SECRET = "a question that must not be logged"
TOKEN = "xoxb-secret-token"


async def test_redelivered_event_is_answered_once(slack: Emulator, bot: Bot) -> None:
    slack.faults.duplicate_next()

    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await slack.wait_for(
        lambda: len([one for one in slack.exchanges if one.kind == "events_api" and one.is_acked]) >= 2
    )
    await slack.wait_for(lambda: slack.messages(COACHING.id)[1:])
    await bot.dispatcher.drain(5)

    assert len(slack.messages(COACHING.id)) == 2


def said_by(exchange: Exchange) -> str:
    return str(exchange.payload["event"].get("user"))


@pytest.mark.parametrize("text", ["thanks!", "next", GOALS])
async def test_so_is_anything_else_that_is_said(slack: Emulator, bot: Bot, text: str) -> None:
    await slack.direct_message(PERSON.id, GOALS)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    slack.faults.duplicate_next()

    await slack.direct_message(PERSON.id, text)
    await slack.wait_for(lambda: sum(one.is_acked and said_by(one) == PERSON.id for one in slack.exchanges) == 3)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[3:])
    await bot.dispatcher.drain(5)

    assert len([message for message in slack.messages(PERSON.id) if message.bot_id]) == 2


@pytest.mark.usefixtures("bot")
async def test_dropped_socket_is_replaced_and_service_resumes(slack: Emulator) -> None:
    slack.faults.drop()
    await slack.wait_for(lambda: not slack.is_connected)
    await slack.wait_for(lambda: slack.is_connected, timeout_s=15)

    await slack.direct_message(PERSON.id, GOALS)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])


@pytest.mark.usefixtures("bot")
async def test_first_question_after_a_refresh_is_acked_and_answered(slack: Emulator) -> None:
    await slack.faults.refresh()

    exchange = await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert exchange.is_acked


@pytest.mark.usefixtures("bot")
async def test_rate_limit_is_waited_out(slack: Emulator) -> None:
    slack.faults.rate_limit("chat.postMessage", retry_after_s=1)

    await slack.direct_message(PERSON.id, GOALS)
    _, answer = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert words(answer).startswith("How do I set goals with a client?")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("method", ["chat.postMessage", "response_url"])
async def test_slacks_own_failure_is_retried(slack: Emulator, method: str) -> None:
    slack.faults.server_error(method)

    if method == "response_url":
        await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
        await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    else:
        await slack.direct_message(PERSON.id, GOALS)
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])


@pytest.mark.usefixtures("bot")
async def test_refused_blocks_are_sent_as_text_and_the_log_names_the_article(
    slack: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults.refuse("chat.postMessage", "invalid_blocks", times=2)  # with its table, and without

    await slack.direct_message(PERSON.id, GOALS)
    _, answer = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert answer.blocks == ()
    assert answer.text.startswith("How do I set goals with a client?")
    assert "/learn/goals/set-goals" in caplog.text


@pytest.mark.usefixtures("bot")
async def test_used_up_response_url_falls_back_to_a_direct_message(slack: Emulator) -> None:
    slack.faults.refuse("response_url", "used_url", times=2)

    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(answer).startswith("How do I set goals with a client?") or answer.text


async def fail(request: Request, _bot: SlackBot) -> None:
    raise RuntimeError(f"no luck with {request.text} and {TOKEN}")


async def test_failure_right_after_the_ack_is_apologised_for_and_logged_without_the_question(
    slack: Emulator, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    running = build(settings)
    dispatcher = Dispatcher(running.slack, [command(QUESTION, fail)], lambda: "a1b2c3")
    broken = replace(
        running,
        dispatcher=dispatcher,
        socket_mode=SocketMode(
            running.slack.client, slack.app_token, lambda one: dispatcher.receive(one.payload), failure_log()
        ),
    )
    await broken.start()
    await slack.wait_for(lambda: slack.is_connected)

    exchange = await slack.slash(PERSON.id, "#general", "/quicktake", SECRET)
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    await broken.stop()

    assert exchange.is_acked
    assert words(reply) == wording.apology("a1b2c3")
    for logged in ("a1b2c3", "in fail", "RuntimeError"):
        assert logged in caplog.text
    for hidden in (SECRET, TOKEN):
        assert hidden not in caplog.text


async def test_work_in_flight_is_finished_when_the_bot_stops(slack: Emulator, settings: Settings) -> None:
    bot = build(settings)
    await bot.start()
    slack.faults.delay("chat.postMessage", delay_s=0.3)
    await slack.direct_message(PERSON.id, GOALS)

    await bot.stop()

    assert len(slack.messages(PERSON.id)) == 2


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"bot_token": "xoxb-wrong"}, "SLACK_BOT_TOKEN: Slack says invalid_auth"),
        ({"app_token": "xapp-wrong"}, "SLACK_APP_TOKEN: Slack says invalid_auth"),
        ({"slack_api_url": "http://127.0.0.1:9/api/"}, "Slack cannot be reached at http://127.0.0.1:9/api/"),
    ],
)
async def test_start_says_what_is_wrong_with_the_connection(
    settings: Settings, change: dict[str, Any], named: str
) -> None:
    bot = build(replace(settings, **change))

    with pytest.raises(ConnectionRefusedBySlackError, match=named):
        await bot.start()

    await bot.stop()


async def test_nothing_of_a_question_or_token_is_logged_at_any_level(
    slack: Emulator, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    bot = build(settings)
    await bot.start()
    await slack.direct_message(PERSON.id, SECRET)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])

    await bot.stop()

    assert SECRET not in caplog.text
    assert settings.bot_token not in caplog.text
