"""What everybody must be able to see, reach and understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import watched
from tests.browser.using import GOALS, button, say

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page

PLACES = ["#bot", "#home", "#C0GENERAL", "#articles"]


async def test_page_has_landmarks_and_one_main_heading(page: Page) -> None:
    assert await page.get_by_role("navigation", name="Workspace").count() == 1
    assert await page.get_by_role("main").count() == 1
    assert await page.get_by_role("heading", level=1).count() == 1
    assert await page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("place", PLACES)
async def test_phone_shows_everything_without_scrolling_sideways(page: Page, place: str) -> None:
    await say(page, GOALS)
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.evaluate("place => { location.hash = place }", place)
    await page.wait_for_load_state("networkidle")

    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_channels_are_reached_on_a_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    await button(page, "Show channels").click()
    await page.get_by_role("link", name="general").click()

    await page.get_by_role("heading", name="general", exact=True).wait_for()
    assert await page.evaluate("document.body.classList.contains('sidebar-open')") is False


@pytest.mark.parametrize(
    ("garbled", "said"),
    [
        ("#C0NOWHERE", "There is no such channel here."),
        ("#articles/%E0%A4%A", "This article is not in the collection."),
    ],
)
async def test_address_that_leads_nowhere_says_so(
    address: str, context: BrowserContext, garbled: str, said: str
) -> None:
    page = await context.new_page()
    complaints = watched(page, address)
    await page.goto(f"{address}{garbled}")

    await page.get_by_text(said).wait_for()
    assert complaints == []


async def test_times_are_told_relative_to_now(page: Page) -> None:
    times = await page.evaluate("document.querySelector('script').src.replace('main.js', 'times.js')")

    said = await page.evaluate(
        "(times) => import(times).then(({ago}) => [0, 59, 61, 3 * 3600, 26 * 3600].map((s) => ago(0, s)))", times
    )

    assert said == ["just now", "59 sec. ago", "1 min. ago", "3 hr. ago", "yesterday"]
