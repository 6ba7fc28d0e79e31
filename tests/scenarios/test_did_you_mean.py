from __future__ import annotations

import pytest

from bot import wording
from bot.journal.events import Asked, Chosen, Event, NoneOfThese
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import PERSON
from tests.scenarios.seeing import buttons, having, labels, words

pytestmark = pytest.mark.usefixtures("undecided_bot")


async def choices(slack: Emulator) -> Message:
    await slack.direct_message(PERSON.id, "interrupt kindly")
    _, offered = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))
    return offered


async def test_titles_are_offered_with_a_line_of_context_and_a_button_each(slack: Emulator) -> None:
    offered = await choices(slack)

    seen = words(offered)
    assert seen.startswith(wording.CHOICES)
    assert "How do I interrupt a client kindly?\n[Show]\nListening · Ask for permission" in seen
    assert "How do I interrupt a manager kindly?" in seen
    assert labels(offered)[:2] == ["Show", "Show"]
    assert labels(offered)[-1] == "None of these"
    assert buttons(offered)[0]["accessibility_label"].startswith("Show the article: How do I interrupt")


async def test_choice_shows_its_article_in_place(slack: Emulator, recorded: list[Event]) -> None:
    await slack.press(PERSON.id, await choices(slack), "show_article:0")
    (shown,) = await slack.wait_for(lambda: having(slack.messages(PERSON.id), "Back"))

    assert words(shown).startswith("How do I interrupt a")
    assert len(slack.messages(PERSON.id)) == 2
    assert [type(event) for event in recorded] == [Asked, Chosen]


async def test_second_press_on_the_choices_as_first_seen_shows_that_article(slack: Emulator) -> None:
    offered = await choices(slack)
    await slack.press(PERSON.id, offered, "show_article:0")
    await slack.wait_for(lambda: having(slack.messages(PERSON.id), "Back"))

    await slack.press(PERSON.id, offered, "show_article:0")
    await slack.wait_for(lambda: [call.method for call in slack.calls].count("response_url") >= 2)

    assert len(slack.messages(PERSON.id)) == 2


async def test_none_of_the_choices_leads_on(slack: Emulator, recorded: list[Event]) -> None:
    await slack.press(PERSON.id, await choices(slack), "None of these")
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1].is_edited)

    led_on = slack.messages(PERSON.id)[1]
    assert words(led_on).startswith(f"{wording.NONE_FITTED} {wording.REPHRASE}")
    assert labels(led_on)[-2:] == ["Ask a person", "Back"]
    assert [type(event) for event in recorded] == [Asked, NoneOfThese]


async def test_typing_instead_of_pressing_is_a_new_question(slack: Emulator, recorded: list[Event]) -> None:
    await choices(slack)

    await slack.direct_message(PERSON.id, "what is silence good for in coaching?")
    await slack.wait_for(lambda: len(slack.messages(PERSON.id)) == 4)

    assert "What is silence good for in coaching?" in words(slack.messages(PERSON.id)[3])
    assert [type(event) for event in recorded] == [Asked, Asked]
