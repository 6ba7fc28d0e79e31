"""Ack first, then work, in one wrapper that lets nothing escape.

Bolt loses an ack that is followed by an exception within some milliseconds, so the work runs as a task of its own. The
one place that logs failures, apologises for them and waits for work under way when the bot stops.
"""

from __future__ import annotations

import asyncio
import logging
import re
import traceback
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.slack import message_text, sending
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.slack.access import Courtesy
    from bot.slack.deliveries import Deliveries

    Work = Callable[[AsyncArgs], Awaitable[None]]
    Suggest = Callable[[AsyncArgs], list[dict[str, Any]]]

log = logging.getLogger(__name__)

_TOKEN = re.compile(r"\bx(?:ox[a-z]|app)-[\w-]+")


class Dispatcher:
    """Turns work into Bolt listeners.

    ``new_reference`` gives the short id that ties an apology to the log.
    """

    def __init__(self, deliveries: Deliveries, courtesy: Courtesy, new_reference: Callable[[], str]) -> None:
        self._deliveries = deliveries
        self._courtesy = courtesy
        self._new_reference = new_reference
        self._under_way: set[asyncio.Task[None]] = set()

    def listener(self, work: Work) -> Callable[[AsyncArgs], Awaitable[None]]:
        """Return a Bolt listener that acks at once and then does ``work``, once for each event."""

        async def listen(args: AsyncArgs) -> None:
            await args.ack()
            if args.event is None or self._deliveries.is_new(args.body):
                self._start(self._safely(work, args))

        return listen

    def options_listener(self, suggest: Suggest) -> Callable[[AsyncArgs], Awaitable[None]]:
        """Return a Bolt listener that acks with the option groups of ``suggest``; it must be quick."""

        async def listen(args: AsyncArgs) -> None:
            try:
                groups = suggest(args)
            except Exception as failure:  # noqa: BLE001  (the edge)
                log.error("No options: %s", _trace(failure, args))  # noqa: TRY400  (redacted by us)
                groups = []
            await args.ack(option_groups=groups)

        return listen

    async def drain(self, timeout_s: float) -> None:
        """Wait until all work under way is done, at most ``timeout_s``."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=timeout_s)

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _safely(self, work: Work, args: AsyncArgs) -> None:
        try:
            await self._serve(work, args)
        except Exception as failure:  # noqa: BLE001  (the edge)
            reference = self._new_reference()
            log.error("Failure %s\n%s", reference, _trace(failure, args))  # noqa: TRY400  (redacted by us)
            if args.event is None or message_text.is_addressed(args.event):
                await self._apologise(args, reference)

    async def _serve(self, work: Work, args: AsyncArgs) -> None:
        """Events are often about nobody's question, so the conversations judge those themselves."""
        if args.event is not None or not await self._courtesy.turns_away(args):
            await work(args)

    async def _apologise(self, args: AsyncArgs, reference: str) -> None:
        try:
            await sending.privately(args, plain(wording.apology(reference)))
        except Exception as failure:  # noqa: BLE001  (the edge)
            log.error("No apology for %s could be sent\n%s", reference, _trace(failure, args))  # noqa: TRY400


def _trace(failure: Exception, args: AsyncArgs) -> str:
    """Return the traceback without tokens and without what the person wrote."""
    trace = _TOKEN.sub("[token]", "".join(traceback.format_exception(failure)))
    for text in _texts(args):
        trace = trace.replace(text, "[text]")
    return trace


def _texts(args: AsyncArgs) -> list[str]:
    """What the person wrote, raw and as the question made of it; a word or two of letters betrays nothing."""
    sources: list[dict[str, Any]] = [source for source in (args.command, args.event, args.action) if source]
    raw = [str(source.get(key, "")) for source in sources for key in ("text", "value")]
    return [text for one in raw for text in (one, message_text.question(one)) if len(text) > 3]
