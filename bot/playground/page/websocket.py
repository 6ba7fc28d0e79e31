"""The WebSocket between the workspace and a page: news to it, actions from it.

An edge: owns the sockets. A action carries a number, and the answer to it the same one.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
from typing import TYPE_CHECKING, Self

from aiohttp import WSCloseCode, WSMsgType, web

from bot.playground.page.description import workspace
from bot.playground.page.updates import Feed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from bot.playground.emulator import Emulator
    from bot.playground.model import Json
    from bot.playground.page.actions import Actions
    from bot.playground.page.authoring import Authoring

HEARTBEAT_S = 20.0


class Live:
    """Serves every page that is open, each with a feed of its own; ``admitted`` gives authoring once there is any."""

    def __init__(self, slack: Emulator, actions: Actions, admitted: Callable[[], Awaitable[Authoring]]) -> None:
        self._slack = slack
        self._deeds = actions
        self._admitted = admitted
        self._sockets: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one connection until the page is closed."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S)
        await socket.prepare(request)
        self._sockets.add(socket)
        await socket.send_json({"workspace": workspace(self._slack.workspace)})
        async with _Tasks() as tasks:
            tasks.start(self._tell_news(socket))
            tasks.start(self._tell_of_articles(socket))
            async for message in socket:
                if message.type is WSMsgType.TEXT and isinstance(action := _read(message.data), dict):
                    tasks.start(self._carry_out(socket, action))
        self._sockets.discard(socket)
        return socket

    async def close(self) -> None:
        """Tell every page that it is over."""
        await asyncio.gather(*(socket.close(code=WSCloseCode.GOING_AWAY) for socket in self._sockets))

    async def _tell_news(self, socket: web.WebSocketResponse) -> None:
        feed = Feed(self._slack)
        while True:
            await socket.send_json({"news": await self._slack.wait_for(feed.news, math.inf)})

    async def _tell_of_articles(self, socket: web.WebSocketResponse) -> None:
        authoring, told = await self._admitted(), -1
        while True:
            news = await authoring.news(told)
            told = news["version"]
            await socket.send_json({"articles": news})

    async def _carry_out(self, socket: web.WebSocketResponse, action: Json) -> None:
        done = await self._deeds.do(action)
        await socket.send_json({"done": action.get("number"), **done})


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None  # not from our page


class _Tasks:
    """What goes on while a page is open; all of it ends with the page."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(_until_gone(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in tuple(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)


async def _until_gone(work: Coroutine[object, object, None]) -> None:
    with contextlib.suppress(ConnectionError):
        await work
