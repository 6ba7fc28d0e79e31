"""The production app over the wire: only the base URL of the Web API differs from Slack's."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import Bot, build
from bot.journal.events import Event
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation
from bot.playground.workspace import ADMIN, COACHING
from bot.settings import Settings, read

WORLD = Path(__file__).parent.parent / "world"


class Clock:
    """Seconds since the epoch that stand still until they are moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the small world, free to be broken."""
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def installation() -> Installation:
    """The app without optional scopes; modules about what needs some have a fixture of this name of their own."""
    return installed(granting=())


@pytest.fixture
async def slack(installation: Installation, clock: Clock) -> AsyncIterator[Emulator]:
    async with Emulator(installation, clock=clock, ack_limit_s=1.0, retry_delays_s=(0.0, 0.0)) as emulator:
        yield emulator


@pytest.fixture
def settings(slack: Emulator, corpus: Path, tmp_path: Path) -> Settings:
    return read(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "QUICKTAKE_CORPUS": str(corpus),
            "QUICKTAKE_DATA_DIR": str(tmp_path / "data"),
            "QUICKTAKE_SITE_URL": "https://learn.example.com",
            "QUICKTAKE_ADMINS": ADMIN.id,
            "QUICKTAKE_EXPERT_CHANNEL": COACHING.id,
            "QUICKTAKE_JOURNAL": "off",
            "QUICKTAKE_QUESTIONS": str(WORLD / "questions.jsonl"),
        },
        for_slack=True,
    )


@pytest.fixture
def recorded() -> list[Event]:
    """What was recorded for the journal, in order."""
    return []


@pytest.fixture
async def bot(slack: Emulator, settings: Settings, recorded: list[Event]) -> AsyncIterator[Bot]:
    async with serving(slack, settings, recorded) as running:
        yield running


@pytest.fixture
async def undecided_bot(slack: Emulator, settings: Settings, recorded: list[Event]) -> AsyncIterator[Bot]:
    """A bot that is never sure enough to answer, so that it always offers choices."""
    async with serving(slack, replace(settings, answer_at=1.0, choices_at=0.0), recorded) as running:
        yield running


@asynccontextmanager
async def serving(slack: Emulator, settings: Settings, recorded: list[Event] | None) -> AsyncIterator[Bot]:
    """Run the bot; without ``recorded`` the journal itself records, if the settings say so."""
    running = build(settings, None if recorded is None else recorded.append, settle_s=0)
    await running.start()
    await slack.wait_for(lambda: slack.is_connected)
    yield running
    await running.stop()
    assert [call for call in slack.calls if call.messages] == []  # nothing that Slack would have refused was sent
