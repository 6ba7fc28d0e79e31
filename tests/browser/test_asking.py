from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from tests.browser.using import GOALS, act_as, button, go, message, say

if TYPE_CHECKING:
    from playwright.async_api import Page

TITLE = "How do I set goals with a client?"
SILENCE = "What is silence good for in coaching?"


async def test_slash_command_is_answered_for_one_person_only(page: Page) -> None:
    await go(page, "general")
    await say(page, f"/quicktake {GOALS}")
    answer = message(page, TITLE)
    await answer.get_by_text("Only visible to you").wait_for()

    await act_as(page, "Ada")
    await page.get_by_text("Mention the bot").wait_for()

    assert await page.locator("article.message").count() == 0


async def test_direct_message_is_answered_below_the_question(page: Page) -> None:
    await say(page, GOALS)
    await message(page, "Ask what the client wants").wait_for()

    texts = await page.locator("main article.message").all_inner_texts()
    assert GOALS in texts[0]
    assert TITLE in texts[1]


async def test_mention_is_answered_in_a_thread_that_opens_by_itself(page: Page) -> None:
    await go(page, "coaching")
    await say(page, f"@quicktake {GOALS}")

    thread = page.get_by_role("complementary", name="Thread")
    await thread.get_by_role("heading", name=TITLE).wait_for()
    await page.get_by_role("button", name="1 reply").wait_for()
    assert await page.evaluate("document.activeElement.matches('main [data-composer]')")


async def test_question_in_a_thread_stays_in_it(page: Page) -> None:
    await go(page, "coaching")
    await say(page, f"@quicktake {GOALS}")
    field = page.get_by_role("textbox", name="Reply in the thread")
    await field.fill("@quicktake what is silence good for?")
    await field.press("Enter")

    await page.get_by_role("complementary", name="Thread").get_by_role("heading", name=SILENCE).wait_for()
    await page.get_by_role("button", name="3 replies").wait_for()


async def test_related_article_is_shown_in_place_and_back_again(page: Page) -> None:
    await say(page, GOALS)
    await page.get_by_role("button", name="Show the article: How do I measure progress?").click()
    await page.get_by_role("heading", name="How do I measure progress?").wait_for()

    await button(page, wording.BACK).click()

    await page.get_by_role("heading", name=TITLE).wait_for()
    assert await page.locator(".message .block-header").count() == 1


async def test_full_answer_opens_in_a_modal_and_escape_closes_it(page: Page) -> None:
    await say(page, GOALS)
    opener = button(page, wording.SHOW_FULL_ANSWER)
    await opener.click()
    modal = page.get_by_role("dialog", name=wording.FULL_ANSWER)
    await modal.get_by_role("heading", name=TITLE).wait_for()

    await page.keyboard.press("Escape")

    await modal.wait_for(state="detached")


async def test_answer_is_posted_for_all_to_see(page: Page) -> None:
    await go(page, "general")
    await say(page, f"/quicktake {GOALS}")
    await button(page, wording.POST_TO_CHANNEL).click()
    await page.get_by_text(wording.POSTED).wait_for()

    await act_as(page, "Ada")

    await message(page, "@Pat").get_by_role("heading", name=TITLE).wait_for()


async def test_unknown_command_is_said_to_be_none_and_kept(page: Page) -> None:
    await say(page, "/weather tomorrow")

    await page.get_by_text("/weather is not a command here.").wait_for()
    assert await page.locator("main [data-composer]").input_value() == "/weather tomorrow"


async def test_mention_where_the_bot_is_not_gets_a_note(page: Page) -> None:
    await page.get_by_role("link", name="lounge").click()
    await say(page, "@quicktake help")

    await page.get_by_text("quicktake is not in #lounge, so it did not hear you.").wait_for()


async def test_unread_messages_are_counted_elsewhere(page: Page) -> None:
    await go(page, "coaching")
    await say(page, "@quicktake help")
    await page.get_by_role("button", name="1 reply").wait_for()

    await go(page, "general")
    await act_as(page, "Ada")

    await page.get_by_role("link", name="coaching").get_by_text("2 unread").wait_for()
    assert await page.title() == "(2) Quicktake playground"
