"""Misbehaviour on demand: what the workspace shall do wrong with the next requests and envelopes.

Orders for requests are remembered here and carried out by the wires; connections are disturbed at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playground.socketmode import SocketMode

ANY_METHOD = "*"
RESPONSE_URL = "response_url"


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one request; the fields that keep their defaults do nothing.

    Attributes:
        status: the HTTP status instead of an answer: 429 or 500.
        retry_after_s: the ``Retry-After`` header of a 429, whole seconds.
        error: the code Slack refuses with instead of doing it.
        delay_s: how long the answer takes.
    """

    status: int = 200
    retry_after_s: int = 0
    error: str | None = None
    delay_s: float = 0.0


class Faults:
    """Orders for misbehaviour, each carried out so many ``times``, in the order given.

    ``method`` is a Web API method, ``response_url``, or ``*`` for whatever comes next.
    """

    def __init__(self, sockets: SocketMode, on_change: Callable[[], None]) -> None:
        self._sockets = sockets
        self._on_change = on_change
        self._orders: list[tuple[str, Fault]] = []
        self._usual = Fault()
        self._duplicates = 0

    def rate_limit(self, method: str = ANY_METHOD, retry_after_s: int = 1, times: int = 1) -> None:
        """Answer 429 with ``Retry-After``."""
        self._order(method, Fault(status=429, retry_after_s=retry_after_s), times)

    def server_error(self, method: str = ANY_METHOD, times: int = 1) -> None:
        """Answer 500 without doing anything."""
        self._order(method, Fault(status=500), times)

    def refuse(self, method: str, error: str, times: int = 1) -> None:
        """Refuse with this error code whatever is asked."""
        self._order(method, Fault(error=error), times)

    def delay(self, method: str = ANY_METHOD, delay_s: float = 1.0, times: int = 1) -> None:
        """Do it, but let the answer wait."""
        self._order(method, Fault(delay_s=delay_s), times)

    def slow_down(self, delay_s: float) -> None:
        """Let every answer wait, until told otherwise; 0 ends it."""
        self._usual = Fault(delay_s=delay_s)
        self._on_change()

    def duplicate_next(self, times: int = 1) -> None:
        """Deliver the next event twice, as Slack does when it missed the acknowledgement."""
        self._duplicates += times
        self._on_change()

    async def refresh(self) -> None:
        """Ask the bot to open a new connection, as Slack does every few hours."""
        await self._sockets.refresh()

    def drop(self) -> None:
        """Cut every connection without a word, as a failing network does."""
        self._sockets.drop()

    def go_quiet(self) -> None:
        """Leave pings unanswered until ``wake``, as a dead peer does."""
        self._sockets.answers_pings = False

    def wake(self) -> None:
        """Answer pings again."""
        self._sockets.answers_pings = True

    def _order(self, method: str, fault: Fault, times: int) -> None:
        self._orders += [(method, fault)] * times
        self._on_change()

    def take(self, method: str) -> Fault:
        """Give what is ordered for this request, and strike it off; else what is usual."""
        for order in self._orders:
            if order[0] in {method, ANY_METHOD}:
                self._orders.remove(order)
                return order[1]
        return self._usual

    @property
    def is_slow(self) -> bool:
        """Tell whether every answer waits."""
        return self._usual.delay_s > 0

    @property
    def ordered(self) -> tuple[str, ...]:
        """List what is still to go wrong, for people: ``429 for the next request`` and the like, in order."""
        orders = [f"{_said(fault)} for {_whom(method)}" for method, fault in self._orders]
        return (*orders, *["the next event delivered twice"] * self._duplicates)

    def take_duplicate(self) -> bool:
        """Tell whether this event shall be delivered twice, and strike it off."""
        if not self._duplicates:
            return False
        self._duplicates -= 1
        return True


def _said(fault: Fault) -> str:
    if fault.status != 200:
        return str(fault.status)
    return fault.error or f"{fault.delay_s:g} s of waiting"


def _whom(method: str) -> str:
    return "the next request" if method == ANY_METHOD else f"the next {method}"
