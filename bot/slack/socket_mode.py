"""Socket Mode: Slack sends what people do over WebSockets that the bot opens.

Each connection needs an address of its own from Slack, good for one attempt. Slack ends a connection after some hours
and says so shortly before: then the next one is opened before the old one goes, so that nothing is lost.
https://docs.slack.dev/apis/events-api/using-socket-mode/
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.background import FailureLog, trace
from bot.errors import ConnectionRefusedBySlackError, DeafError, TokenRefusedError
from bot.slack.refusals import explain, refusal_of

log = logging.getLogger(__name__)

Json = dict[str, Any]

MOST_BYTES = 16 * 2**20
SWITCHED_OFF = "Socket Mode is switched off: switch it on at https://api.slack.com/apps, under Socket Mode"
TOO_MANY = "the app has more than 10 connections: stop other bots that use the same app"


LONGEST_PAUSE_S = 15.0  # with the time of an attempt, at most 30 s pass from Slack's recovery to a connection


def failure_log() -> FailureLog:
    """Return what takes note of the connection's failures: a line now and then, and no long pauses."""
    return FailureLog("The connection to Slack", longest_pause_s=LONGEST_PAUSE_S, repeat=2)


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient a connection is, in seconds.

    Attributes:
        open_s: for one attempt to connect, from asking for an address to Slack's ``hello``.
        ping_every_s: between pings; ``most_unanswered`` of them make a connection a dead one.
        steady_s: a connection that still answers after so long is a good one; one that ends before has failed.
        handover_s: how long an old connection is kept beside its successor; Slack ends it after some 10 s.
        ack_s: after so long, Slack no longer waits for an acknowledgement.
        close_s: for Slack's part in closing a connection.
        deaf_s: without an answer to any ping for so long, the bot gives up.
    """

    open_s: float = 10.0
    ping_every_s: float = 4.0
    most_unanswered: int = 3
    steady_s: float = 10.0
    handover_s: float = 30.0
    ack_s: float = 3.0
    close_s: float = 0.2
    deaf_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Hello:
    """The connection is ready."""


@dataclass(frozen=True, slots=True)
class Disconnect:
    """The connection is about to end."""

    reason: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """What somebody did; Slack waits three seconds for its acknowledgement."""

    envelope_id: str
    kind: str
    payload: Json
    attempt: int = 0


Receive = Callable[[Envelope], Awaitable[Json | None]]
"""Takes an envelope, quickly, and returns what the acknowledgement carries; if it raises, nothing is acknowledged."""


def parse(text: str) -> Hello | Disconnect | Envelope | None:
    """Return what Slack says; None if it is nothing that we know.

    >>> parse('{"type": "disconnect", "reason": "warning"}')
    Disconnect(reason='warning')
    """
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match message:
        case {"type": "hello"}:
            return Hello()
        case {"type": "disconnect"}:
            return Disconnect(str(message.get("reason")))
        case {"type": str(kind), "envelope_id": str(envelope_id), "payload": dict(payload)}:
            attempt = message.get("retry_attempt")
            return Envelope(envelope_id, kind, payload, attempt if isinstance(attempt, int) else 0)
    return None


class _Connection:
    """One WebSocket, from ``hello`` on; ``is_leaving`` once it must be replaced."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, began_s: float) -> None:
        self.socket = socket
        self.began_s = began_s
        self.unanswered = 0
        self.is_steady = False
        self.reason = ""
        self.is_leaving = asyncio.Event()
        self.reading: asyncio.Task[None] | None = None


