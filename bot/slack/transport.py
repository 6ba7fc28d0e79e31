"""The Web API client, and the tokens that it and Socket Mode need.

slack_sdk reads HTTPS_PROXY and HTTP_PROXY, and ignores NO_PROXY.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.background import describe
from bot.slack.access import Identity
from bot.slack.refusals import error_code, explain, is_token_refused, refusal_of

PASSING = {408, 425, 429}  # statuses that say: later
TIMEOUT_S = 10
KEEP_S = 60.0  # how long what Slack does not take is kept, to be sent when it does
FIRST_PAUSE_S = 0.25
LONGEST_PAUSE_S = 8.0

T = TypeVar("T")


class SlackUnavailableError(Exception):
    """Slack did not take it for a whole minute, or the bot stops; the text says why."""


class WebClient(AsyncWebClient):
    """The ways to Slack: the Web API, and the urls that come with what people press and type.

    What Slack does not take now, whether it is overloaded, broken or out of reach, is tried again after pauses that
    grow, for ``keep_s`` or until ``hurry``. Every call may raise SlackUnavailableError.

    It also notices when Slack no longer takes the token.
    """

    def __init__(self, token: str, base_url: str, keep_s: float = KEEP_S) -> None:
        super().__init__(token=token, base_url=base_url, timeout=TIMEOUT_S, retry_handlers=[])
        self.keep_s = keep_s
        self._is_stopping = asyncio.Event()
        self._seems_refused = asyncio.Event()

    async def api_call(self, *arguments: Any, **options: Any) -> AsyncSlackResponse:  # noqa: ANN401
        """Call a method."""

        async def call() -> AsyncSlackResponse:
            try:
                return await super(WebClient, self).api_call(*arguments, **options)
            except SlackApiError as refusal:
                status: int = getattr(refusal.response, "status_code", 0) or getattr(refusal.response, "status", 0)
                if _is_passing(status):
                    raise _Unavailable(f"status {status}", _retry_after_s(refusal.response.headers)) from refusal
                if is_token_refused(refusal):
                    self._seems_refused.set()
                raise

        return await self._persist(call)

    async def respond(self, response_url: str, body: dict[str, Any]) -> str:
        """Post to a response_url; return Slack's error code, or nothing if it took it."""

        async def post() -> str:
            posted = self._open_session().post(response_url, json=body, proxy=self.proxy, ssl=self.ssl or True)
            async with posted as answer:
                if _is_passing(answer.status):
                    raise _Unavailable(f"status {answer.status}", _retry_after_s(answer.headers))
                return _error_in(answer.status, await answer.text())

        return await self._persist(post)

    def hurry(self) -> None:
        """Wait no longer between attempts, of which there is one more."""
        self._is_stopping.set()

    async def close(self) -> None:
        """Let go of the connections."""
        if self.session:
            await self.session.close()

    async def wait_for_refusal(self) -> None:
        """Wait until Slack no longer takes the token.

        Raises:
            TokenRefusedError: always.
        """
        while True:
            await self._seems_refused.wait()
            self._seems_refused.clear()
            try:
                await super().api_call("auth.test")
            except SlackApiError as refusal:
                if is_token_refused(refusal):
                    raise refusal_of("SLACK_BOT_TOKEN", error_code(refusal)) from refusal
            except (aiohttp.ClientError, TimeoutError):
                pass  # the next call will show

    async def _persist(self, attempt: Callable[[], Awaitable[T]]) -> T:
        loop, pause_s = asyncio.get_running_loop(), FIRST_PAUSE_S
        self._open_session()
        deadline = loop.time() + self.keep_s
        while True:
            is_last = self._is_stopping.is_set() or loop.time() >= deadline
            try:
                return await attempt()
            except _Unavailable as failure:
                why, asked_s = str(failure), failure.retry_after_s
            except (aiohttp.ClientError, OSError, TimeoutError) as failure:
                why, asked_s = describe(failure), 0.0
            if is_last:
                raise SlackUnavailableError(why)
            with suppress(TimeoutError):
                jittered_s = pause_s * random.uniform(0.75, 1.25)  # noqa: S311  (no secret)
                await asyncio.wait_for(self._is_stopping.wait(), max(asked_s, jittered_s))
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    def _open_session(self) -> aiohttp.ClientSession:
        """Keep connections open between calls: a new one for each costs as much as searching."""
        if self.session is None or self.session.closed:
            timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
            self.session = aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self.session


class _Unavailable(Exception):  # noqa: N818  (never leaves this module)
    """One attempt failed; ``retry_after_s`` is how long Slack asks to wait."""

    def __init__(self, why: str, retry_after_s: float) -> None:
        super().__init__(why)
        self.retry_after_s = retry_after_s


def _is_passing(status: int) -> bool:
    return status >= 500 or status in PASSING


def _retry_after_s(headers: Mapping[str, str]) -> float:
    asked = headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else 0.0


def _error_in(status: int, body: str) -> str:
    """Return the error code in an answer of a response_url: JSON, or a word, or ``ok``."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = {"ok": status == 200, "error": body.strip()[:80]}
    is_ok = status == 200 and not (isinstance(said, dict) and said.get("ok") is False)
    return "" if is_ok else str((isinstance(said, dict) and said.get("error")) or f"status {status}")


async def check_bot_token(client: AsyncWebClient) -> Identity:
    """Ask Slack who the bot is.

    Raises:
        ConnectionRefusedBySlackError: Slack cannot be reached or refuses the token.
    """
    answer = await _ask(client, "auth.test", "SLACK_BOT_TOKEN", str(client.token))
    scopes = str(answer.headers.get("x-oauth-scopes", "")).split(",")
    return Identity(
        user=str(answer.get("user_id") or ""),
        app=str(answer.get("bot_id") or ""),
        team=str(answer.get("team_id") or ""),
        enterprise=str(answer.get("enterprise_id") or ""),
        team_name=str(answer.get("team") or ""),
        scopes=frozenset(filter(None, map(str.strip, scopes))),
    )


async def check_app_token(client: AsyncWebClient, app_token: str) -> None:
    """Ask for a Socket Mode address, as connecting does, and forget it.

    Raises:
        ConnectionRefusedBySlackError: Slack cannot be reached or refuses the token.
    """
    await _ask(client, "apps.connections.open", "SLACK_APP_TOKEN", app_token)


async def _ask(client: AsyncWebClient, method: str, setting: str, token: str) -> AsyncSlackResponse:
    """Call a method once: whoever tries again decides when."""
    once = AsyncWebClient(token=token, base_url=client.base_url, timeout=TIMEOUT_S, retry_handlers=[])
    try:
        return await once.api_call(method)
    except SlackApiError as refusal:
        if isinstance(refusal.response, AsyncSlackResponse) and refusal.response.status_code == 200:
            raise refusal_of(setting, error_code(refusal)) from refusal
        raise explain(refusal, client.base_url) from refusal
    except (aiohttp.ClientError, OSError, TimeoutError) as failure:
        raise explain(failure, client.base_url) from failure
