from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot import wording
from tests.browser.using import act_as, go, say

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


async def test_admin_reloads_a_changed_corpus(page: Page, corpus: Path) -> None:
    (corpus / "new.md").write_text("---\ntitle: What is a laser question?\nurl: /laser\n---\nA short one.\n")
    await act_as(page, "Ada")
    await go(page, "general")

    await say(page, "/quicktake reload")

    await page.get_by_text("Added: 1 (What is a laser question?)").wait_for(timeout=30_000)
