"""The short-lived keys Slack hands out: ``trigger_id``, ``response_url`` and Socket Mode tickets.

No I/O; the clock is given, so expiry can be tried without waiting.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import token_urlsafe

from bot.playground.model import Message, RefusedError

TRIGGER_LIFE_S = 3.0
RESPONSE_LIFE_S = 30 * 60.0
RESPONSE_USES = 5


@dataclass(frozen=True, slots=True)
class ResponseTarget:
    """Where a ``response_url`` leads; ``original`` is the message whose button was pressed, if there was one."""

    channel: str
    user: str
    original: Message | None = None


@dataclass(frozen=True, slots=True)
class _Trigger:
    user: str
    expires_at: float
    is_used: bool = False


@dataclass(frozen=True, slots=True)
class _ResponseUrl:
    target: ResponseTarget
    expires_at: float
    uses: int = 0


class Tickets:
    """Issues keys and redeems them within Slack's limits."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._numbers = itertools.count(1)
        self._triggers: dict[str, _Trigger] = {}
        self._responses: dict[str, _ResponseUrl] = {}
        self._sockets: set[str] = set()

    def issue_trigger(self, user: str) -> str:
        """Give the person's next ``trigger_id``: good once, for three seconds."""
        trigger_id = f"{next(self._numbers)}.2718281828.playground"
        self._triggers[trigger_id] = _Trigger(user, self._clock() + TRIGGER_LIFE_S)
        return trigger_id

    def redeem_trigger(self, trigger_id: str) -> str:
        """Give the person behind a trigger.

        Raises:
            RefusedError: ``invalid_trigger_id``, ``exchanged_trigger_id`` or ``expired_trigger_id``.
        """
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise RefusedError("invalid_trigger_id")
        if trigger.is_used:
            raise RefusedError("exchanged_trigger_id")
        if self._clock() > trigger.expires_at:
            raise RefusedError("expired_trigger_id")
        self._triggers[trigger_id] = replace(trigger, is_used=True)
        return trigger.user

    def issue_response(self, target: ResponseTarget) -> str:
        """Give the key of a new ``response_url``: good five times within thirty minutes."""
        key = f"response-{next(self._numbers)}-{token_urlsafe()}"
        self._responses[key] = _ResponseUrl(target, self._clock() + RESPONSE_LIFE_S)
        return key

    def redeem_response(self, key: str) -> ResponseTarget:
        """Count one use and give its target.

        Raises:
            RefusedError: ``no_such_url``, ``expired_url`` or ``used_url``.
        """
        entry = self._responses.get(key)
        if entry is None:
            raise RefusedError("no_such_url")
        if self._clock() > entry.expires_at:
            raise RefusedError("expired_url")
        if entry.uses >= RESPONSE_USES:
            raise RefusedError("used_url")
        self._responses[key] = replace(entry, uses=entry.uses + 1)
        return entry.target

    def issue_socket(self) -> str:
        """Give a ticket that opens one Socket Mode connection."""
        ticket = f"socket-{next(self._numbers)}-{token_urlsafe()}"
        self._sockets.add(ticket)
        return ticket

    def redeem_socket(self, ticket: str) -> bool:
        """Tell whether the ticket opens a connection, and void it."""
        is_known = ticket in self._sockets
        self._sockets.discard(ticket)
        return is_known
