"""Socket Mode's side of the wire: connections, envelopes and their acknowledgements.

An edge: owns the WebSockets. It delivers what it is given and measures how long the bot takes; what follows from an
acknowledgement is decided by the emulator.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from bot.playground.model import Exchange

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp import WSMessage

    from bot.playground.expiring_ids import Tickets
    from bot.playground.model import Installation, Json


@dataclass(frozen=True, slots=True)
class _Pending:
    sent_at_s: float
    ack: asyncio.Future[Json | None]

    @property
    def elapsed_ms(self) -> float:
        return (time.perf_counter() - self.sent_at_s) * 1_000


class SocketMode:
    """The open connections of the app.

    ``opened`` counts the connections made so far; without ``answers_pings`` it behaves like a dead peer. An app that
    ``is_awaited`` is waited for until its first connection; Slack itself would not.
    """

    def __init__(
        self,
        installation: Installation,
        tickets: Tickets,
        on_change: Callable[[], None],
        *,
        ack_limit_s: float,
        is_awaited: bool = False,
    ) -> None:
        self.opened = 0
        self.answers_pings = True
        self._installation = installation
        self._tickets = tickets
        self._ack_limit_s = ack_limit_s
        self._on_change = on_change
        self._is_there = asyncio.Event()
        if not is_awaited:
            self._is_there.set()
        self._sockets: dict[web.WebSocketResponse, asyncio.Transport | None] = {}
        self._numbers = itertools.count(1)
        self._pending: dict[str, _Pending] = {}
        self._exchanges: dict[str, Exchange] = {}

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """List all exchanges, oldest first."""
        return tuple(self._exchanges.values())

    @property
    def is_connected(self) -> bool:
        """Tell whether an app is listening."""
        return bool(self._sockets)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one connection from ``hello`` to its end; it takes a ticket of ``apps.connections.open``."""
        if not self._tickets.redeem_socket(request.query.get("ticket", "")):
            raise web.HTTPForbidden
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self._sockets[socket] = request.transport
        self.opened += 1
        self._is_there.set()
        await socket.send_json(self._hello())
        self._on_change()
        try:
            async for message in socket:
                await self._receive(socket, message)
        finally:
            self._forget(socket)
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "connection_info": {"app_id": self._installation.app_id},
            "num_connections": len(self._sockets),
            "debug_info": {"host": "playground", "approximate_connection_time": 18060},
        }

    async def _receive(self, socket: web.WebSocketResponse, message: WSMessage) -> None:
        if message.type is WSMsgType.PING and self.answers_pings:
            await socket.pong(message.data)
        elif message.type is WSMsgType.TEXT:
            self._acknowledge(json.loads(message.data))

    def _acknowledge(self, ack: Json) -> None:
        envelope_id = str(ack.get("envelope_id"))
        pending = self._pending.get(envelope_id)
        if pending is None:
            return
        if not pending.ack.done():
            pending.ack.set_result(ack.get("payload"))
        elif pending.ack.cancelled():
            self._note(envelope_id, ack.get("payload"), is_late=True)

    def _note(self, envelope_id: str, response: Json | None, *, is_late: bool = False) -> None:
        exchange, ack_ms = self._exchanges[envelope_id], self._pending[envelope_id].elapsed_ms
        self._exchanges[envelope_id] = replace(exchange, response=response, ack_ms=ack_ms, is_late=is_late)
        self._on_change()

    def _forget(self, socket: web.WebSocketResponse) -> None:
        self._sockets.pop(socket, None)
        self._on_change()

    async def awaited(self) -> None:
        """Wait for the app, where it is awaited."""
        await self._is_there.wait()

    async def deliver(self, kind: str, payload: Json, attempt: int = 0) -> Exchange:
        """Send an envelope over the newest connection and wait for its acknowledgement.

        The exchange comes back without ``ack_ms`` when nobody is connected or the bot takes longer than Slack waits.
        """
        envelope = self._envelope(kind, payload, attempt)
        envelope_id = str(envelope["envelope_id"])
        self._exchanges[envelope_id] = Exchange(kind, envelope, sent_at=time.time())
        self._pending[envelope_id] = _Pending(time.perf_counter(), asyncio.get_running_loop().create_future())
        self._on_change()
        if await self._send(envelope):
            await self._await_ack(envelope_id)
        self._on_change()
        return self._exchanges[envelope_id]

    def _envelope(self, kind: str, payload: Json, attempt: int) -> Json:
        envelope = {"envelope_id": f"envelope-{next(self._numbers)}", "type": kind, "payload": payload}
        if kind == "events_api":
            retry = {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
            return {**envelope, "accepts_response_payload": False, **retry}
        return {**envelope, "accepts_response_payload": True}

    async def _send(self, envelope: Json) -> bool:
        for socket in reversed(tuple(self._sockets)):
            with contextlib.suppress(ConnectionError):
                await socket.send_json(envelope)
                return True
            self._forget(socket)
        return False

    async def _await_ack(self, envelope_id: str) -> None:
        with contextlib.suppress(TimeoutError):
            self._note(envelope_id, await asyncio.wait_for(self._pending[envelope_id].ack, self._ack_limit_s))

    async def refresh(self) -> None:
        """Ask the app to open a new connection, as Slack does every few hours."""
        farewell = {"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "playground"}}
        for socket in tuple(self._sockets):
            await socket.send_json(farewell)

    def drop(self) -> None:
        """Cut every connection without a word, as a failing network does."""
        for socket, transport in tuple(self._sockets.items()):
            self._forget(socket)
            if transport is not None:
                transport.abort()

    async def close(self) -> None:
        """Close every connection in good order."""
        for socket in tuple(self._sockets):
            await socket.close()
