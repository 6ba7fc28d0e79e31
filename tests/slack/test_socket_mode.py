"""The connection to Slack over the real wire, against every way in which Slack or the network can fail it."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.background import FailureLog
from bot.errors import ConnectionRefusedBySlackError, DeafError, TokenRefusedError
from bot.playground.change_signal import Bell
from bot.playground.emulator import Emulator
from bot.playground.workspace import PERSON
from bot.slack.socket_mode import Disconnect, Envelope, Hello, Limits, SocketMode, failure_log, parse
from bot.slack.transport import WebClient

QUICK = Limits(
    open_s=0.5,
    ping_every_s=0.05,
    steady_s=0.0,
    handover_s=0.5,
    close_s=0.05,
    deaf_s=30.0,
)
AN_HOUR_S = 3_600.0


class Clock:
    """Seconds that pass only when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class App:
    """What the connection is for: remembers what was asked, and does with it what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.reply: Callable[[Envelope], Awaitable[dict[str, Any] | None]] | None = None
        self.failures = FailureLog("The connection to Slack", first_pause_s=0.01, longest_pause_s=0.04, repeat=2)
        self._bell = Bell()

    async def __call__(self, envelope: Envelope) -> dict[str, Any] | None:
        self.heard.append(str(envelope.payload.get("text")))
        self._bell.ring()
        return await self.reply(envelope) if self.reply else None

    async def hears(self, count: int) -> None:
        await self._bell.until(lambda: len(self.heard) >= count, 10)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def slack() -> AsyncIterator[Emulator]:
    async with Emulator(ack_limit_s=1.0) as emulator:
        yield emulator


@pytest.fixture
def app() -> App:
    return App()


def make(
    slack: Emulator,
    app: App,
    limits: Limits = QUICK,
    clock: Callable[[], float] | None = None,
    token: str = "",
) -> SocketMode:
    client, app_token = WebClient(slack.bot_token, slack.api_url), token or slack.app_token
    clock = clock or time.monotonic
    return SocketMode(client, app_token, app, app.failures, limits=limits, clock=clock, jitter=lambda: 0.01)


@asynccontextmanager
async def connected(
    slack: Emulator, app: App, limits: Limits = QUICK, clock: Callable[[], float] | None = None
) -> AsyncIterator[SocketMode]:
    connection = make(slack, app, limits, clock)
    await connection.connect()
    try:
        await slack.wait_for(lambda: slack.is_connected)
        yield connection
    finally:
        await connection.close()


async def asked(slack: Emulator, text: str = "hi") -> bool:
    return (await slack.slash(PERSON.id, "#general", "/quicktake", text)).is_acked


def opens(slack: Emulator) -> int:
    return sum(call.method == "apps.connections.open" for call in slack.calls)


# What is said.


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"type": "hello", "num_connections": 1}, Hello()),
        ({"type": "disconnect", "reason": "warning"}, Disconnect("warning")),
        ({"type": "disconnect"}, Disconnect("None")),
        ({"type": "events_api", "envelope_id": "1", "payload": {}}, Envelope("1", "events_api", {})),
        (
            {"type": "events_api", "envelope_id": "1", "payload": {}, "retry_attempt": 2},
            Envelope("1", "events_api", {}, attempt=2),
        ),
        ({"type": "events_api", "envelope_id": "1", "payload": "text"}, None),
        ({"type": "events_api", "payload": {}}, None),
        ({"type": ["hello"]}, None),
        ([], None),
        (None, None),
    ],
)
def test_what_slack_says_is_understood(said: object, meant: object) -> None:
    assert parse(json.dumps(said)) == meant


@pytest.mark.parametrize("text", ["", "hello", "{", "[" * 100_000, '{"type": "hello"'])
def test_what_nobody_can_say_is_ignored(text: str) -> None:
    assert parse(text) is None


async def test_envelope_is_acknowledged_with_what_the_app_returns(slack: Emulator, app: App) -> None:
    async def reply(_: Envelope) -> dict[str, Any]:
        return {"text": "hello"}

    app.reply = reply
    async with connected(slack, app):
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hi")

    assert exchange.response == {"text": "hello"}
    assert app.heard == ["hi"]


async def test_envelope_that_the_app_cannot_take_is_not_acknowledged_and_not_quoted(
    slack: Emulator, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    async def reply(envelope: Envelope) -> None:
        raise LookupError(envelope.payload["text"])

    async with connected(slack, app):
        app.reply = reply
        was_acked = await asked(slack, "a secret question")
        app.reply = None

        assert not was_acked
        assert await asked(slack)
    assert "An envelope (slash_commands) was not taken" in caplog.text
    assert "secret" not in caplog.text


# What fails, and that it is over afterwards.

Fail = Callable[[Emulator], Awaitable[None]]


async def drop(slack: Emulator) -> None:
    slack.faults.drop()


async def half_open(slack: Emulator) -> None:
    slack.faults.half_open()


async def go_quiet(slack: Emulator) -> None:
    slack.faults.go_quiet()
    await slack.wait_for(lambda: slack.connections_opened >= 3)


async def refuse(slack: Emulator, status: int) -> None:
    slack.faults.server_error("websocket", times=3, status=status)
    slack.faults.drop()


async def be_unavailable(slack: Emulator) -> None:
    await refuse(slack, 503)


async def conflict(slack: Emulator) -> None:
    await refuse(slack, 409)


async def limit_rate(slack: Emulator) -> None:
    slack.faults.rate_limit("websocket", retry_after_s=0, times=2)
    slack.faults.drop()


async def hang(slack: Emulator) -> None:
    slack.faults.hang("websocket")
    slack.faults.drop()


async def stay_mute(slack: Emulator) -> None:
    slack.faults.stay_mute()
    slack.faults.drop()


async def refuse_addresses(slack: Emulator) -> None:
    slack.faults.server_error("apps.connections.open", times=2, status=503)
    slack.faults.refuse("apps.connections.open", "internal_error", times=2)
    slack.faults.reset("apps.connections.open", times=2)
    slack.faults.rate_limit("apps.connections.open", retry_after_s=0)
    slack.faults.drop()


async def hang_before_an_address(slack: Emulator) -> None:
    slack.faults.hang("apps.connections.open")
    slack.faults.drop()


async def switch_off(slack: Emulator) -> None:
    await slack.faults.disable_link()
    await slack.wait_for(lambda: slack.connections_opened >= 4)


FAILURES = [
    drop,
    half_open,
    go_quiet,
    be_unavailable,
    conflict,
    limit_rate,
    hang,
    stay_mute,
    refuse_addresses,
    hang_before_an_address,
    switch_off,
]


@pytest.mark.parametrize("fail", FAILURES)
async def test_bot_is_back_after_the_failure(slack: Emulator, app: App, fail: Fail) -> None:
    async with connected(slack, app):
        await fail(slack)
        await slack.wait_for(lambda: slack.faults.ordered == ())
        slack.faults.heal()
        await slack.wait_for(lambda: slack.is_connected)

        assert await asked(slack)
        assert slack.connections_opened > 1


async def test_every_attempt_asks_for_an_address_of_its_own(slack: Emulator, app: App) -> None:
    async with connected(slack, app):
        slack.faults.server_error("websocket", times=4, status=503)
        slack.faults.drop()
        await slack.wait_for(lambda: slack.connections_opened == 2)

    assert opens(slack) == 1 + 4 + 1


async def test_attempts_are_told_once_in_a_while_and_what_to_do(
    slack: Emulator, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(slack, app):
        slack.faults.server_error("websocket", times=40, status=503)
        slack.faults.drop()
        await slack.wait_for(lambda: slack.connections_opened == 2)
        (problem,) = app.failures.problems()

    lines = [line for line in caplog.messages if "503" in line]
    assert len(lines) == 6  # the first, second, fourth, … thirty-second
    assert all("Slack cannot be reached" in line and "https://slack-status.com" in line for line in lines)
    assert "41 failures" in problem
    assert "Traceback" not in caplog.text


async def test_slack_is_left_alone_as_long_as_it_asks(slack: Emulator, app: App) -> None:
    slack.faults.rate_limit("apps.connections.open", retry_after_s=600)

    connection = make(slack, app)

    with pytest.raises(ConnectionRefusedBySlackError) as refusal:
        await connection.connect()
    await connection.close()

    assert refusal.value.retry_after_s == 600


def test_pauses_grow_and_end_below_half_a_minute_with_an_attempt() -> None:
    failures = failure_log()
    pauses = [failures.note(ConnectionRefusedBySlackError("no")) for _ in range(20)]

    assert pauses[:4] == [1, 2, 4, 8]
    assert max(pauses) + Limits().open_s < 30


# What Slack announces.


async def test_refresh_loses_nothing(slack: Emulator, app: App) -> None:
    """Questions keep coming while the old connection ends and the new one begins; the app is slow to acknowledge."""
    release = asyncio.Event()

    async def reply(_: Envelope) -> None:
        await release.wait()

    async with connected(slack, app):
        app.reply = reply
        pending = [asyncio.create_task(asked(slack, f"before {number}")) for number in range(5)]
        await app.hears(5)
        await slack.faults.refresh(close_after_s=0.1)
        await slack.wait_for(lambda: slack.connections_opened == 2)
        pending += [asyncio.create_task(asked(slack, f"beside {number}")) for number in range(20)]
        await app.hears(25)
        release.set()
        acked = await asyncio.gather(*pending)
        app.reply = None
        later = [await asked(slack, f"after {number}") for number in range(5)]

    assert all(acked)
    assert all(later)
    assert len(set(app.heard)) == len(app.heard) == 30
    assert slack.connections_opened == 2


async def test_old_connection_stays_while_no_new_one_can_be_had(slack: Emulator, app: App) -> None:
    async with connected(slack, app):
        slack.faults.server_error("apps.connections.open", times=None, status=503)
        await slack.faults.refresh(close_after_s=AN_HOUR_S)
        await slack.wait_for(lambda: opens(slack) > 3)

        assert await asked(slack)


async def test_acknowledgement_of_what_came_over_a_lost_connection_goes_over_the_next(
    slack: Emulator, app: App
) -> None:
    release = asyncio.Event()

    async def reply(_: Envelope) -> None:
        await release.wait()

    async with connected(slack, app):
        app.reply = reply
        pending = asyncio.create_task(asked(slack))
        await app.hears(1)
        slack.faults.drop()
        await slack.wait_for(lambda: slack.connections_opened == 2 and slack.is_connected)
        release.set()

        assert await pending


async def test_what_to_do_when_socket_mode_is_switched_off_is_told(
    slack: Emulator, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(slack, app):
        await slack.faults.disable_link()
        await slack.wait_for(lambda: slack.connections_opened > 1)

    assert "Socket Mode is switched off: switch it on at https://api.slack.com/apps" in caplog.text


async def test_too_many_connections_are_told_and_not_added_to(slack: Emulator, app: App) -> None:
    others = [make(slack, App()) for _ in range(10)]
    for other in others:
        await other.connect()

    one_more = make(slack, app)
    with pytest.raises(ConnectionRefusedBySlackError, match="more than 10 connections"):
        await one_more.connect()

    await asyncio.gather(*(one.close() for one in (one_more, *others)))


async def test_connections_that_end_at_once_are_not_opened_in_a_rush(slack: Emulator, app: App) -> None:
    """A hello is no success yet: otherwise, the pauses would begin anew each time."""
    limits = Limits(steady_s=AN_HOUR_S, close_s=0.05)

    async with connected(slack, app, limits):
        for _ in range(3):
            slack.faults.drop()
            opened = slack.connections_opened
            await slack.wait_for(lambda opened=opened: slack.connections_opened > opened and slack.is_connected)  # type: ignore[misc]
        (problem,) = app.failures.problems()

    assert "3 failures" in problem


# The end.


async def test_start_with_a_refused_token_says_so(slack: Emulator, app: App) -> None:
    connection = make(slack, app, token="xapp-wrong")

    with pytest.raises(TokenRefusedError, match="SLACK_APP_TOKEN: Slack says invalid_auth"):
        await connection.connect()

    await connection.close()


async def test_token_that_is_revoked_later_ends_it(slack: Emulator, app: App) -> None:
    async with connected(slack, app) as connection:
        slack.faults.refuse("apps.connections.open", "token_revoked", times=None)
        slack.faults.drop()

        with pytest.raises(TokenRefusedError, match="SLACK_APP_TOKEN: Slack says token_revoked"):
            await connection.wait()


async def test_five_minutes_without_a_pong_end_it(slack: Emulator, app: App) -> None:
    clock = Clock()
    async with connected(slack, app, clock=clock) as connection:
        slack.faults.server_error("apps.connections.open", times=None, status=503)
        slack.faults.drop()
        waiting = asyncio.create_task(connection.wait())
        clock.now = 29.0
        await slack.wait_for(lambda: opens(slack) > 5)
        was_waiting = not waiting.done()

        clock.now = 31.0
        with pytest.raises(DeafError, match="Slack has not been heard for 31 seconds"):
            await waiting

    assert was_waiting


async def test_connection_that_answers_no_pings_is_deaf_however_often_it_is_made(slack: Emulator, app: App) -> None:
    clock = Clock()
    async with connected(slack, app, clock=clock) as connection:
        slack.faults.go_quiet()
        waiting = asyncio.create_task(connection.wait())
        await slack.wait_for(lambda: slack.connections_opened > 2)
        clock.now = 31.0

        with pytest.raises(DeafError):
            await waiting


async def test_pongs_keep_it_from_being_deaf(slack: Emulator, app: App) -> None:
    clock = Clock()
    async with connected(slack, app, clock=clock) as connection:
        waiting = asyncio.create_task(connection.wait())
        for clock.now in itertools.accumulate([20.0] * 5):
            await asyncio.wait({waiting}, timeout=5 * QUICK.ping_every_s)

        assert not waiting.done()
        assert connection.silent_s < 20
        waiting.cancel()


async def test_closing_at_any_moment_leaves_nothing_open(slack: Emulator, app: App) -> None:
    for fail in FAILURES:
        slack.faults.heal()
        connection = make(slack, app)
        await connection.connect()
        failing = asyncio.create_task(fail(slack))
        await asyncio.sleep(0)

        await connection.close()
        failing.cancel()

    slack.faults.heal()
    await slack.wait_for(lambda: not slack.is_connected)


async def test_closing_twice_or_before_connecting_is_nothing(slack: Emulator, app: App) -> None:
    connection = make(slack, app)
    await connection.close()
    await connection.connect()

    await connection.close()
    await connection.close()


async def test_what_has_come_is_acknowledged_while_closing(slack: Emulator, app: App) -> None:
    async with connected(slack, app):
        pending = [asyncio.create_task(asked(slack, str(number))) for number in range(50)]
        await app.hears(50)

    assert all(await asyncio.gather(*pending))


async def test_no_address_is_ever_logged(slack: Emulator, app: App, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "bot")
    async with connected(slack, app):
        for fail in (be_unavailable, hang, stay_mute):
            await fail(slack)
            await slack.wait_for(lambda: slack.faults.ordered == () and slack.is_connected)

    assert "ticket" not in caplog.text
    assert slack.app_token not in caplog.text
