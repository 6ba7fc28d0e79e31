from __future__ import annotations

from dataclasses import replace

import pytest

from bot import wording
from bot.app import build
from bot.playground.emulator import Emulator
from bot.playground.model import User
from bot.playground.workspace import COACHING, OUTSIDER, PERSON
from bot.settings import Settings
from tests.scenarios.seeing import words


@pytest.mark.usefixtures("bot")
async def test_people_of_other_organisations_are_refused_politely_and_privately(slack: Emulator) -> None:
    await slack.mention(OUTSIDER.id, COACHING.id, "what is silence good for?")
    (told,) = await slack.wait_for(lambda: slack.messages(OUTSIDER.id))

    assert words(told) == wording.OUTSIDER
    assert len(slack.messages(COACHING.id)) == 1


@pytest.mark.usefixtures("bot")
async def test_so_are_people_of_other_enterprises_wherever_they_ask(slack: Emulator) -> None:
    stranger = User("U0GRID", "gil", team_id="T0GRID", enterprise_id="E0THEIRS")
    slack.workspace.users[stranger.id] = stranger
    await slack.mention(PERSON.id, COACHING.id, "what is silence good for?")
    _, answer = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id))

    await slack.mention(stranger.id, COACHING.id, "what is silence good for?")
    await slack.wait_for(lambda: len(slack.messages(stranger.id)) == 1)
    await slack.direct_message(stranger.id, "what is silence good for?")
    await slack.wait_for(lambda: len(slack.messages(stranger.id)) == 3)
    await slack.press(stranger.id, answer, "Show full answer")
    told = await slack.wait_for(lambda: slack.ephemerals(stranger.id, COACHING.id))

    seen = [message for message in (*slack.messages(stranger.id), *told) if message.bot_id]
    assert [words(message) for message in seen] == [wording.OUTSIDER] * 3
    assert slack.views(stranger.id) == ()


async def test_people_of_other_organisations_are_served_where_an_admin_allows_it(
    slack: Emulator, settings: Settings
) -> None:
    bot = build(replace(settings, serves_outsiders=True))
    await bot.start()

    await slack.mention(OUTSIDER.id, COACHING.id, "what is silence good for?")
    await slack.wait_for(lambda: slack.messages(COACHING.id)[1:])
    await bot.stop()


async def test_who_asks_too_fast_is_told_so(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, rate_limit=2))
    await bot.start()

    for _ in range(3):
        await slack.direct_message(PERSON.id, "what is silence good for?")
    await slack.wait_for(lambda: len(slack.messages(PERSON.id)) >= 6)
    await bot.stop()

    replies = [words(message) for message in slack.messages(PERSON.id) if message.bot_id]
    assert sorted(reply == wording.TOO_FAST for reply in replies) == [False, False, True]
