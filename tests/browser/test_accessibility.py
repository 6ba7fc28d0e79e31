"""axe-core finds nothing to mend on the page: wherever one is, on a desk and a phone, by day and by night."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Literal

from bot import wording
from tests.browser.using import GOALS, button, say

if TYPE_CHECKING:
    from playwright.async_api import Page, ViewportSize

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIZES: list[ViewportSize] = [{"width": 1280, "height": 820}, {"width": 390, "height": 780}]
SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]


async def found(page: Page) -> set[str]:
    """What axe-core finds in any appearance: the rule, what it says, and where."""
    violations = set()
    for size, scheme in itertools.product(SIZES, SCHEMES):
        await page.set_viewport_size(size)
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        violations |= {f"{scheme}, {size['width']} wide: {one}" for one in await found_so(page)}
    return violations


async def found_so(page: Page) -> set[str]:
    from axe_playwright_python.async_playwright import Axe  # noqa: PLC0415  (where it is missing, this is skipped)

    results: dict[str, Any] = (await Axe().run(page, options={**RULES, "resultTypes": ["violations"]})).response
    return {
        f"{rule['id']}: {node['failureSummary']} {node['html'][:200]}"
        for rule in results["violations"]
        for node in rule["nodes"]
    }


async def visit(page: Page, place: str) -> None:
    await page.evaluate("place => { location.hash = place }", place)


async def test_conversation(page: Page) -> None:
    await say(page, GOALS)
    await button(page, wording.SHOW_FULL_ANSWER).wait_for()

    assert await found(page) == set()


async def test_channel_with_private_answer_and_thread(page: Page) -> None:
    await visit(page, "#C0GENERAL")
    await say(page, f"/quicktake {GOALS}")
    await button(page, wording.POST_TO_CHANNEL).wait_for()
    await say(page, f"@quicktake {GOALS}")
    await page.locator("#thread article.message").nth(1).wait_for()

    assert await found(page) == set()


async def test_completions(page: Page) -> None:
    await page.locator("main [data-composer]").press_sequentially("/quick")
    await page.get_by_role("option").first.wait_for()

    assert await found(page) == set()


async def test_modal_with_type_ahead(page: Page) -> None:
    await say(page, "/quicktake browse")
    await page.get_by_role("dialog").get_by_role("combobox").first.click()
    await page.get_by_role("option").first.wait_for()

    assert await found(page) == set()


async def test_home(page: Page) -> None:
    await visit(page, "#home")
    await page.get_by_text(wording.FOR_EXAMPLE).wait_for()

    assert await found(page) == set()


async def test_articles(page: Page) -> None:
    await visit(page, "#articles")
    await page.get_by_role("option").first.wait_for()
    the_list = await found(page)
    await page.get_by_role("option").first.click()
    await page.get_by_role("heading", name="As an answer").wait_for()

    assert the_list | await found(page) == set()


async def test_inspector(page: Page) -> None:
    await say(page, GOALS)
    await button(page, wording.SHOW_FULL_ANSWER).wait_for()
    await page.keyboard.press("Alt+i")
    await page.locator("details.exchange summary").first.click()
    seen = await found(page)
    for tab in ("Blocks", "Why", "Misbehave"):
        await page.get_by_role("tab", name=tab).click()
        await page.wait_for_load_state("networkidle")
        seen |= await found(page)

    assert seen == set()
