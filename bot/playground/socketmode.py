"""Socket Mode's side of the wire: connections, envelopes and their acknowledgements.

An edge: owns the WebSockets. It delivers what it is given and measures how long the bot takes; what follows from an
acknowledgement is decided by the emulator.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import random
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import WSMessage, WSMsgType, web

from bot.playground.expiring_ids import Tickets
from bot.playground.model import Exchange, Installation, Json
from bot.playground.orders import WEBSOCKET, Orders

MOST_CONNECTIONS = 10


@dataclass(frozen=True, slots=True)
class _Pending:
    sent_at_s: float
    ack: asyncio.Future[Json | None]

    @property
    def elapsed_ms(self) -> float:
        return (time.perf_counter() - self.sent_at_s) * 1_000


class SocketMode:
    """The open connections of the app.

    ``opened`` counts the connections made so far; without ``answers_pings`` it behaves like a dead peer, and unless
    ``is_link_enabled`` it lets nobody in. An app that ``is_awaited`` is waited for until its first connection; Slack
    itself would not.
    """

    def __init__(
        self,
        installation: Installation,
        tickets: Tickets,
        orders: Orders,
        on_change: Callable[[], None],
        *,
        ack_limit_s: float,
        is_awaited: bool = False,
    ) -> None:
        self.opened = 0
        self.answers_pings = True
        self.is_link_enabled = True
        self._installation = installation
        self._tickets = tickets
        self._orders = orders
        self._ack_limit_s = ack_limit_s
        self._on_change = on_change
        self._is_there = asyncio.Event()
        if not is_awaited:
            self._is_there.set()
        self._sockets: dict[web.WebSocketResponse, asyncio.Transport | None] = {}
        self._deaf: set[web.WebSocketResponse] = set()
        self._random = random.Random(1)  # noqa: S311  (the same for each run)
        self._numbers = itertools.count(1)
        self._pending: dict[str, _Pending] = {}
        self._exchanges: dict[str, Exchange] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """List all exchanges, oldest first."""
        return tuple(self._exchanges.values())

    @property
    def is_connected(self) -> bool:
        """Tell whether an app is listening."""
        return bool(self._sockets.keys() - self._deaf)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection from ``hello`` to its end; it takes a ticket of ``apps.connections.open``."""
        if not self._tickets.redeem_socket(request.query.get("ticket", "")):
            raise web.HTTPForbidden
        fault = self._orders.take(WEBSOCKET)
        await asyncio.sleep(fault.delay_s)
        if fault.status != 200:
            headers = {"Retry-After": str(fault.retry_after_s)} if fault.retry_after_s else {}
            return web.Response(status=fault.status, headers=headers)
        socket = web.WebSocketResponse(autoping=False, autoclose=False)
        await socket.prepare(request)
        self.opened += 1
        self._on_change()
        refusal = self._refusal()
        if fault.is_mute:
            await self._listen(socket, is_mute=True)
        elif refusal:
            await socket.send_json(_farewell(refusal))
            await socket.close()
        else:
            await self._hold(socket, request.transport)
        return socket

    def _refusal(self) -> str:
        if not self.is_link_enabled:
            return "link_disabled"
        return "too_many_websockets" if len(self._sockets) >= MOST_CONNECTIONS else ""

    async def _hold(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        self._sockets[socket] = transport
        self._is_there.set()
        try:
            await socket.send_json(self._hello())
            self._on_change()
            await self._listen(socket)
        finally:
            self._forget(socket)

    async def _listen(self, socket: web.WebSocketResponse, *, is_mute: bool = False) -> None:
        async for message in socket:
            if not is_mute and socket not in self._deaf:
                await self._receive(socket, message)
        if socket not in self._deaf and not is_mute:
            await socket.close()

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
        self._deaf.discard(socket)
        self._on_change()

    async def awaited(self) -> None:
        """Wait for the app, where it is awaited."""
        await self._is_there.wait()

    async def deliver(self, kind: str, payload: Json, attempt: int = 0) -> Exchange:
        """Send an envelope over any one of the connections and wait for its acknowledgement.

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
        sockets = list(self._sockets)
        self._random.shuffle(sockets)
        for socket in sockets:
            if socket in self._deaf:
                return True  # the workspace does not know that it gets nowhere
            with contextlib.suppress(ConnectionError):
                await socket.send_json(envelope)
                return True
            self._forget(socket)
        return False

    async def _await_ack(self, envelope_id: str) -> None:
        with contextlib.suppress(TimeoutError):
            self._note(envelope_id, await asyncio.wait_for(self._pending[envelope_id].ack, self._ack_limit_s))

    async def refresh(self, close_after_s: float) -> None:
        """Ask the app to open new connections, and close these after a while."""
        for socket in self._sockets.keys() - self._deaf:
            await socket.send_json(_farewell("warning"))
            self._in_background(self._refresh(socket, close_after_s))

    async def _refresh(self, socket: web.WebSocketResponse, close_after_s: float) -> None:
        await asyncio.sleep(close_after_s / 2)
        if socket in self._sockets.keys() - self._deaf:
            with contextlib.suppress(ConnectionError):
                await socket.send_json(_farewell("refresh_requested"))
        await asyncio.sleep(close_after_s / 2)
        await socket.close()

    async def disable_link(self) -> None:
        """Close every connection and let nobody in again."""
        self.is_link_enabled = False
        for socket in self._sockets.keys() - self._deaf:
            await socket.send_json(_farewell("link_disabled"))
            await socket.close()

    def go_deaf(self) -> None:
        """Hear and say nothing more on any open connection, without closing it."""
        self._deaf |= self._sockets.keys()
        self._on_change()

    def drop(self) -> None:
        """Cut every connection without a word, as a failing network does."""
        for socket, transport in tuple(self._sockets.items()):
            self._forget(socket)
            if transport is not None:
                transport.abort()

    async def close(self) -> None:
        """Give up what is still to be said; connections end with the server."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _farewell(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
