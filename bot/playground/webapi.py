"""The Web API's side of the wire: HTTP requests in, Slack's answers out, every call on record.

An edge: reads requests and writes responses. What a method does is in ``methods``; what may go wrong on purpose in
``faults``.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable

from aiohttp import web

from bot.playground.expiring_ids import ResponseTarget
from bot.playground.methods import METHODS, Method
from bot.playground.methods.arguments import require_scope
from bot.playground.model import Call, Json, RefusedError
from bot.playground.orders import RESPONSE_URL, Fault, Orders
from bot.playground.responses import respond
from bot.playground.workspace import Workspace

_JSON_FIELDS = ("attachments", "blocks", "metadata", "prompts", "unfurls", "view")
_GONE = {"no_such_url", "expired_url", "used_url"}


class WebApi:
    """The Web API and the ``response_url``s of one workspace; ``calls`` holds what the bot asked, oldest first."""

    def __init__(self, workspace: Workspace, orders: Orders, on_change: Callable[[], None]) -> None:
        self._workspace = workspace
        self._orders = orders
        self._on_change = on_change
        self.calls: list[Call] = []

    async def call(self, request: web.Request) -> web.Response:
        """Answer ``/api/METHOD``.

        Raises:
            HTTPMethodNotAllowed: something is to be changed by GET, as any page could have a browser ask for it.
        """
        name = request.match_info["method"]
        method = METHODS.get(name)
        if request.method != "POST" and method and not method.only_reads:
            raise web.HTTPMethodNotAllowed(request.method, ["POST"])
        arguments = await _arguments(request)
        token = _token(request, arguments)
        fault = self._orders.take(name)
        await asyncio.sleep(fault.delay_s)
        if fault.status != 200 or (fault.is_reset and not fault.is_done):
            return self._fail(request, name, arguments, fault)
        body, refused = self._answer(name, arguments, token, fault)
        if fault.is_reset:
            return self._fail(request, name, arguments, fault)
        self.record(name, arguments, refused)
        return web.json_response(body, status=fault.refusal_status or 200, headers=self._scope_headers())

    def _answer(self, name: str, arguments: Json, token: str, fault: Fault) -> tuple[Json, RefusedError | None]:
        try:
            if fault.error:
                raise RefusedError(fault.error)  # noqa: TRY301  (an ordered refusal is one like any other)
            return {"ok": True, **self._run(name, arguments, token)}, None
        except RefusedError as refused:
            return _refusal(refused), refused

    def _run(self, name: str, arguments: Json, token: str) -> Json:
        method = METHODS.get(name)
        if method is None:
            raise RefusedError("unknown_method")
        self._authenticate(method, token)
        require_scope(self._workspace.installation, *method.scopes)
        return method.run(self._workspace, arguments)

    def _authenticate(self, method: Method, token: str) -> None:
        app = self._workspace.installation
        if not token:
            raise RefusedError("not_authed")
        if token not in {app.bot_token, app.app_token}:
            raise RefusedError("invalid_auth")
        if (token == app.app_token) != method.is_app_level:
            raise RefusedError("not_allowed_token_type")

    async def respond(self, request: web.Request) -> web.Response:
        """Answer a post to a ``response_url``: 200, 404 when it is used up or expired, 400 for a bad payload.

        What a command gave answers ``ok``, what a button gave ``{"ok": true}``; a refusal is JSON from both.
        """
        arguments = await _arguments(request)
        fault = self._orders.take(RESPONSE_URL)
        await asyncio.sleep(fault.delay_s)
        if fault.status != 200 or (fault.is_reset and not fault.is_done):
            return self._fail(request, RESPONSE_URL, arguments, fault)
        outcome = self._apply(request.match_info["key"], arguments, fault)
        if fault.is_reset:
            return self._fail(request, RESPONSE_URL, arguments, fault)
        if isinstance(outcome, RefusedError):
            status = fault.refusal_status or (404 if outcome.error in _GONE else 400)
            self.record(RESPONSE_URL, arguments, outcome, status)
            return web.json_response(_refusal(outcome), status=status)
        self.record(RESPONSE_URL, arguments, None)
        return web.Response(text="ok") if outcome.original is None else web.json_response({"ok": True})

    def _apply(self, key: str, arguments: Json, fault: Fault) -> ResponseTarget | RefusedError:
        try:
            if fault.error:
                raise RefusedError(fault.error)  # noqa: TRY301  (an ordered refusal is one like any other)
            target = self._workspace.tickets.redeem_response(key)
            respond(self._workspace, target, arguments)
        except RefusedError as refused:
            return refused
        return target

    def _fail(self, request: web.Request, name: str, arguments: Json, fault: Fault) -> web.Response:
        error = "ratelimited" if fault.status == 429 else "reset" if fault.is_reset else "server_error"
        if fault.is_reset and request.transport:
            request.transport.abort()
        self.calls.append(Call(name, arguments, fault.status, error, made_at=time.time()))
        self._on_change()
        headers = {"Retry-After": str(fault.retry_after_s)} if fault.status == 429 else {}
        return web.json_response({"ok": False, "error": error}, status=fault.status, headers=headers)

    def record(self, name: str, arguments: Json, refused: RefusedError | None, status: int = 200) -> None:
        """Put a request of the bot on record, with the reason if it was refused."""
        error, messages = (refused.error, refused.messages) if refused else (None, ())
        self.calls.append(Call(name, arguments, status, error, messages, time.time()))
        self._on_change()

    def _scope_headers(self) -> dict[str, str]:
        return {"x-oauth-scopes": ",".join(self._workspace.installation.scopes)}


def _refusal(refused: RefusedError) -> Json:
    body: Json = {"ok": False, "error": refused.error, **refused.details}
    if refused.messages:
        body["response_metadata"] = {"messages": list(refused.messages)}
    return body


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        sent = await request.json()
        return sent if isinstance(sent, dict) else {}
    fields: Json = dict(await request.post()) | dict(request.query)
    return {name: _parsed(name, value) for name, value in fields.items()}


def _parsed(name: str, value: object) -> object:
    if name not in _JSON_FIELDS or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _token(request: web.Request, arguments: Json) -> str:
    sent = str(arguments.pop("token", ""))
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip() or sent
