from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from tests.browser.using import GOALS, act_as, button, go, message, say

if TYPE_CHECKING:
    from playwright.async_api import Page

TITLE = "How do I set goals with a client?"
SILENCE = "What is silence good for in coaching?"


async def test_no_is_asked_what_was_wrong(page: Page) -> None:
    await say(page, GOALS)
    await button(page, wording.NOT_HELPFUL).click()
    modal = page.get_by_role("dialog", name=wording.WHAT_WAS_WRONG)
    await button(modal, wording.SEND).click()
    await modal.get_by_text("Please fill this in.").wait_for()

    await modal.get_by_role("radio", name=wording.VOTE_REASONS["outdated"]).check()
    await button(modal, wording.SEND).click()

    await modal.wait_for(state="detached")
    assert await button(page, wording.NOT_HELPFUL).get_attribute("aria-pressed") == "true"


async def test_article_is_found_while_typing_in_the_search(page: Page) -> None:
    await go(page, "general")
    await say(page, "/quicktake browse")
    modal = page.get_by_role("dialog", name=wording.BROWSE)
    field = modal.get_by_role("combobox", name=wording.TYPE_TO_FIND)
    await field.press_sequentially("silense")
    await modal.get_by_role("option", name=SILENCE).wait_for()
    await field.press("Enter")

    await modal.get_by_role("heading", name=SILENCE).wait_for()
    await button(modal, wording.POST_TO_CHANNEL).click()

    await message(page, "@Pat").get_by_role("heading", name=SILENCE).wait_for()


async def test_search_opens_from_a_shortcut(page: Page) -> None:
    await button(page, "Shortcuts").click()
    await page.get_by_role("menuitem", name="Browse articles").click()

    await page.get_by_role("dialog", name=wording.BROWSE).wait_for()


async def test_message_of_somebody_else_is_answered_from_its_menu(page: Page) -> None:
    await go(page, "general")
    await say(page, GOALS)
    await act_as(page, "Ada")
    asked = message(page, GOALS)
    await asked.hover()
    await button(asked, "Shortcuts for this message").click()
    await page.get_by_role("menuitem", name="Answer with Quicktake").click()

    await message(page, "Only visible to you").get_by_role("heading", name=TITLE).wait_for()


async def test_home_tab_offers_examples_and_the_search(page: Page) -> None:
    await go(page, "Home")
    await page.get_by_text(wording.FOR_EXAMPLE).wait_for()

    await button(page, wording.BROWSE).click()

    await page.get_by_role("dialog", name=wording.BROWSE).wait_for()


async def test_suggested_question_is_asked_by_pressing_it(page: Page) -> None:
    prompt = page.locator(".prompts button").first
    question = await prompt.inner_text()
    await prompt.click()

    await message(page, "Pat").get_by_text(question).wait_for()
    await button(page, wording.SHOW_FULL_ANSWER).first.wait_for()


async def test_guest_of_another_organisation_is_refused(page: Page) -> None:
    await act_as(page, "Oli")
    await say(page, GOALS)

    await page.get_by_text(wording.OUTSIDER).wait_for()
