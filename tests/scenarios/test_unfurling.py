"""Addresses of articles in messages show what they lead to, where the operator wants it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation, Message
from bot.playground.workspace import COACHING, OUTSIDER, PERSON, WITHOUT_BOT
from bot.settings import Settings
from tests.scenarios.conftest import serving
from tests.scenarios.seeing import labels, words

GOALS = "https://learn.example.com/learn/goals/set-goals"
UNFURLING = installed(granting={"links:read", "links:write"}, unfurl_domain="example.com")


@pytest.fixture
def installation() -> Installation:
    return UNFURLING


@pytest.fixture
async def bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    async with serving(slack, replace(settings, unfurls=True), []) as running:
        yield running


async def shared(slack: Emulator, bot: Bot, text: str, *, user: str = PERSON.id, channel: str = COACHING.id) -> Message:
    """Post an address, and return the message once the bot dealt with it."""
    await slack.say(user, channel, text)
    await slack.wait_for(lambda: any(one.kind == "events_api" and one.is_acked for one in slack.exchanges))
    await bot.dispatcher.drain(5)
    return slack.messages(channel)[-1]


def below(message: Message) -> Message:
    """What is shown below a message, as if it were one."""
    return replace(message, blocks=message.unfurls)


@pytest.mark.parametrize("address", [GOALS, f"{GOALS}/", f"{GOALS}?ref=mail#top"])
@pytest.mark.parametrize("channel", [COACHING.id, WITHOUT_BOT.id])
async def test_address_of_an_article_shows_title_excerpt_and_a_button(
    slack: Emulator, bot: Bot, address: str, channel: str
) -> None:
    message = await shared(slack, bot, f"see {address}", channel=channel)

    assert words(below(message)).startswith("How do I set goals with a client?\n")
    assert labels(below(message)) == [wording.READ_HERE]


async def test_button_opens_the_article(slack: Emulator, bot: Bot) -> None:
    message = await shared(slack, bot, f"see {GOALS}")

    await slack.press(PERSON.id, message, wording.READ_HERE)
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))

    assert words(view).startswith("How do I set goals with a client?")


async def test_several_addresses_show_one_article_each(slack: Emulator, bot: Bot) -> None:
    silence = "https://learn.example.com/learn/listening/silence"

    message = await shared(slack, bot, f"{GOALS} and {silence} and https://learn.example.com/nowhere")

    assert "What is silence good for in coaching?" in words(below(message))
    assert labels(below(message)) == [wording.READ_HERE] * 2


@pytest.mark.parametrize(
    "address", ["https://learn.example.com/learn/unknown", "https://other.example.com/learn/goals/set-goals"]
)
async def test_unknown_address_is_left_to_slack(slack: Emulator, bot: Bot, address: str) -> None:
    message = await shared(slack, bot, f"see {address}")

    assert message.unfurls == ()
    assert "chat.unfurl" not in {call.method for call in slack.calls}


async def test_nothing_is_shown_to_people_of_other_organisations(slack: Emulator, bot: Bot) -> None:
    slack.workspace.channels[COACHING.id] = replace(COACHING, is_shared=True)

    assert (await shared(slack, bot, GOALS)).unfurls == ()
    assert (await shared(slack, bot, GOALS, user=OUTSIDER.id)).unfurls == ()


async def test_nothing_is_shown_unless_the_operator_wants_it(slack: Emulator, settings: Settings) -> None:
    async with serving(slack, settings, []) as bot:
        assert (await shared(slack, bot, GOALS)).unfurls == ()


@pytest.mark.parametrize("error", ["cannot_unfurl_url", "missing_scope"])
async def test_refusal_is_logged_and_nobody_is_bothered(
    slack: Emulator, bot: Bot, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    slack.faults.refuse("chat.unfurl", error)

    await shared(slack, bot, GOALS)

    assert error in caplog.text
    assert slack.messages(PERSON.id) == ()
