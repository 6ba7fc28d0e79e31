"""The one way for a request: acked → seen before? → may this person? → work → mistakes told → failures logged.

Slack's three seconds run from the moment a request comes, so nothing but its ack happens then. The work waits in a
queue, and between two pieces of work the event loop has a turn: what comes meanwhile is acked first. When too much
waits, people are told so at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.background import trace
from bot.errors import QuicktakeError
from bot.slack.blockkit.messages import plain
from bot.slack.bot import SlackBot
from bot.slack.refusals import advise
from bot.slack.request import Json, Request, parse
from bot.slack.router import Router
from bot.slack.routes import Route, Select
from bot.slack.transport import SlackUnavailableError

log = logging.getLogger(__name__)

MOST_WAITING = 1_000  # at 5 ms each, the last one is answered after five seconds
MOST_REFUSED = 200  # people who are being told that it is too much, at the same time
CANCEL_S = 1.0  # how long work may take to end once it is cancelled


class Dispatcher:
    """Takes what Slack sends to the handlers of ``bot``.

    ``new_reference`` gives the short id that ties an apology to the log. When ``most_waiting`` requests wait, the next
    ones are turned away.
    """

    def __init__(
        self,
        bot: SlackBot,
        routes: Iterable[Route | Select],
        new_reference: Callable[[], str],
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self._bot = bot
        self._router = Router(routes)
        self._new_reference = new_reference
        self._most_waiting = most_waiting
        self._waiting: deque[Request] = deque()
        self._under_way: set[asyncio.Task[None]] = set()
        self._refused: set[asyncio.Task[None]] = set()
        self._beginning: asyncio.Task[None] | None = None

    async def receive(self, payload: Json) -> Json | None:
        """Take what Slack sent, to be worked on soon, and return what to ack it with."""
        request = parse(payload, self._bot.recording.clock())
        if request.kind == "options":
            return self._suggest(request)
        if len(self._waiting) >= self._most_waiting:
            self._refuse(request)
            return None
        self._waiting.append(request)
        if self._beginning is None or self._beginning.done():
            self._beginning = asyncio.create_task(self._begin_all())
        return None

    async def drain(self, timeout_s: float) -> None:
        """Wait until all work is done, at most ``timeout_s``; what is not is given up."""
        try:
            async with asyncio.timeout(timeout_s):
                while self._waiting or self._under_way or self._refused:
                    await asyncio.wait({*self._under_way, *self._refused, asyncio.create_task(asyncio.sleep(0))})
        except TimeoutError:
            for request in self._waiting:
                self._give_up(request, "the bot stops")
            self._waiting.clear()
            for task in self._under_way:
                task.cancel()
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=CANCEL_S)

    async def _begin_all(self) -> None:
        """Begin the work that waits, a piece a turn of the event loop, in which what has come is read first."""
        while self._waiting:
            _start(self._serve(self._waiting.popleft()), self._under_way)
            await asyncio.sleep(0)

    def _suggest(self, request: Request) -> Json:
        """Return the options of a select; while somebody is typing there is no time for anything else."""
        select = self._router.select(request.name)
        try:
            return {"option_groups": select.suggest(request, self._bot) if select else []}
        except Exception as failure:  # noqa: BLE001  (the edge)
            log.error("No options\n%s", trace(failure))  # noqa: TRY400  (quotes nobody)
            return {"option_groups": []}

    def _refuse(self, request: Request) -> None:
        """Say that too much is asked at once, where somebody waits for a reply; that costs less than the reply."""
        self._give_up(request, "too much is asked at once")
        if _awaits_reply(request) and len(self._refused) < MOST_REFUSED:
            _start(self._tell(request, None, wording.BUSY), self._refused)

    async def _serve(self, request: Request) -> None:
        if self._bot.access.is_own(request) or (request.deliveries and not self._bot.once.take(*request.deliveries)):
            return
        route: Route | None = None
        try:
            route = self._router.find(request, self._bot)
            await self._admit(request, route)
        except QuicktakeError as mistake:
            await self._tell(request, route, str(mistake))
        except (SlackUnavailableError, asyncio.CancelledError) as failure:
            self._give_up(request, str(failure) or "the bot stops")
        except Exception as failure:  # noqa: BLE001  (the edge)
            reference = self._new_reference()
            log.error("Failure %s%s\n%s", reference, _slacks_words(failure), trace(failure))  # noqa: TRY400  (quotes nobody)
            await self._tell(request, route, wording.apology(reference))

    async def _admit(self, request: Request, route: Route) -> None:
        """Do the work, if this person may have it done now.

        Raises:
            QuicktakeError: they may not, or the work cannot be done; the text is for them.
        """
        access = self._bot.access
        if route.is_overheard and not access.keeps_inside(request):
            return
        if self._breaks_off(request, route):
            return
        if not access.serves(request):
            if request.name == "app_home_opened":  # they looked, and asked nothing
                return
            raise QuicktakeError(wording.OUTSIDER)
        if route.is_counted and not access.count(request.author):
            raise QuicktakeError(wording.TOO_FAST)
        if route.is_for_admins and not access.is_admin(request):
            raise QuicktakeError(wording.REFUSED)
        await route.handle(request, self._bot)

    def _breaks_off(self, request: Request, route: Route) -> bool:
        """Answer a program once in a thread, so that two bots end after one exchange; return whether that is over."""
        if route.is_overheard or not request.app or request.is_direct_message:
            return False
        return not self._bot.once.take(f"program/{request.app}/{request.places[0]}")

    async def _tell(self, request: Request, route: Route | None, text: str) -> None:
        """Tell the person privately, if they wait for a reply; a workflow has nobody to tell but all who read it."""
        if route.is_overheard if route else not _awaits_reply(request):
            return
        try:
            if request.user or not request.app:
                await self._bot.sender.privately(request, plain(text))
            elif text != wording.TOO_FAST:
                await self._bot.sender.post(plain(text), request.channel, request.thread)
        except SlackUnavailableError as failure:
            self._give_up(request, str(failure))
        except Exception as failure:  # noqa: BLE001  (the edge)
            log.error("Nobody could be told%s\n%s", _slacks_words(failure), trace(failure))  # noqa: TRY400

    def _give_up(self, request: Request, why: str) -> None:
        """Say in the log and in the status what nobody got a reply to."""
        log.error("Given up: %s %s: %s", request.kind, request.name, why)
        self._bot.losses.add(why)


def _start(work: Coroutine[Any, Any, None], tasks: set[asyncio.Task[None]]) -> None:
    task = asyncio.create_task(work)
    tasks.add(task)
    task.add_done_callback(tasks.discard)


def _awaits_reply(request: Request) -> bool:
    return request.kind != "event" or request.is_direct_message or request.name == "app_mention"


def _slacks_words(failure: Exception) -> str:
    return f": {advise(failure)}" if isinstance(failure, SlackApiError) else ""
