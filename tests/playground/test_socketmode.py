from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.playground.workspace import OUTSIDER, PERSON, WITHOUT_BOT
from tests.playground.conftest import running

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.playground.emulator import Emulator


def answering(app: AsyncApp) -> list[str]:
    """Make the app acknowledge the command and note the id of every mention."""
    heard: list[str] = []

    async def command(ack: AsyncAck) -> None:
        await ack()

    async def mention(body: dict[str, Any]) -> None:
        heard.append(body["event_id"])

    app.command("/quicktake")(command)
    app.event("app_mention")(mention)
    return heard


async def test_connection_needs_a_ticket_and_each_is_good_once(slack: Emulator, client: AsyncWebClient) -> None:
    opened = await client.apps_connections_open(app_token=slack.app_token)

    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(opened["url"]) as socket:
            hello = await socket.receive_json()
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(opened["url"])

    assert (hello["type"], hello["num_connections"]) == ("hello", 1)


async def test_nobody_listening_means_no_response(slack: Emulator) -> None:
    exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hi")

    assert exchange.ack_ms is None
    assert [message.text for message in slack.ephemerals(PERSON.id, "#general")] == ["/quicktake did not respond"]


async def test_ack_time_is_measured(app: AsyncApp, slack: Emulator) -> None:
    answering(app)

    async with running(app, slack):
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hi")

    assert exchange.ack_ms is not None
    assert 0 < exchange.ack_ms < 3_000


async def test_refreshed_connection_keeps_serving(app: AsyncApp, slack: Emulator) -> None:
    answering(app)

    async with running(app, slack):
        await slack.faults.refresh()
        await slack.wait_for(lambda: slack.connections_opened == 2 and slack.is_connected)
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hi")

    assert exchange.is_acked


async def test_dropped_connection_is_made_again(app: AsyncApp, slack: Emulator) -> None:
    answering(app)

    async with running(app, slack, ping_interval=1.0):
        slack.faults.drop()
        lost = not slack.is_connected
        await slack.wait_for(lambda: slack.is_connected)
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hi")

    assert lost
    assert exchange.is_acked


async def test_quiet_peer_is_noticed_and_left(app: AsyncApp, slack: Emulator) -> None:
    answering(app)

    async with running(app, slack, ping_interval=1.0):
        slack.faults.go_quiet()
        await slack.wait_for(lambda: slack.connections_opened > 1)
        slack.faults.wake()


async def test_ordered_duplicate_comes_with_the_same_event_id(app: AsyncApp, slack: Emulator) -> None:
    heard = answering(app)
    slack.faults.duplicate_next()

    async with running(app, slack):
        await slack.mention(PERSON.id, "#general", "twice?")
        await slack.mention(PERSON.id, "#general", "once")
        await slack.wait_for(lambda: len(heard) == 3)

    assert heard[0] == heard[1] != heard[2]
    assert [one.envelope["retry_attempt"] for one in slack.exchanges] == [0, 1, 0]


async def test_unacknowledged_event_is_repeated(slack: Emulator) -> None:
    await slack.mention(PERSON.id, "#general", "anyone?")
    await slack.wait_for(lambda: len(slack.exchanges) == 3)

    assert [one.envelope["retry_attempt"] for one in slack.exchanges] == [0, 1, 2]
    assert len({one.payload["event_id"] for one in slack.exchanges}) == 1


async def test_mention_where_the_bot_is_not_is_not_delivered(slack: Emulator) -> None:
    with pytest.raises(LookupError):
        await slack.mention(PERSON.id, WITHOUT_BOT.id, "hello?")

    assert slack.exchanges == ()


async def test_message_of_an_outsider_says_so(slack: Emulator) -> None:
    exchange = await slack.mention(OUTSIDER.id, "#general", "hello?")

    assert exchange.payload["is_ext_shared_channel"]
    assert exchange.payload["event"]["team"] == OUTSIDER.team_id