class SocketMode:
    """Hands what comes over the connection to ``receive``, from ``connect`` to ``close``, and replaces it as needed.

    Args:
        client: says where Slack is, and through which proxy.
        app_token: the ``xapp-`` token.
        receive: takes the envelopes.
        failures: takes note of what goes wrong, and says how long to wait after it.
        limits: how long anything may take.
        clock: seconds that never run backwards.
        jitter: a random number in [0, 1), so that bots that lost Slack together do not come back together.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        app_token: str,
        receive: Receive,
        failures: FailureLog,
        *,
        limits: Limits = Limits(),
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._client = client
        self._app_token = app_token
        self._receive = receive
        self._limits = limits
        self._clock = clock
        self._jitter = jitter
        self._failures = failures
        self._session: aiohttp.ClientSession | None = None
        self._connections: list[_Connection] = []  # the current one is the last
        self._is_connected = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._last_pong_s = clock()

    @property
    def silent_s(self) -> float:
        """Seconds since Slack last answered a ping: the one sign of life that can be trusted."""
        return self._clock() - self._last_pong_s

    async def connect(self) -> None:
        """Connect, and stay connected in the background.

        Raises:
            ConnectionRefusedBySlackError: this one attempt failed.
        """
        first = await self._open()
        self._last_pong_s = self._clock()
        self._begin(first)
        self._keeping = asyncio.create_task(self._keep(first))

    async def wait(self) -> None:
        """Wait while the bot is connected, or may be again.

        Raises:
            TokenRefusedError: Slack refuses the token.
            DeafError: Slack has not answered for too long.
        """
        while self._keeping and not self._keeping.done():
            await asyncio.wait({self._keeping}, timeout=self._limits.ping_every_s)
            if self.silent_s > self._limits.deaf_s:
                raise DeafError(
                    f"Slack has not been heard for {self.silent_s:.0f} seconds; the bot must be started again"
                )
        if self._keeping and not self._keeping.cancelled():
            await self._keeping

    async def close(self) -> None:
        """Disconnect, so that Slack gives what comes to other connections or again later; acknowledge what has come."""
        if self._keeping:
            self._keeping.cancel()
            await asyncio.wait({self._keeping})
        await asyncio.gather(*(self._close(one.socket) for one in self._connections))
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=self._limits.close_s)
        for task in self._tasks:
            task.cancel()
        if self._session:
            await self._session.close()

    async def _keep(self, current: _Connection) -> None:
        while True:
            await current.is_leaving.wait()
            current = await self._replace(current)
            for old in self._connections:
                self._in_background(self._retire(old))
            self._begin(current)

    def _begin(self, connection: _Connection) -> None:
        self._connections.append(connection)
        log.debug("A connection to Slack has begun; connections: %d", len(self._connections))
        self._is_connected.set()
        connection.reading = self._in_background(self._read(connection))

    async def _replace(self, old: _Connection) -> _Connection:
        """Open the next connection; the old one goes on while it can."""
        pause_s = 0.0 if old.reason in {"warning", "refresh_requested"} else self._jitter()
        if old.reason in {"link_disabled", "too_many_websockets"}:
            await self._close(old.socket)
            why = SWITCHED_OFF if old.reason == "link_disabled" else TOO_MANY
            pause_s = self._pause(ConnectionRefusedBySlackError(f"Slack ended it: {why}"))
        elif not old.is_steady:
            pause_s = self._pause(ConnectionRefusedBySlackError("it ended soon after it had begun"))
        else:
            log.info("Connecting to Slack anew: %s", old.reason or "the connection was lost")
        while True:
            await asyncio.sleep(pause_s)
            try:
                return await self._open()
            except TokenRefusedError:
                raise
            except ConnectionRefusedBySlackError as failure:
                pause_s = self._pause(failure)

    def _pause(self, failure: ConnectionRefusedBySlackError) -> float:
        """Note a failure and return how long to wait: as Slack says, or half to all of a pause that grows."""
        pause_s = self._failures.note(failure) * (0.5 + 0.5 * self._jitter())
        return max(pause_s, failure.retry_after_s + self._jitter() if failure.retry_after_s else 0.0)

    async def _open(self) -> _Connection:
        """Make one attempt, with an address of its own, until Slack says hello.

        Raises:
            ConnectionRefusedBySlackError: it failed.
        """
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession()
        socket: aiohttp.ClientWebSocketResponse | None = None
        try:
            async with asyncio.timeout(self._limits.open_s):
                socket = await self._session.ws_connect(
                    await self._address(self._session),
                    autoping=False,
                    max_msg_size=MOST_BYTES,
                    proxy=self._client.proxy,
                    ssl=self._client.ssl or True,
                    timeout=aiohttp.ClientWSTimeout(ws_close=self._limits.close_s),
                )
                await self._await_hello(socket)
        except BaseException as failure:
            if socket:
                await self._close(socket)
            if not isinstance(failure, Exception) or isinstance(failure, ConnectionRefusedBySlackError):
                raise
            raise explain(failure, self._client.base_url) from None  # the cause may hold the address, which is secret
        return _Connection(socket, self._clock())

    async def _address(self, session: aiohttp.ClientSession) -> str:
        asked = session.post(
            f"{self._client.base_url}apps.connections.open",
            headers={"Authorization": f"Bearer {self._app_token}"},
            proxy=self._client.proxy,
            ssl=self._client.ssl or True,
        )
        async with asked as response:
            response.raise_for_status()
            answer = await response.json(content_type=None)
        if not answer.get("ok"):
            raise refusal_of("SLACK_APP_TOKEN", str(answer.get("error")))
        return str(answer["url"])

    async def _await_hello(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            match parse(message.data) if message.type is aiohttp.WSMsgType.TEXT else None:
                case Hello():
                    return
                case Disconnect("too_many_websockets"):
                    raise ConnectionRefusedBySlackError(f"Slack refuses the connection: {TOO_MANY}")
                case Disconnect("link_disabled"):
                    raise ConnectionRefusedBySlackError(f"Slack refuses the connection: {SWITCHED_OFF}")
        raise ConnectionRefusedBySlackError("Slack closed the connection before saying hello")

    async def _read(self, connection: _Connection) -> None:
        """Take what comes until the connection ends."""
        beating = asyncio.create_task(self._beat(connection))
        try:
            async for message in connection.socket:
                await self._take(connection, message)
        except Exception as failure:  # noqa: BLE001  (the edge: whatever it is, the next connection may do better)
            log.warning("The connection to Slack broke\n%s", trace(failure))
        finally:
            beating.cancel()
            self._connections.remove(connection)
            if not self._connections:
                self._is_connected.clear()
            connection.is_leaving.set()
            await self._close(connection.socket)

    async def _take(self, connection: _Connection, message: aiohttp.WSMessage) -> None:
        if message.type is aiohttp.WSMsgType.PING:
            await connection.socket.pong(message.data)
        elif message.type is aiohttp.WSMsgType.PONG:
            connection.unanswered = 0
            self._last_pong_s = self._clock()
            if self._last_pong_s - connection.began_s >= self._limits.steady_s:
                connection.is_steady = True
                self._failures.clear()
        elif message.type is aiohttp.WSMsgType.TEXT:
            match parse(message.data):
                case Envelope() as envelope:
                    self._in_background(self._serve(connection, envelope))
                case Disconnect(reason):
                    connection.reason = reason
                    connection.is_leaving.set()

    async def _beat(self, connection: _Connection) -> None:
        """Send pings, and close the connection when they stay unanswered; a frozen process counts as one ping."""
        while connection.unanswered < self._limits.most_unanswered:
            connection.unanswered += 1
            with suppress(ConnectionError):  # if it is gone, nobody answers
                await connection.socket.ping()
            await asyncio.sleep(self._limits.ping_every_s)
        log.warning("Slack does not answer pings; the connection is closed")
        await self._close(connection.socket)

    async def _serve(self, connection: _Connection, envelope: Envelope) -> None:
        came_s = self._clock()
        try:
            answer = await self._receive(envelope)
        except Exception as failure:  # noqa: BLE001  (the edge)
            log.error("An envelope (%s) was not taken\n%s", envelope.kind, trace(failure))  # noqa: TRY400
            return
        ack = {"envelope_id": envelope.envelope_id} | ({} if answer is None else {"payload": answer})
        with suppress(ConnectionError):
            await connection.socket.send_json(ack)
            log.debug("%s acknowledged after %.1f ms", envelope.kind, 1_000 * (self._clock() - came_s))
            return
        with suppress(ConnectionError, TimeoutError):  # its successor may acknowledge, too, if it comes in time
            await asyncio.wait_for(self._is_connected.wait(), self._limits.ack_s)
            await self._connections[-1].socket.send_json(ack)
            return
        log.warning("An acknowledgement (%s) could not be sent: the connection is gone", envelope.kind)

    async def _retire(self, old: _Connection) -> None:
        """Let an old connection bring what is still on its way, until Slack closes it."""
        if old.reading:
            await asyncio.wait({old.reading}, timeout=self._limits.handover_s)
        await self._close(old.socket)

    async def _close(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        with suppress(TimeoutError, aiohttp.ClientError, OSError):
            async with asyncio.timeout(2 * self._limits.close_s):
                await socket.close()

    def _in_background(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
