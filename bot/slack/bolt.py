"""The Bolt app, through which everything that Slack sends reaches the dispatcher.

The dispatcher takes over before Bolt would authorize a request: Bolt asks Slack who the bot is when the first request
comes, and drops the request if Slack does not answer just then.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.background import describe
from bot.slack.request import Json
from bot.slack.socket_mode import Envelope, Receive

log = logging.getLogger(__name__)

Take = Callable[[Json], Awaitable[Json | None]]
"""Takes what Slack sent, quickly, and returns what to ack it with."""


class _HandOver(AsyncMiddleware):
    def __init__(self, take: Take) -> None:
        self._take = take

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002  (Bolt names them)
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002, ARG002  (as above)
    ) -> BoltResponse:
        return BoltResponse(status=200, body=await self._take(dict(req.body)) or "")


def bolt_app(client: AsyncWebClient, take: Take) -> AsyncApp:
    """Return an app that hands everything to ``take``."""
    # Without a name, Bolt would search all modules for its caller, which takes 0.2 s.
    return AsyncApp(client=client, name="quicktake", before_authorize=_HandOver(take))


def through(app: AsyncApp, take: Take) -> Receive:
    """Return what passes envelopes of Socket Mode through ``app``; straight to ``take`` if Bolt cannot read one."""

    async def receive(envelope: Envelope) -> Json | None:
        try:
            request = AsyncBoltRequest(mode="socket_mode", body=envelope.payload)
        except Exception as failure:  # noqa: BLE001  (it trips over fields that are half there)
            log.warning("Bolt cannot read a request (%s)", describe(failure))
            return await take(envelope.payload)
        response = await app.async_dispatch(request)
        ack: Json | None = json.loads(response.body) if response.body else None
        return ack

    return receive
