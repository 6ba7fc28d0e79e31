from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.emulator import Emulator
from bot.playground.manifest import installed


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ack_limit_s() -> float:
    """Slack's own limit; a test that waits for it to pass sets a shorter one."""
    return 3.0


@pytest.fixture
def granting() -> frozenset[str]:
    """The optional scopes that the app was granted."""
    return frozenset()


@pytest.fixture
async def slack(clock: Clock, ack_limit_s: float, granting: frozenset[str]) -> AsyncIterator[Emulator]:
    app = installed(granting=granting)
    async with Emulator(app, clock=clock, ack_limit_s=ack_limit_s, retry_delays_s=(0.0, 0.0)) as emulator:
        yield emulator


@pytest.fixture
def client(slack: Emulator) -> AsyncWebClient:
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url)


@pytest.fixture
def app(client: AsyncWebClient) -> AsyncApp:
    return AsyncApp(client=client)


@contextlib.asynccontextmanager
async def running(app: AsyncApp, slack: Emulator, ping_interval: float = 5) -> AsyncIterator[None]:
    """Run the app in Socket Mode, connected."""
    handler = AsyncSocketModeHandler(app, slack.app_token, ping_interval=ping_interval)
    await handler.connect_async()
    await slack.wait_for(lambda: slack.is_connected)
    try:
        yield
    finally:
        await handler.close_async()
