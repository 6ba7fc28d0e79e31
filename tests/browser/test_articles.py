from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest_asyncio

from bot.corpus.check.findings import Report
from bot.errors import QuicktakeError
from bot.model import Article
from tests.browser.conftest import watched
from tests.browser.stage import staged
from tests.browser.using import go

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page

MANY = 36_000


async def test_articles_are_listed_and_one_is_shown_as_slack_would(page: Page) -> None:
    await go(page, "Articles")
    await page.get_by_text("6 articles").wait_for()
    await page.get_by_role("option", name="What is silence good for").click()

    await page.get_by_role("heading", name="As an answer").wait_for()
    await page.get_by_role("heading", name="What is silence good for in coaching?").wait_for()
    await page.get_by_text("corpus/listening/silence.md").wait_for()


async def test_saved_file_is_followed(page: Page, corpus: Path) -> None:
    await go(page, "Articles")
    await page.get_by_role("option", name="What is silence good for").click()
    await page.get_by_text("Count to ten").first.wait_for()

    file = corpus / "listening/silence.md"
    file.write_text(file.read_text().replace("Count to ten", "Count to five"))

    await page.get_by_text("Count to five").first.wait_for()


async def test_findings_of_the_check_stand_with_the_article(page: Page, corpus: Path) -> None:
    (corpus / "undated.md").write_text("---\ntitle: What is new?\nurl: /new\n---\nThis is.\n")
    await go(page, "Articles")
    await page.get_by_role("checkbox", name="Only with findings").check()
    await page.get_by_role("searchbox", name="Find articles").fill("new")
    await page.get_by_role("option", name="What is new?").click()

    await page.locator(".remarks li").first.wait_for()


async def test_file_without_an_article_is_counted_on_both_sides(page: Page, corpus: Path) -> None:
    (corpus / "broken.md").write_text("# Read me")
    await go(page, "Articles")

    await page.get_by_text("6 articles, 1 file without one").wait_for()
    await page.get_by_role("searchbox", name="Find articles").fill("broken")
    await page.get_by_text("1 of 7 files").wait_for()


async def test_article_that_is_gone_leads_back_to_the_list_on_a_phone(page: Page, corpus: Path) -> None:
    await go(page, "Articles")
    await page.get_by_role("option", name="What is silence good for").click()
    await page.set_viewport_size({"width": 360, "height": 740})
    (corpus / "listening/silence.md").unlink()
    await page.get_by_text("This article is not in the collection.").wait_for()
    await page.get_by_role("button", name="Back to the list").click()

    await page.get_by_text("5 articles").wait_for()


async def test_finding_with_a_long_address_fits_beside_the_inspector(page: Page, corpus: Path) -> None:
    gone = "related_article1:\n  title: Gone\n  url: /learn/" + "averylongaddress" * 8
    (corpus / "long.md").write_text(f"---\ntitle: What is long?\nurl: /long\n{gone}\n---\nThis is.\n")
    await page.keyboard.press("Alt+i")
    await go(page, "Articles")
    await page.get_by_role("option", name="What is long?").click()
    await page.locator(".remarks li", has_text="averylongaddress").wait_for()

    widths = "[...document.querySelectorAll('.remarks li')].map((one) => one.scrollWidth - one.clientWidth)"
    assert set(await page.evaluate(widths)) == {0}


async def test_list_is_worked_by_keyboard(page: Page) -> None:
    await go(page, "Articles")
    await page.get_by_role("option").nth(5).wait_for()
    await page.get_by_role("listbox", name="Articles").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        await page.keyboard.press(key)

    await page.get_by_role("heading", name="As an answer").wait_for()
    assert await page.get_by_role("option", selected=True).get_attribute("aria-posinset") == "2"


async def test_file_that_no_longer_loads_says_why(page: Page, corpus: Path) -> None:
    await go(page, "Articles")
    await page.get_by_text("6 articles").wait_for()
    (corpus / "listening/silence.md").write_text("---\ntitle: [unclosed\n---\ntext\n")

    await page.get_by_role("option", name="corpus/listening/silence.md").click()

    await page.locator(".remarks .severity-error").first.wait_for()


async def test_check_that_cannot_be_done_is_told(context: BrowserContext) -> None:
    async def check() -> Report:
        raise QuicktakeError("there is no room")

    async with staged([], check) as stage:
        page = await context.new_page()
        await page.goto(f"{stage.address}#articles")

        await page.get_by_text("not checked: there is no room").wait_for()


@pytest_asyncio.fixture(loop_scope="session")
async def crowded(context: BrowserContext) -> AsyncIterator[Page]:
    articles = tuple(Article(f"/a/{number}", f"Question number {number}?", "Yes.") for number in range(MANY))
    async with staged(articles) as stage:
        opened = await context.new_page()
        complaints = watched(opened, stage.address)
        await opened.goto(f"{stage.address}#articles")
        yield opened
        await opened.close()  # before what it asks is gone
    assert complaints == []


async def test_long_list_keeps_few_rows_and_reaches_its_end(crowded: Page) -> None:
    await crowded.get_by_text("36,000 articles").wait_for()
    await crowded.get_by_role("listbox", name="Articles").focus()
    await crowded.keyboard.press("End")

    await crowded.get_by_role("option", name="Question number 35999?").wait_for()
    assert await crowded.get_by_role("option").count() < 60


async def test_long_list_is_searched(crowded: Page) -> None:
    await crowded.get_by_role("searchbox", name="Find articles").fill("number 3599?")

    await crowded.get_by_text("4 of 36,000 articles").wait_for()
