"""What is ordered to go wrong with the next requests and events; whoever serves them takes it from here. No I/O."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

ANY_METHOD = "*"
RESPONSE_URL = "response_url"
WEBSOCKET = "websocket"


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one request; the fields that keep their defaults do nothing.

    Attributes:
        status: the HTTP status instead of an answer: 429, 500, 503; 409 for a WebSocket.
        retry_after_s: the ``Retry-After`` header of a 429, whole seconds.
        error: the code Slack refuses with instead of doing it.
        refusal_status: the HTTP status of that refusal; 0 for what Slack usually gives.
        delay_s: how long the answer takes.
        is_reset: the connection breaks instead of an answer.
        is_done: of a reset: whether what was asked is done all the same.
        is_mute: of a WebSocket: it opens, and then nothing is ever said.
    """

    status: int = 200
    retry_after_s: int = 0
    error: str | None = None
    refusal_status: int = 0
    delay_s: float = 0.0
    is_reset: bool = False
    is_done: bool = False
    is_mute: bool = False

    def __str__(self) -> str:
        """Read as what people see in its place."""
        if self.is_reset or self.is_mute:
            return "a reset" if self.is_reset else "silence"
        if self.status != 200:
            return str(self.status)
        return self.error or (f"{self.delay_s:g} s of waiting" if self.delay_s < math.inf else "waiting for ever")


class Orders:
    """What is still to go wrong, in the order given; ``*`` stands for any request but that for a WebSocket."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change
        self._next: list[tuple[str, Fault]] = []
        self._lasting: dict[str, Fault] = {}
        self._usual = Fault()
        self._duplicates = 0

    def add(self, method: str, fault: Fault, times: int | None) -> None:
        """Let this happen so many times; None until ``heal``."""
        if times is None:
            self._lasting[method] = fault
        else:
            self._next += [(method, fault)] * times
        self._on_change()

    def slow_down(self, delay_s: float) -> None:
        """Let every answer wait, until told otherwise; 0 ends it."""
        self._usual = Fault(delay_s=delay_s)
        self._on_change()

    def duplicate_next(self, times: int) -> None:
        """Deliver the next events twice."""
        self._duplicates += times
        self._on_change()

    def heal(self) -> None:
        """Let nothing go wrong any more."""
        self._next.clear()
        self._lasting.clear()
        self._duplicates = 0
        self.slow_down(0)

    def take(self, method: str) -> Fault:
        """Give what is ordered for this request, and strike it off; else what lasts; else what is usual."""
        names = (method,) if method == WEBSOCKET else (method, ANY_METHOD)
        for order in self._next:
            if order[0] in names:
                self._next.remove(order)
                self._on_change()
                return order[1]
        return next((self._lasting[name] for name in names if name in self._lasting), self._usual)

    def take_duplicate(self) -> bool:
        """Tell whether this event shall be delivered twice, and strike it off."""
        if not self._duplicates:
            return False
        self._duplicates -= 1
        return True

    @property
    def is_slow(self) -> bool:
        """Tell whether every answer waits."""
        return self._usual.delay_s > 0

    @property
    def ordered(self) -> tuple[str, ...]:
        """List what is still to go wrong, for people: ``429 for the next request`` and the like, in order."""
        once = [f"{fault} for the next {_called(name)}" for name, fault in self._next]
        lasting = [f"{fault} for every {_called(name)}" for name, fault in self._lasting.items()]
        return (*once, *lasting, *["the next event delivered twice"] * self._duplicates)


def _called(method: str) -> str:
    return "request" if method == ANY_METHOD else method
