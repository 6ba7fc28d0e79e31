"""The emulated workspace in one piece: a server for the bot, verbs for the people, and what they see.

An edge: listens on the loopback address only. The bot is told nothing but ``api_url`` and two tokens; everything else
goes over Slack's own wire::

    async with Emulator() as slack:
        app = build_app(api_url=slack.api_url, token=slack.bot_token, ...)
        await slack.wait_for(lambda: slack.is_connected)
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "how do I listen?")
        answer = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Self, TypeVar

from bot.playground import elements, envelopes, interactions
from bot.playground.change_signal import PATIENCE_S, Bell
from bot.playground.deliveries import Deliveries
from bot.playground.events import heard
from bot.playground.expiring_ids import ResponseTarget
from bot.playground.faults import Faults
from bot.playground.http_server import Server
from bot.playground.manifest import installed
from bot.playground.model import Call, Exchange, Installation, Json, Message, RefusedError, View
from bot.playground.offers import Offers
from bot.playground.orders import Orders
from bot.playground.responses import checked_options, respond, submit
from bot.playground.socketmode import SocketMode
from bot.playground.webapi import WebApi
from bot.playground.workspace import Workspace
from bot.playground.writing import Writing

T = TypeVar("T")

ACK_LIMIT_S = 3.0
RETRY_DELAYS_S = (0.0, 60.0, 300.0)


class Emulator:
    """A Slack workspace with one app installed; use it as an asynchronous context manager.

    Channels are named by id or ``#name``; a person's id stands for the direct message with them. The verbs return when
    the bot acknowledged, or when Slack would have given up on it; what the bot does then is for ``wait_for``.

    Args:
        installation: tokens, scopes and events of the app; the shipped manifest's without optional scopes unless given.
        clock: seconds since the epoch; decides when triggers and response urls expire.
        ack_limit_s: how long Slack waits for an acknowledgement.
        retry_delays_s: how long Slack waits before each repetition of an unacknowledged event.
        port: where to serve, or at the next free port after it; 0 takes any.
        awaits_app: whether what people do before the app's first connection waits for it.

    ``workspace`` is all that people see, to be looked at; ``writing`` is how they write into it, with ``say``,
    ``mention`` and ``direct_message`` at hand. ``routes`` takes what else shall be served, until the start.
    """

    def __init__(
        self,
        installation: Installation | None = None,
        *,
        clock: Callable[[], float] = time.time,
        ack_limit_s: float = ACK_LIMIT_S,
        retry_delays_s: Sequence[float] = RETRY_DELAYS_S,
        port: int = 0,
        awaits_app: bool = False,
    ) -> None:
        self.installation = installation or installed(granting=())
        self._bell = Bell()
        self.workspace = Workspace(self.installation, clock)
        self.workspace.observers.append(self._notice)
        tickets, ring = self.workspace.tickets, self._bell.ring
        orders = Orders(ring)
        self._sockets = SocketMode(
            self.installation, tickets, orders, ring, ack_limit_s=ack_limit_s, is_awaited=awaits_app
        )
        self.faults = Faults(orders, self._sockets)
        self._web = WebApi(self.workspace, orders, ring)
        self._deliveries = Deliveries(self._sockets, orders, self.workspace, retry_delays_s)
        self.writing = Writing(self.workspace, self._deliveries)
        self.say, self.mention = self.writing.say, self.writing.mention
        self.direct_message = self.writing.direct_message
        self._offers = Offers()
        self._server = Server(port)
        self.routes = self._server.application.router
        self.routes.add_route("*", "/api/{method}", self._web.call)
        self.routes.add_post("/response/{key}", self._web.respond)
        self.routes.add_get("/link", self._sockets.serve)

    async def __aenter__(self) -> Self:
        self.workspace.address = await self._server.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._deliveries.close()
        await self._sockets.close()
        await self._server.stop()

    @property
    def api_url(self) -> str:
        """Give the Web API's address, with a slash at its end."""
        return f"http://{self.workspace.address}/api/"

    @property
    def bot_token(self) -> str:
        """Give the ``xoxb-`` token."""
        return self.installation.bot_token

    @property
    def app_token(self) -> str:
        """Give the ``xapp-`` token."""
        return self.installation.app_token

    # What can be seen.

    @property
    def is_connected(self) -> bool:
        """Tell whether the bot holds a Socket Mode connection."""
        return self._sockets.is_connected

    @property
    def connections_opened(self) -> int:
        """Count the Socket Mode connections that the bot has made so far."""
        return self._sockets.opened

    @property
    def calls(self) -> tuple[Call, ...]:
        """List every request of the bot and what was refused, oldest first."""
        return tuple(self._web.calls)

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """List every envelope and its acknowledgement, oldest first."""
        return self._sockets.exchanges

    def messages(self, channel: str) -> tuple[Message, ...]:
        """List what everyone in a channel sees, threads included, oldest first."""
        where = self.workspace.channel(channel).id
        return tuple(m for m in self.workspace.messages if m.channel == where and m.visible_to is None)

    def ephemerals(self, user: str, channel: str) -> tuple[Message, ...]:
        """List what only this person sees in a channel, oldest first."""
        where = self.workspace.channel(channel).id
        return tuple(m for m in self.workspace.messages if m.channel == where and m.visible_to == user)

    def views(self, user: str) -> tuple[View, ...]:
        """List a person's open modals, the topmost last."""
        return self.workspace.modals.get(user, ())

    def home(self, user: str) -> View | None:
        """Give a person's Home tab, if the bot published one."""
        return self.workspace.homes.get(user)

    def prompts(self, user: str) -> tuple[str, ...]:
        """List the titles of what the bot suggests to say in the direct message with this person."""
        offered = self.workspace.prompts.get(self.workspace.direct(user).id, {})
        return tuple(prompt["title"] for prompt in offered.get("prompts", ()))

    async def wait_for(self, predicate: Callable[[], T], timeout_s: float = PATIENCE_S) -> T:
        """Wait until the predicate gives something true, and give it; it is asked again at every change.

        Raises:
            TimeoutError: with the bot's last requests, to see what happened instead.
        """
        try:
            return await self._bell.until(predicate, timeout_s)
        except TimeoutError:
            last = "; ".join(map(str, self.calls[-5:])) or "none"
            raise TimeoutError(f"not within {timeout_s} s; the bot's last requests: {last}") from None

    # What people do.

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Exchange:
        """Type a slash command."""
        person, where = self.workspace.users[user], self.workspace.channel(channel)
        await self._deliveries.app_awaited()
        target = ResponseTarget(where.id, user)
        payload = envelopes.slash_command(self.installation, person, where, command, text)
        keys = interactions.keys(self.workspace, user, target)
        exchange = await self._deliveries.send("slash_commands", {**payload, **keys})
        if not exchange.is_acked:
            self.workspace.tell(user, where.id, f"{command} did not respond")
        elif exchange.response:
            self._take(exchange, lambda response: respond(self.workspace, target, response))
        return exchange

    async def open_home(self, user: str, tab: str | None = "home") -> Exchange:
        """Open the app's ``home`` or ``messages`` tab; with None, Slack does not say which."""
        where, ts = self.workspace.direct(user), self.workspace.next_ts()
        return await self._deliveries.event(envelopes.home_opened_event(user, where, tab, ts))

    async def press(
        self,
        user: str,
        surface: Message | View,
        action: str,
        value: str | None = None,
        values: Mapping[str, str | Sequence[str]] | None = None,
    ) -> Exchange:
        """Press a button, choose an option, or operate another element.

        Args:
            user: who does it.
            surface: the message or view it stands in, as last seen.
            action: the element's action id, or the words on it.
            value: the option chosen; of feedback buttons, the value or text of the one pressed.
            values: what stands in the other fields, by action id or block id.

        Raises:
            LookupError: there is no such element or option; the message lists what there is.
        """
        blocks = self._offers.put_into(surface.operable)
        entry = elements.action(elements.find(blocks, action), value, self.workspace.next_ts())
        state = elements.state(blocks, values or {}, is_complete=False)
        return await self._interact(user, "block_actions", surface, {"actions": [entry]}, state)

    async def options(self, user: str, surface: Message | View, action: str, value: str) -> Exchange:
        """Type into a select whose options come from the bot; they are in the exchange's ``response``."""
        element = elements.find(surface.blocks, action)
        asked = {"action_id": element["action_id"], "block_id": element["block_id"], "value": value}
        exchange = await self._interact(user, "block_suggestion", surface, asked, {})
        self._take(exchange, lambda response: self._offers.remember(asked["action_id"], checked_options(response)))
        return exchange

    async def submit_view(
        self, user: str, view: View, values: Mapping[str, str | Sequence[str]] | None = None
    ) -> Exchange:
        """Fill in a modal, by action id or block id, and submit it.

        Raises:
            LookupError: a field that must be filled in is not, or the modal cannot be submitted.
        """
        state = elements.submission(view, self._offers.put_into(view.blocks), values or {})
        exchange = await self._interact(user, "view_submission", view, {"response_urls": []}, state)
        if exchange.is_acked:
            self._take(exchange, lambda response: submit(self.workspace, view, response))
        return exchange

    async def close_view(self, user: str, view: View) -> Exchange | None:
        """Close the topmost modal; the bot hears of it only if it asked for ``notify_on_close``."""
        self.workspace.close_views(user)
        if not view.body.get("notify_on_close"):
            return None
        return await self._interact(user, "view_closed", view, {"is_cleared": False}, {})

    async def shortcut(self, user: str, callback_id: str, message: Message | None = None) -> Exchange:
        """Choose a shortcut, global or from a message's menu."""
        kind = "message_action" if message else "shortcut"
        ts = self.workspace.next_ts()
        return await self._interact(user, kind, message, {"callback_id": callback_id, "action_ts": ts}, None)

    async def _interact(
        self, user: str, kind: str, surface: Message | View | None, details: Json, state: Json | None
    ) -> Exchange:
        await self._deliveries.app_awaited()
        payload = interactions.payload(self.workspace, self.workspace.users[user], kind, surface, details, state)
        exchange = await self._deliveries.send("interactive", payload)
        if not exchange.is_acked:
            where = surface.channel if isinstance(surface, Message) else self.workspace.direct(user).id
            self.workspace.tell(user, where, f"{self.installation.bot_name} did not respond")
        return exchange

    def _take(self, exchange: Exchange, apply: Callable[[Json], object]) -> None:
        response, refused = exchange.response or {}, None
        try:
            apply(response)
        except RefusedError as error:
            refused = error
        self._web.record("ack", response, refused)

    def _notice(self, what: str, subject: Message | View) -> None:
        self._bell.ring()
        self._deliveries.in_background(heard(self.workspace, what, subject))
