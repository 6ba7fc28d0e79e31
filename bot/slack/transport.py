"""The Web API client, and the tokens that it and Socket Mode need.

slack_sdk reads HTTPS_PROXY and HTTP_PROXY, and ignores NO_PROXY.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler, AsyncServerErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack.access import Identity
from bot.slack.refusals import error_code, explain, is_token_refused, refusal_of

MOST_RETRIES = 3
TIMEOUT_S = 10


class WebClient(AsyncWebClient):
    """The Web API; notices when Slack no longer takes the token."""

    def __init__(self, token: str, base_url: str) -> None:
        super().__init__(token=token, base_url=base_url)
        self.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=MOST_RETRIES))
        self.retry_handlers.append(AsyncServerErrorRetryHandler(max_retry_count=MOST_RETRIES))
        self._seems_refused = asyncio.Event()

    async def api_call(self, *arguments: Any, **options: Any) -> AsyncSlackResponse:  # noqa: ANN401
        """Call a method."""
        try:
            return await super().api_call(*arguments, **options)
        except SlackApiError as refusal:
            if is_token_refused(refusal):
                self._seems_refused.set()
            raise

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


def web_client(token: str, base_url: str) -> WebClient:
    """Return a Web API client that waits out rate limits and retries when Slack fails."""
    return WebClient(token, base_url)


async def check_bot_token(client: AsyncWebClient) -> Identity:
    """Ask Slack who the bot is.

    Raises:
        ConnectionRefusedBySlackError: Slack cannot be reached or refuses the token.
    """
    answer = await _ask(client, "auth.test", "SLACK_BOT_TOKEN", str(client.token))
    scopes = str(answer.headers.get("x-oauth-scopes", "")).split(",")
    return Identity(
        user=str(answer.get("user_id") or ""),
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
