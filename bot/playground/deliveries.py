"""Delivers what happens in the workspace to the app, and again when it goes unacknowledged.

No I/O of its own: it drives the Socket Mode side and keeps the later attempts as background tasks.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine, Iterable, Sequence

from bot.playground.envelopes import event_callback
from bot.playground.model import Exchange, Json
from bot.playground.orders import Orders
from bot.playground.socketmode import SocketMode
from bot.playground.workspace import Workspace

# What a message of each kind of conversation is subscribed to as, and the scopes of events:
# https://docs.slack.dev/reference/events
_MESSAGES = {"im": "message.im", "channel": "message.channels", "group": "message.groups"}
_SCOPES = {
    "app_mention": "app_mentions:read",
    "link_shared": "links:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}


class Deliveries:
    """Sends events and interactions; call ``close`` to give up what is still to be repeated."""

    def __init__(
        self, sockets: SocketMode, orders: Orders, workspace: Workspace, retry_delays_s: Sequence[float]
    ) -> None:
        self._sockets = sockets
        self._orders = orders
        self._workspace = workspace
        self._retry_delays_s = tuple(retry_delays_s)
        self._numbers = itertools.count(1)
        self._tasks: set[asyncio.Task[object]] = set()

    async def app_awaited(self) -> None:
        """Wait until the app is there, if it is to be waited for: before keys are issued that soon expire."""
        await self._sockets.awaited()

    async def event(self, event: Json) -> Exchange:
        """Deliver an event: once, twice if a duplicate is ordered, and again in the background if unacknowledged.

        Raises:
            LookupError: the app is not subscribed to it, or lacks the scope.
        """
        if not self._listens_to(event):
            raise LookupError(f"the app is not subscribed to {event['type']}")
        await self.app_awaited()
        payload = event_callback(
            self._workspace.installation,
            event,
            f"Ev{next(self._numbers):08d}",
            is_shared=self._workspace.is_shared(event["channel"], event.get("user", "")),
        )
        exchange = await self._sockets.deliver("events_api", payload)
        if self._orders.take_duplicate():
            await self._sockets.deliver("events_api", payload, attempt=1)
        elif not exchange.is_acked:
            self._in_background(self._repeat(payload))
        return exchange

    def _listens_to(self, event: Json) -> bool:
        app, name = self._workspace.installation, event["type"]
        subscription = _MESSAGES[event["channel_type"]] if name == "message" else name
        scope = _SCOPES.get(subscription)
        return subscription in app.events and (scope is None or scope in app.scopes)

    async def _repeat(self, payload: Json) -> None:
        for attempt, delay_s in enumerate(self._retry_delays_s, start=1):
            await asyncio.sleep(delay_s)
            exchange = await self._sockets.deliver("events_api", payload, attempt)
            if exchange.is_acked:
                return

    def in_background(self, events: Iterable[Json]) -> None:
        """Deliver events that nobody waits for; what the app is not subscribed to is dropped."""
        for event in filter(self._listens_to, events):
            self._in_background(self.event(event))

    def _in_background(self, work: Coroutine[object, object, object]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def send(self, kind: str, payload: Json) -> Exchange:
        """Deliver a slash command or an interaction; Slack never repeats these."""
        return await self._sockets.deliver(kind, payload)

    async def close(self) -> None:
        """Give up what is still under way."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
