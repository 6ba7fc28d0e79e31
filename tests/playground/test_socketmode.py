from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.emulator import Emulator
from bot.playground.workspace import OUTSIDER, PERSON, WITHOUT_BOT
from tests.playground.conftest import running


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


@contextlib.asynccontextmanager
async def connection(slack: Emulator) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """Open a bare WebSocket, as an app does, and leave it unread."""
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        opened = await client.apps_connections_open(app_token=slack.app_token)
        async with session.ws_connect(opened["url"], autoping=False) as socket:
            yield socket


async def refused_with(slack: Emulator) -> aiohttp.WSServerHandshakeError:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
        async with connection(slack):
            pass
    return refusal.value


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


@pytest.mark.parametrize("status", [503, 409])
async def test_handshake_can_be_refused_until_it_heals(slack: Emulator, status: int) -> None:
    slack.faults.server_error("websocket", times=None, status=status)

    refusals = [(await refused_with(slack)).status for _ in range(2)]
    slack.faults.heal()

    assert refusals == [status, status]
    async with connection(slack) as socket:
        assert (await socket.receive_json())["type"] == "hello"


async def test_handshake_can_be_rate_limited(slack: Emulator) -> None:
    slack.faults.rate_limit("websocket", retry_after_s=30)

    refusal = await refused_with(slack)

    assert refusal.status == 429
    assert refusal.headers is not None
    assert refusal.headers["Retry-After"] == "30"


async def test_next_request_of_any_kind_is_none_for_a_websocket(slack: Emulator, client: AsyncWebClient) -> None:
    opened = await client.apps_connections_open(app_token=slack.app_token)
    slack.faults.server_error()

    async with aiohttp.ClientSession() as session, session.ws_connect(opened["url"]) as socket:
        assert (await socket.receive_json())["type"] == "hello"
    assert slack.faults.ordered == ("500 for the next request",)


async def test_handshake_can_hang(slack: Emulator) -> None:
    slack.faults.hang("websocket")

    opening = asyncio.create_task(connection(slack).__aenter__())
    await slack.wait_for(lambda: slack.calls)
    done, _ = await asyncio.wait({opening}, timeout=0.1)
    opening.cancel()

    assert not done
    assert slack.connections_opened == 0


async def test_mute_socket_opens_and_says_nothing(slack: Emulator) -> None:
    slack.faults.stay_mute()

    async with connection(slack) as socket:
        await socket.ping()
        with pytest.raises(TimeoutError):
            await socket.receive(timeout=0.1)

        assert slack.connections_opened == 1
        assert not slack.is_connected


@pytest.mark.parametrize("ack_limit_s", [0.05])
async def test_half_open_socket_is_sent_to_in_vain(slack: Emulator) -> None:
    async with connection(slack) as socket:
        await socket.receive()
        slack.faults.half_open()
        await socket.ping()
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hi")
        with pytest.raises(TimeoutError):
            await socket.receive(timeout=0.1)

    assert not exchange.is_acked
    assert not slack.is_connected


async def test_refresh_warns_asks_and_closes(slack: Emulator) -> None:
    async with connection(slack) as socket:
        await socket.receive()

        await slack.faults.refresh(close_after_s=0.05)
        heard = [await socket.receive() for _ in range(3)]

    assert [message.json()["reason"] for message in heard[:2]] == ["warning", "refresh_requested"]
    assert heard[2].type is aiohttp.WSMsgType.CLOSE


async def test_socket_mode_that_is_switched_off_lets_nobody_in_until_it_is_on_again(slack: Emulator) -> None:
    async with connection(slack) as socket:
        await socket.receive()
        await slack.faults.disable_link()
        farewell = await socket.receive_json()
        async with connection(slack) as another:
            refusal = await another.receive_json()
    slack.faults.heal()
    async with connection(slack) as again:
        hello = await again.receive_json()

    assert [one["reason"] for one in (farewell, refusal)] == ["link_disabled"] * 2
    assert hello["type"] == "hello"


async def test_eleventh_connection_is_one_too_many(slack: Emulator) -> None:
    async with contextlib.AsyncExitStack() as stack:
        sockets = [await stack.enter_async_context(connection(slack)) for _ in range(11)]
        heard = [await socket.receive_json() for socket in sockets]

    assert [one["type"] for one in heard] == ["hello"] * 10 + ["disconnect"]
    assert heard[-1]["reason"] == "too_many_websockets"


@pytest.mark.parametrize("ack_limit_s", [0.01])
async def test_envelopes_go_to_any_one_of_the_connections(slack: Emulator) -> None:
    async with connection(slack) as one, connection(slack) as other:
        for socket in (one, other):
            await socket.receive()
        for number in range(20):
            await slack.slash(PERSON.id, "#general", "/quicktake", str(number))

        got = [(await one.receive_json())["payload"]["text"], (await other.receive_json())["payload"]["text"]]

    assert got[0] != got[1]


async def test_burst_reaches_the_app_whole(app: AsyncApp, slack: Emulator) -> None:
    answering(app)

    async with running(app, slack):
        burst = [slack.slash(PERSON.id, "#general", "/quicktake", str(number)) for number in range(100)]
        exchanges = await asyncio.gather(*burst)

    assert len({exchange.envelope["envelope_id"] for exchange in exchanges}) == 100
    assert all(exchange.is_acked for exchange in exchanges)
