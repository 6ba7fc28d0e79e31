from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot import wording
from tests.browser.using import act_as, button, go, say

if TYPE_CHECKING:
    from playwright.async_api import Page


async def test_person_is_refused(page: Page) -> None:
    await go(page, "general")
    await say(page, "/quicktake reload")

    await page.get_by_text(wording.REFUSED).wait_for()


async def test_admin_sees_what_is_served(page: Page) -> None:
    await act_as(page, "Ada")
    await go(page, "general")
    await say(page, "/quicktake status")

    await page.get_by_text("6 articles, release 1-").wait_for()


async def test_admin_previews_activates_and_takes_back_a_release(page: Page, corpus: Path) -> None:
    (corpus / "new.md").write_text("---\ntitle: What is a laser question?\nurl: /laser\n---\nA short one.\n")
    await act_as(page, "Ada")
    await go(page, "general")
    await say(page, "/quicktake reload")
    await page.get_by_text("Added: 1 (What is a laser question?)").wait_for(timeout=30_000)

    await button(page, wording.ACTIVATE).click()
    await say(page, "/quicktake what is a laser question?")
    await page.get_by_role("heading", name="What is a laser question?").wait_for()
    await say(page, "/quicktake rollback")

    await page.get_by_text(wording.ROLLED_BACK).wait_for(timeout=30_000)
