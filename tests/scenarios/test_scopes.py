"""What the bot does with the scopes that it was granted, and without the others."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation
from bot.playground.workspace import ADMIN, COACHING, PERSON
from bot.settings import Settings
from bot.slack.scopes import OPTIONAL_SCOPES
from bot.state.channel_modes import ChannelMode
from tests.scenarios.conftest import serving
from tests.scenarios.listening import let
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"


@pytest.fixture
async def bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    async with serving(slack, replace(settings, unfurls=True, follows_threads=True), []) as running:
        yield running


async def use_everything(slack: Emulator, bot: Bot) -> None:
    await slack.open_home(PERSON.id)
    await slack.open_home(PERSON.id, "messages")
    await slack.direct_message(PERSON.id, GOALS)
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    await slack.press(PERSON.id, answer, "Show full answer")
    await slack.slash(ADMIN.id, COACHING.id, "/quicktake", "channel on")
    await slack.say(PERSON.id, COACHING.id, "see https://learn.example.com/learn/goals/set-goals")
    await slack.wait_for(lambda: slack.views(PERSON.id))
    await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges))
    await bot.dispatcher.drain(5)


def lacking(slack: Emulator) -> set[str]:
    return {call.method for call in slack.calls if call.error == "missing_scope"}


class TestWithEverything:
    @pytest.fixture
    def installation(self) -> Installation:
        return installed(unfurl_domain="example.com")

    async def test_manifest_asks_for_all_that_is_used(
        self, slack: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture
    ) -> None:
        await use_everything(slack, bot)

        used = {call.method for call in slack.calls}
        assert used >= {"assistant.threads.setSuggestedPrompts", "chat.unfurl", "conversations.history"}
        assert lacking(slack) == set()
        assert "the token lacks" not in caplog.text


class TestWithoutWhatIsOptional:
    async def test_everything_else_works_and_the_log_says_once_what_is_left_out(
        self, slack: Emulator, settings: Settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        async with serving(slack, replace(settings, unfurls=True, follows_threads=True), []) as bot:
            await use_everything(slack, bot)
            told = [words(message) for message in slack.ephemerals(ADMIN.id, COACHING.id)]

        assert lacking(slack) <= {"assistant.threads.setSuggestedPrompts", "conversations.history"}
        assert words(slack.messages(PERSON.id)[1]).startswith("How do I set goals with a client?")
        assert "scope channels:history" in told[0]
        said = [line.message for line in caplog.records if "Reinstall the app and grant" in line.message]
        assert len(said) == len(OPTIONAL_SCOPES) - 1  # both of unfurling in one line
        assert "Suggested questions in the messages tab: the token lacks assistant:write." in said[0]


class TestWhenAChannelIsOn:
    @pytest.fixture
    def installation(self) -> Installation:
        return installed(granting={"channels:history", "assistant:write"})

    async def test_scopes_taken_away_since_are_missed_at_the_start(
        self, slack: Emulator, settings: Settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        async with serving(slack, settings, []):
            await let(slack, ChannelMode.SHADOW)
        caplog.clear()
        caplog.set_level(logging.INFO)

        async with serving(slack, settings, []):
            pass

        assert "in private channels: the token lacks groups:history" in caplog.text
        assert "in public channels" not in caplog.text
