"""Buttons of messages that time has passed by: articles that are gone, urls and triggers that expired."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.model import Message, View
from bot.playground.workspace import COACHING, PERSON, WITHOUT_BOT
from tests.scenarios.seeing import labels, words

GOALS = "how do I set goals with a client?"


async def asked(slack: Emulator, question: str = GOALS) -> Message:
    await slack.slash(PERSON.id, "#general", "/quicktake", question)
    return (await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")))[0]


async def remove(bot: Bot, corpus: Path, article: str = "goals/set-goals.md") -> None:
    """Take an article out of what is served."""
    (corpus / article).unlink()
    await bot.releases.activate((await bot.releases.reload()).release)


async def found(slack: Emulator) -> View:
    """Find an article in the search that was opened in a channel."""
    await slack.slash(PERSON.id, WITHOUT_BOT.id, "/quicktake", "browse")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    exchange = await slack.options(PERSON.id, view, "find_article", "set goals")
    option = (exchange.response or {})["option_groups"][0]["options"][0]["value"]
    await slack.press(PERSON.id, view, "find_article", option)
    await slack.wait_for(lambda: slack.views(PERSON.id)[0].hash != view.hash)
    return slack.views(PERSON.id)[0]


@pytest.mark.parametrize("label", ["Show full answer", "Post to channel"])
async def test_article_that_is_gone_is_said_to_be(slack: Emulator, bot: Bot, corpus: Path, label: str) -> None:
    answer = await asked(slack)
    await remove(bot, corpus)

    await slack.press(PERSON.id, answer, label)
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert words(told[0]) == wording.GONE
    assert slack.messages("#general") == ()


async def test_article_that_is_gone_is_explained_all_the_same(slack: Emulator, bot: Bot, corpus: Path) -> None:
    answer = await asked(slack)
    await remove(bot, corpus)

    await slack.press(PERSON.id, answer, "Why this?")
    await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])


async def test_back_shows_what_answers_now(slack: Emulator, bot: Bot, corpus: Path) -> None:
    await slack.press(PERSON.id, await asked(slack), "How do I measure progress?")
    (shown,) = await slack.wait_for(
        lambda: [one for one in slack.ephemerals(PERSON.id, "#general") if "Ask the client for a number" in words(one)]
    )
    await remove(bot, corpus)

    await slack.press(PERSON.id, shown, "Back")
    (now,) = await slack.wait_for(
        lambda: [one for one in slack.ephemerals(PERSON.id, "#general") if "Back" not in labels(one)]
    )

    assert "Ask what the client wants" not in words(now)


async def test_more_of_an_article_that_is_gone_says_so(slack: Emulator, bot: Bot, corpus: Path) -> None:
    await slack.direct_message(PERSON.id, GOALS)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    await remove(bot, corpus)

    await slack.direct_message(PERSON.id, "more")
    replies = await slack.wait_for(lambda: slack.messages(PERSON.id)[3:])

    assert words(replies[0]) == wording.GONE


async def test_found_article_that_is_gone_cannot_be_posted_and_that_is_said(
    slack: Emulator, bot: Bot, corpus: Path
) -> None:
    view = await found(slack)
    await remove(bot, corpus)

    await slack.submit_view(PERSON.id, view)
    (told,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(told) == wording.GONE
    assert slack.messages(WITHOUT_BOT.id) == ()


@pytest.mark.usefixtures("bot")
async def test_search_that_was_open_too_long_says_how_to_go_on(slack: Emulator) -> None:
    view = await found(slack)
    slack.faults.refuse("response_url", "expired_url")

    await slack.submit_view(PERSON.id, view)
    (told,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(told) == wording.SEARCH_TOO_OLD


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("error", ["expired_trigger_id", "exchanged_trigger_id"])
@pytest.mark.parametrize("pressed", [("Show full answer", None), ("feedback", wording.NOT_HELPFUL)])
async def test_press_whose_trigger_expired_is_asked_for_again(
    slack: Emulator, error: str, pressed: tuple[str, str | None]
) -> None:
    answer = await asked(slack)
    slack.faults.refuse("views.open", error)

    await slack.press(PERSON.id, answer, *pressed)
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert words(told[0]) == wording.EXPIRED


@pytest.mark.usefixtures("bot")
async def test_command_whose_trigger_expired_is_asked_for_again(slack: Emulator) -> None:
    slack.faults.refuse("views.open", "expired_trigger_id")

    await slack.slash(PERSON.id, "#general", "/quicktake", "browse")
    (told,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert words(told) == wording.EXPIRED


@pytest.mark.usefixtures("bot")
async def test_choice_in_place_after_its_url_expired_comes_as_a_direct_message(slack: Emulator) -> None:
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    answer = (await slack.wait_for(lambda: slack.messages(COACHING.id)[1:]))[0]
    slack.faults.refuse("response_url", "expired_url")

    await slack.press(PERSON.id, answer, "How do I measure progress?")
    (sent,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(sent).startswith("How do I measure progress?")
