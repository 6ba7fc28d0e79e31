"""Misbehaviour on demand: what the workspace shall do wrong with the next requests, connections and envelopes.

Orders for requests and events are remembered and carried out by the wires; open connections are disturbed at once.
"""

from __future__ import annotations

import math

from bot.playground.orders import ANY_METHOD, WEBSOCKET, Fault, Orders
from bot.playground.socketmode import SocketMode


class Faults:
    """Orders for misbehaviour, each carried out so many ``times`` (None: until ``heal``), in the order given.

    ``method`` is a Web API method, ``response_url``, ``websocket`` for the opening of a connection, or ``*`` for
    whatever request comes next.
    """

    def __init__(self, orders: Orders, sockets: SocketMode) -> None:
        self._orders = orders
        self._sockets = sockets

    # Requests, among them those for a WebSocket.

    def rate_limit(self, method: str = ANY_METHOD, retry_after_s: int = 1, times: int | None = 1) -> None:
        """Answer 429 with ``Retry-After``."""
        self._orders.add(method, Fault(status=429, retry_after_s=retry_after_s), times)

    def server_error(self, method: str = ANY_METHOD, times: int | None = 1, status: int = 500) -> None:
        """Answer 500 or another status without doing anything."""
        self._orders.add(method, Fault(status=status), times)

    def refuse(self, method: str, error: str, times: int | None = 1, status: int = 0) -> None:
        """Refuse with this error code whatever is asked; ``status`` as in ``Fault.refusal_status``."""
        self._orders.add(method, Fault(error=error, refusal_status=status), times)

    def delay(self, method: str = ANY_METHOD, delay_s: float = 1.0, times: int | None = 1) -> None:
        """Do it, but let the answer wait."""
        self._orders.add(method, Fault(delay_s=delay_s), times)

    def hang(self, method: str = ANY_METHOD, times: int | None = 1) -> None:
        """Never answer."""
        self.delay(method, math.inf, times)

    def reset(self, method: str = ANY_METHOD, times: int | None = 1, *, is_done: bool = False) -> None:
        """Break the connection instead of answering, before or after it ``is_done``."""
        self._orders.add(method, Fault(is_reset=True, is_done=is_done), times)

    def stay_mute(self, times: int | None = 1) -> None:
        """Open the connection that is asked for, and never say a word on it: no hello, no pong, no close."""
        self._orders.add(WEBSOCKET, Fault(is_mute=True), times)

    def slow_down(self, delay_s: float) -> None:
        """Let every answer wait, until told otherwise; 0 ends it."""
        self._orders.slow_down(delay_s)

    # Events.

    def duplicate_next(self, times: int = 1) -> None:
        """Deliver the next event twice, as Slack does when it missed the acknowledgement."""
        self._orders.duplicate_next(times)

    # Open connections.

    async def refresh(self, close_after_s: float = 10.0) -> None:
        """Ask for new connections, as Slack does every few hours: a warning, a request, and the old ones close."""
        await self._sockets.refresh(close_after_s)

    async def disable_link(self) -> None:
        """Switch Socket Mode off, as in the app's settings, until ``heal``."""
        await self._sockets.disable_link()

    def drop(self) -> None:
        """Cut every connection without a word, as a failing network does."""
        self._sockets.drop()

    def half_open(self) -> None:
        """Neither read nor write on any open connection, nor close it, as when a router forgot it."""
        self._sockets.go_deaf()

    def go_quiet(self) -> None:
        """Leave pings unanswered until ``wake``, as a dead peer does."""
        self._sockets.answers_pings = False

    def wake(self) -> None:
        """Answer pings again."""
        self._sockets.answers_pings = True

    def heal(self) -> None:
        """Let nothing go wrong any more; connections that are lost stay lost."""
        self._orders.heal()
        self._sockets.is_link_enabled = True
        self.wake()

    # What is ordered, for people.

    @property
    def is_slow(self) -> bool:
        """Tell whether every answer waits."""
        return self._orders.is_slow

    @property
    def ordered(self) -> tuple[str, ...]:
        """List what is still to go wrong: ``429 for the next request`` and the like, in order."""
        return self._orders.ordered
