"""The connection to Slack: Web API client and Socket Mode.

slack_sdk reads HTTPS_PROXY and HTTP_PROXY for both, and ignores NO_PROXY.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler, AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import ConnectionRefusedBySlackError

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

PING_INTERVAL_S = 5  # notices a dead connection within 9 s; Bolt's own 10 s takes 19 s
MOST_RETRIES = 3

_ADVICE = {
    "invalid_auth": "the token is wrong or was revoked; copy it anew from the app's settings",
    "account_inactive": "the app was uninstalled; install it to the workspace again",
    "token_revoked": "the token was revoked; install the app to the workspace again",
    "not_allowed_token_type": "this is the wrong kind of token: xoxb-… for SLACK_BOT_TOKEN, xapp-… for SLACK_APP_TOKEN",
    "missing_scope": "the token lacks a scope; compare app_manifest.yml and install the app again",
}


def web_client(token: str, base_url: str) -> AsyncWebClient:
    """Return a Web API client that waits out rate limits and retries when Slack fails."""
    client = AsyncWebClient(token=token, base_url=base_url)
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=MOST_RETRIES))
    client.retry_handlers.append(AsyncServerErrorRetryHandler(max_retry_count=MOST_RETRIES))
    return client


async def check_bot_token(client: AsyncWebClient) -> tuple[str, frozenset[str]]:
    """Return the workspace's name and the scopes that the bot token has.

    Raises:
        ConnectionRefusedBySlackError: Slack cannot be reached or refuses the token.
    """
    try:
        answer = await client.auth_test()
    except SlackApiError as refusal:
        raise ConnectionRefusedBySlackError(f"SLACK_BOT_TOKEN: {advice(refusal)}") from refusal
    except (aiohttp.ClientError, TimeoutError) as failure:
        raise ConnectionRefusedBySlackError(f"Slack cannot be reached at {client.base_url}: {failure}") from failure
    scopes = str(answer.headers.get("x-oauth-scopes", ""))
    return str(answer.get("team", "")), frozenset(scope.strip() for scope in scopes.split(",") if scope.strip())


async def check_app_token(client: AsyncWebClient, app_token: str) -> None:
    """Ask for a Socket Mode address, as connecting does, and forget it.

    Raises:
        ConnectionRefusedBySlackError: Slack refuses the token.
    """
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as refusal:
        raise ConnectionRefusedBySlackError(f"SLACK_APP_TOKEN: {advice(refusal)}") from refusal


def advice(refusal: SlackApiError) -> str:
    """Return Slack's error code and what to do about it."""
    code = str(refusal.response.get("error", "unknown error"))
    return f"Slack says {code}: {_ADVICE.get(code, 'see https://docs.slack.dev/reference/methods')}"


class SocketMode:
    """Receives what Slack sends over a WebSocket that reconnects by itself."""

    def __init__(self, app: AsyncApp, app_token: str) -> None:
        self._handler = AsyncSocketModeHandler(app, app_token, ping_interval=PING_INTERVAL_S)

    async def connect(self) -> None:
        """Connect and go on receiving in the background."""
        await self._handler.client.connect()

    async def stop_intake(self) -> None:
        """Take nothing more from Slack, which gives it to another connection or again later."""
        self._handler.client.auto_reconnect_enabled = False
        self._handler.client.socket_mode_request_listeners.clear()
        await self._handler.client.disconnect()

    async def close(self) -> None:
        """Close the connection and what belongs to it."""
        await self._handler.client.close()
