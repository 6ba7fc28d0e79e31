from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from tests.browser.using import GOALS, act_as, go

if TYPE_CHECKING:
    from playwright.async_api import Page


async def focused(page: Page) -> str:
    """What has the focus: its label or text."""
    script = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText"
    return str(await page.evaluate(script)).strip()


async def tab_to(page: Page, label: str) -> None:
    for _ in range(40):
        if await focused(page) == label:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{label} cannot be reached")


async def test_question_is_asked_and_its_full_answer_read_without_a_mouse(page: Page) -> None:
    await page.keyboard.type(GOALS)
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name=wording.SHOW_FULL_ANSWER).wait_for()

    await page.keyboard.press("ArrowUp")
    await tab_to(page, wording.SHOW_FULL_ANSWER)
    await page.keyboard.press("Enter")
    await page.get_by_role("dialog", name=wording.FULL_ANSWER).wait_for()
    await page.keyboard.press("Escape")

    await page.get_by_role("dialog").wait_for(state="detached")
    assert await focused(page) == wording.SHOW_FULL_ANSWER


async def test_command_is_completed(page: Page) -> None:
    await page.keyboard.type("/qu")
    await page.get_by_role("option", name="/quicktake help").wait_for()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")

    assert await page.locator("main [data-composer]").input_value() == "/quicktake browse"


async def test_whole_command_is_sent_at_once(page: Page) -> None:
    await act_as(page, "Ada")
    await go(page, "general")
    await page.keyboard.type("/quicktake insights")
    await page.keyboard.press("Enter")

    await page.get_by_text(wording.period(30, 0)).wait_for()


async def test_mention_is_completed(page: Page) -> None:
    await go(page, "general")
    await page.keyboard.type("good morning @qu")
    await page.get_by_role("option", name="@quicktake").wait_for()
    await page.keyboard.press("Enter")

    assert await page.locator("main [data-composer]").input_value() == "good morning @quicktake "


async def test_arrows_walk_through_messages_and_escape_returns(page: Page) -> None:
    await go(page, "general")
    for text in ("one", "two"):
        await page.keyboard.type(text)
        await page.keyboard.press("Enter")
        await page.locator("article.message", has_text=text).wait_for()

    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    first = await page.evaluate("document.activeElement.innerText")
    await page.keyboard.press("Escape")

    assert "one" in first
    assert await focused(page) == "Message #general"


async def test_places_change_with_alt_and_arrows(page: Page) -> None:
    await page.keyboard.press("Alt+ArrowUp")

    await page.get_by_role("heading", name="lounge", exact=True).wait_for()


async def test_skip_link_leads_to_the_message_field(page: Page) -> None:
    await page.get_by_role("link", name="Skip to the content").focus()
    await page.keyboard.press("Enter")

    assert await focused(page) == "Message Quicktake"
