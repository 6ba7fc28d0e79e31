from __future__ import annotations

from typing import Any

import pytest

from bot import wording
from bot.playground.emulator import Emulator
from bot.playground.model import Exchange, View
from bot.playground.workspace import PERSON, WITHOUT_BOT
from tests.scenarios.seeing import labels, words

pytestmark = pytest.mark.usefixtures("bot")


async def finder(slack: Emulator) -> View:
    await slack.slash(PERSON.id, WITHOUT_BOT.id, "/quicktake", "browse")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    return view


async def opened_home(slack: Emulator) -> View:
    await slack.open_home(PERSON.id)
    await slack.wait_for(lambda: slack.home(PERSON.id))
    home = slack.home(PERSON.id)
    assert home
    return home


def offered(exchange: Exchange) -> dict[str, list[str]]:
    groups: list[dict[str, Any]] = (exchange.response or {})["option_groups"]
    return {group["label"]["text"]: [one["text"]["text"] for one in group["options"]] for group in groups}


async def chosen(slack: Emulator, typed: str) -> View:
    """Type, choose the first option, and return the modal as it is then."""
    view = await finder(slack)
    exchange = await slack.options(PERSON.id, view, "find_article", typed)
    option = (exchange.response or {})["option_groups"][0]["options"][0]["value"]
    await slack.press(PERSON.id, view, "find_article", option)
    await slack.wait_for(lambda: slack.views(PERSON.id)[0].hash != view.hash)
    return slack.views(PERSON.id)[0]


async def test_titles_are_found_while_typing_with_typos_and_half_words(slack: Emulator) -> None:
    view = await finder(slack)

    typo = await slack.options(PERSON.id, view, "find_article", "silense")
    half = await slack.options(PERSON.id, view, "find_article", "measure prog")

    assert offered(typo)["Listening"][0] == "What is silence good for in coaching?"
    assert offered(half)["Goals"][0] == "How do I measure progress?"


async def test_most_linked_articles_are_offered_before_typing(slack: Emulator) -> None:
    exchange = await slack.options(PERSON.id, await finder(slack), "find_article", "")

    groups = offered(exchange)
    assert set(groups) == {"Goals", "Listening"}
    assert groups["Goals"][0] == "How do I measure progress?"


async def test_nothing_found_is_said(slack: Emulator) -> None:
    exchange = await slack.options(PERSON.id, await finder(slack), "find_article", "xyzzy")

    assert offered(exchange) == {wording.SUBJECTLESS: [wording.NOTHING_TYPED_FITS]}


async def test_chosen_article_is_shown_and_posted_where_the_search_was_opened(slack: Emulator) -> None:
    view = await chosen(slack, "silence")
    exchange = await slack.submit_view(PERSON.id, view)
    (posted,) = await slack.wait_for(lambda: slack.messages(WITHOUT_BOT.id))

    assert "Silence is time to think." in words(view)
    assert exchange.is_acked
    assert words(posted).startswith(f"<{PERSON.id}> asked: “What is silence good for in coaching?”")


async def test_subject_narrows_the_search(slack: Emulator) -> None:
    view = await finder(slack)
    subjects = await slack.options(PERSON.id, view, "find_subject", "list")
    await slack.press(PERSON.id, view, "find_subject", "Listening")
    await slack.wait_for(lambda: slack.views(PERSON.id)[0].hash != view.hash)

    exchange = await slack.options(PERSON.id, slack.views(PERSON.id)[0], "find_article", "")

    assert offered(subjects) == {wording.SUBJECTS: [wording.EVERY_SUBJECT, "Listening"]}
    assert set(offered(exchange)) == {"Listening"}


async def test_global_shortcut_opens_the_search_without_a_place_to_post(slack: Emulator) -> None:
    await slack.shortcut(PERSON.id, "browse_articles")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))

    assert view.title == wording.BROWSE
    assert "submit" not in view.body


async def test_home_tab_shows_examples_subjects_and_the_search(slack: Emulator) -> None:
    home = await opened_home(slack)

    assert "Subjects: Goals, Listening" in words(home)
    assert labels(home)[0] == wording.BROWSE
    assert "How do I measure progress?" in labels(home)
    assert wording.RELOAD not in labels(home)


async def test_home_example_opens_its_article(slack: Emulator) -> None:
    home = await opened_home(slack)

    await slack.press(PERSON.id, home, "How do I measure progress?")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))

    assert "Ask the client for a number" in words(view)
