"""The one way for a request: seen before? → may this person? → work → mistakes told → failures logged.

Whoever receives a request acks it with what ``receive`` returns, at once; the work goes on as a task of its own, from
which nothing escapes.
"""

from __future__ import annotations

import asyncio
import logging
import re
import traceback
from collections.abc import Callable, Iterable

from bot import wording
from bot.errors import QuicktakeError
from bot.slack import message_text
from bot.slack.blockkit.messages import plain
from bot.slack.bot import SlackBot
from bot.slack.request import Json, Request, parse
from bot.slack.router import Router
from bot.slack.routes import Route, Select
from bot.slack.socket_mode import Envelope

log = logging.getLogger(__name__)

_TOKEN = re.compile(r"\bx(?:ox[a-z]|app)-[\w-]+")


class Dispatcher:
    """Takes what Slack sends to the handlers of ``bot``.

    ``new_reference`` gives the short id that ties an apology to the log.
    """

    def __init__(self, bot: SlackBot, routes: Iterable[Route | Select], new_reference: Callable[[], str]) -> None:
        self._bot = bot
        self._router = Router(routes)
        self._new_reference = new_reference
        self._under_way: set[asyncio.Task[None]] = set()

    async def receive(self, envelope: Envelope) -> Json | None:
        """Begin to work on what Slack sent, and return what to ack it with."""
        request = parse(envelope.payload, self._bot.recording.clock())
        if request.kind == "options":
            return self._suggest(request)
        task = asyncio.ensure_future(self._serve(request))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return None

    async def drain(self, timeout_s: float) -> None:
        """Wait until all work under way is done, at most ``timeout_s``."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=timeout_s)

    def _suggest(self, request: Request) -> Json:
        """Return the options of a select; while somebody is typing there is no time for anything else."""
        select = self._router.select(request.name)
        try:
            return {"option_groups": select.suggest(request, self._bot) if select else []}
        except Exception as failure:  # noqa: BLE001  (the edge)
            log.error("No options: %s", _trace(failure, request))  # noqa: TRY400  (redacted by us)
            return {"option_groups": []}

    async def _serve(self, request: Request) -> None:
        if request.deliveries and not self._bot.once.take(*request.deliveries):
            return
        route: Route | None = None
        try:
            route = self._router.find(request, self._bot)
            await self._admit(request, route)
        except QuicktakeError as mistake:
            await self._tell(request, route, str(mistake))
        except Exception as failure:  # noqa: BLE001  (the edge)
            reference = self._new_reference()
            log.error("Failure %s\n%s", reference, _trace(failure, request))  # noqa: TRY400  (redacted by us)
            await self._tell(request, route, wording.apology(reference))

    async def _admit(self, request: Request, route: Route) -> None:
        """Do the work, if this person may have it done now.

        Raises:
            QuicktakeError: they may not, or the work cannot be done; the text is for them.
        """
        access = self._bot.access
        if route.is_overheard and not access.keeps_inside(request):
            return
        if not access.serves(request):
            raise QuicktakeError(wording.OUTSIDER)
        if route.is_counted and not access.count(request.user):
            raise QuicktakeError(wording.TOO_FAST)
        if route.is_for_admins and not access.is_admin(request):
            raise QuicktakeError(wording.REFUSED)
        await route.handle(request, self._bot)

    async def _tell(self, request: Request, route: Route | None, text: str) -> None:
        """Tell the person privately, if they wait for a reply."""
        if route.is_overheard if route else request.kind == "event":
            return
        try:
            await self._bot.sender.privately(request, plain(text))
        except Exception as failure:  # noqa: BLE001  (the edge)
            log.error("Nobody could be told “%s”\n%s", text, _trace(failure, request))  # noqa: TRY400  (redacted by us)


def _trace(failure: Exception, request: Request) -> str:
    """Return the traceback without tokens and without what the person wrote; three letters betray nothing."""
    trace = _TOKEN.sub("[token]", "".join(traceback.format_exception(failure)))
    for raw in (request.text, request.value):
        for text in (raw, message_text.question(raw)):
            trace = trace.replace(text, "[text]") if len(text) > 3 else trace
    return trace
