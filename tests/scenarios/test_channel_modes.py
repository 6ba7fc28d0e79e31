"""An admin lets the bot listen in a channel, and looks at what came of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import wording
from bot.app import Bot
from bot.journal.events import AdminAction, Event
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Channel, Installation
from bot.playground.workspace import ADMIN, COACHING, GENERAL, PERSON, WITHOUT_BOT
from bot.settings import Settings
from bot.state.channel_modes import ChannelMode, ChannelModes
from bot.store.database import Database
from tests.journal.world import Clock
from tests.scenarios.conftest import serving
from tests.scenarios.listening import ATTENTIVE, GOALS, by_bot, let, overheard, said_unasked
from tests.scenarios.seeing import words

PRIVATE = Channel("C0PRIVATE", "team", is_private=True)


@pytest.fixture
def installation() -> Installation:
    return ATTENTIVE


async def test_choice_is_recorded_and_outlives_a_restart(
    slack: Emulator, settings: Settings, recorded: list[Event]
) -> None:
    async with serving(slack, settings, recorded):
        await let(slack, "on")

    async with serving(slack, settings, recorded):
        await said_unasked(slack)

    assert [event.what for event in recorded if isinstance(event, AdminAction)] == [f"channel {COACHING.id} on"]


async def test_off_ends_it(slack: Emulator, bot: Bot) -> None:
    await let(slack, "on")

    assert await let(slack, "off") == wording.LISTENS["off"]
    await overheard(slack, bot)

    assert by_bot(slack) == []


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("mode", ["on", "shadow", "off", "status"])
async def test_only_admins_choose(slack: Emulator, mode: str) -> None:
    await slack.slash(PERSON.id, COACHING.id, "/quicktake", f"channel {mode}")
    (told,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))

    assert words(told) == wording.REFUSED


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("mode", ["on", "status"])
async def test_direct_message_is_no_channel(slack: Emulator, mode: str) -> None:
    assert await let(slack, mode, ADMIN.id) == wording.NO_CHANNEL


@pytest.mark.usefixtures("bot")
async def test_where_the_bot_is_no_member_it_says_how_to_invite_it(slack: Emulator) -> None:
    assert await let(slack, "on", WITHOUT_BOT.id) == wording.NOT_A_MEMBER


@pytest.mark.usefixtures("bot")
async def test_archived_channel_is_named_as_the_obstacle(slack: Emulator) -> None:
    slack.faults.refuse("conversations.history", "is_archived")

    assert await let(slack, "on") == wording.UNREADABLE.format("is_archived")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chanel on", "channel on"), ("channel statsu", "channel status"), ("channel of", "channel off")],
)
async def test_misspelt_choice_is_asked_about(slack: Emulator, typed: str, meant: str) -> None:
    await slack.slash(ADMIN.id, COACHING.id, "/quicktake", typed)
    (told,) = await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, COACHING.id))

    assert words(told).startswith(f"Did you mean /quicktake {meant}?")


async def test_status_counts_what_would_have_been_said_and_leads_to_the_messages(
    slack: Emulator, settings: Settings
) -> None:
    async with serving(slack, replace(settings, journal="text"), None) as bot:
        await let(slack, "shadow")
        await overheard(slack, bot)
        await overheard(slack, bot, "Does anybody know when lunch is today?")

        told = await let(slack, "status")

        status = slack.ephemerals(ADMIN.id, COACHING.id)[-1]
        asked = slack.messages(COACHING.id)[0]
    assert told.splitlines() == [
        wording.LISTENING["shadow"],
        "In the last 30 days I heard 2 questions",
        "I would have answered 1",
        wording.LATEST_REMARKS,
        "How do I set goals with a client?",
    ]
    assert asked.ts.replace(".", "") in str(status.blocks)
    assert GOALS not in str(list(bot.journal.rows()))


async def test_status_without_a_journal_says_that_nothing_is_recorded(slack: Emulator, bot: Bot) -> None:
    ChannelModes(Database.in_folder(bot.settings.data_dir), Clock()).choose(COACHING.id, ChannelMode.ON)

    told = await let(slack, "status")

    assert told.splitlines() == [wording.LISTENING["on"], wording.NOT_RECORDED]


async def test_status_of_a_channel_nobody_chose_for_tells_how_to_begin(slack: Emulator, settings: Settings) -> None:
    async with serving(slack, replace(settings, journal="text"), None):
        assert (await let(slack, "status", GENERAL.id)).startswith(wording.LISTENING["off"])


async def test_broken_journal_is_told_and_nothing_is_said_unasked(slack: Emulator, settings: Settings) -> None:
    (settings.data_dir / "journal.sqlite3").mkdir(parents=True)
    async with serving(slack, settings, []) as bot:
        told = await let(slack, "on")
        await overheard(slack, bot)

    assert "journal.sqlite3" in told
    assert by_bot(slack) == []


class TestWithoutTheOptionalScopes:
    @pytest.fixture
    def installation(self) -> Installation:
        return installed(granting=())

    @pytest.mark.usefixtures("bot")
    @pytest.mark.parametrize("mode", ["on", "shadow"])
    async def test_admin_reads_what_to_add(self, slack: Emulator, mode: str) -> None:
        told = await let(slack, mode)

        assert "scope channels:history" in told
        assert "event message.channels" in told

    @pytest.mark.usefixtures("bot")
    async def test_private_channels_need_their_own(self, slack: Emulator) -> None:
        slack.workspace.channels[PRIVATE.id] = PRIVATE

        told = await let(slack, "on", PRIVATE.id)

        assert "scope groups:history" in told
        assert "event message.groups" in told
