"""What the bot does where nobody asked it: an answer in a channel that an admin opened to it, an article's address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import wording
from tests.browser.using import GOALS, act_as, button, go, message, say

if TYPE_CHECKING:
    from playwright.async_api import Page

    from bot.settings import Settings

TITLE = "How do I set goals with a client?"
ADDRESS = "https://learn.example.com/learn/goals/set-goals"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, unfurls=True)


async def test_open_question_is_answered_in_its_thread_and_the_answer_taken_away(page: Page) -> None:
    await act_as(page, "Ada")
    await go(page, "general")
    await say(page, "/quicktake channel on")
    await message(page, wording.LISTENS["on"][:40]).wait_for()
    await say(page, GOALS)
    await page.get_by_role("button", name="1 reply").click()

    await button(page, wording.NOT_WHAT_I_MEANT).click()

    await message(page, wording.TAKEN_AWAY).wait_for()


async def test_address_of_an_article_shows_what_it_leads_to(page: Page) -> None:
    await go(page, "general")
    await say(page, f"see {ADDRESS}")
    shown = message(page, ADDRESS)
    await shown.get_by_role("heading", name=TITLE).wait_for()

    await button(shown, wording.READ_HERE).click()

    await page.get_by_role("dialog", name=wording.FULL_ANSWER).get_by_role("heading", name=TITLE).wait_for()
