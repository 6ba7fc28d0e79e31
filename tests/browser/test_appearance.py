"""What everybody must be able to see, reach and understand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from bot import wording
from tests.browser.using import GOALS, button, go, say

if TYPE_CHECKING:
    from playwright.async_api import Page

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
ROLES = "button|checkbox|combobox|dialog|link|listbox|menuitem|option|radio|searchbox|switch|tab|textbox"
NAMELESS = re.compile(rf"^\s*- (?:{ROLES})(?: \[[^]]*\])*:?$", re.MULTILINE)
PLACES = ["#bot", "#home", "#C0GENERAL", "#articles"]


async def weak(page: Page) -> list[Any]:
    """Text whose contrast with what is behind it is too low."""
    return list(await page.evaluate(CONTRAST))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_text_stands_out_from_its_background(page: Page, scheme: Literal["light", "dark"]) -> None:
    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await go(page, "general")
    await say(page, f"/quicktake {GOALS}")
    await button(page, wording.SHOW_FULL_ANSWER).wait_for()
    await say(page, "hello @Ada and @quicktake")
    await page.keyboard.press("Alt+i")
    await page.locator("details.exchange summary").first.click()
    conversation = await weak(page)
    for tab in ("Why", "Misbehave"):
        await page.get_by_role("tab", name=tab).click()
        await page.wait_for_load_state("networkidle")
        conversation += await weak(page)
    await go(page, "Articles")
    await page.get_by_role("option").first.click()
    await page.get_by_role("heading", name="As an answer").wait_for()

    assert conversation == []
    assert await weak(page) == []


async def test_every_control_has_a_name(page: Page) -> None:
    await say(page, GOALS)
    await button(page, wording.SHOW_FULL_ANSWER).click()
    await page.get_by_role("dialog").wait_for()
    modal = await page.get_by_role("dialog").aria_snapshot()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Alt+i")
    seen = [modal, await page.locator("body").aria_snapshot()]
    for place in ("Home", "Articles", "coaching"):
        await page.get_by_role("link", name=place).first.click()
        await page.wait_for_load_state("networkidle")
        seen.append(await page.locator("body").aria_snapshot())

    assert [found for snapshot in seen for found in NAMELESS.findall(snapshot)] == []


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


async def test_times_are_told_relative_to_now(page: Page) -> None:
    script = (
        "import('/page/static/js/times.js').then(({ago}) => [0, 59, 61, 3 * 3600, 26 * 3600].map((s) => ago(0, s)))"
    )

    said = await page.evaluate(script)

    assert said == ["just now", "59 sec. ago", "1 min. ago", "3 hr. ago", "yesterday"]
