"""What people do on the page, for tests to read like stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

GOALS = "how do I set goals with a client?"


async def go(page: Page, place: str) -> None:
    """Follow a link of the sidebar or the tabs, and be there: what is typed next goes into that place's field."""
    await page.get_by_role("link", name=place, exact=True).first.click()
    await page.locator("a[aria-current=page]", has_text=place).first.wait_for(state="attached")


async def say(page: Page, text: str) -> None:
    """Write something where one is, and send it."""
    field = page.locator("main [data-composer]")
    await field.fill(text)
    await field.press("Enter")


async def act_as(page: Page, name: str) -> None:
    await page.get_by_role("radio", name=name).check(force=True)


def message(page: Page, text: str) -> Locator:
    """The newest message with this text in it."""
    return page.locator("article.message").filter(has_text=text).last


def button(within: Page | Locator, name: str) -> Locator:
    return within.get_by_role("button", name=name, exact=True)
