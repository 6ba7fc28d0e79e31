from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.using import GOALS, button, go, message, say

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

TITLE = "How do I set goals with a client?"


async def inspector(page: Page) -> Locator:
    await page.keyboard.press("Alt+i")
    drawer = page.get_by_role("complementary", name="Inspector")
    await drawer.wait_for()
    return drawer


async def test_exchange_shows_ack_payload_and_calls(page: Page) -> None:
    await go(page, "general")
    await say(page, f"/quicktake {GOALS}")
    await page.get_by_role("heading", name=TITLE).wait_for()
    drawer = await inspector(page)
    exchange = drawer.locator("details.exchange").first
    await exchange.locator("summary").first.click()

    await exchange.get_by_text(f"/quicktake {GOALS}").wait_for()
    await exchange.get_by_text(" ms").wait_for()
    await exchange.get_by_text("response_url", exact=True).wait_for()
    assert '"user_name": "pat"' in await exchange.get_by_label("payload", exact=True).inner_text()


async def test_block_json_of_a_message_can_be_copied(page: Page) -> None:
    await say(page, GOALS)
    answer = message(page, "Ask what the client wants")
    await answer.hover()
    await button(answer, "Show block JSON").click()
    await button(page, "Copy blocks").click()

    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("[\n")
    assert TITLE in copied


async def test_last_question_is_explained(page: Page) -> None:
    await say(page, GOALS)
    await page.get_by_role("heading", name=TITLE).wait_for()
    drawer = await inspector(page)
    await drawer.get_by_role("tab", name="Why").click()

    await drawer.get_by_text("Outcome: answer").wait_for()
    assert await drawer.get_by_label("Question").input_value() == GOALS
    assert TITLE in await drawer.locator(".hits li").first.inner_text()


async def test_rate_limited_bot_answers_all_the_same(page: Page) -> None:
    drawer = await inspector(page)
    await drawer.get_by_role("tab", name="Misbehave").click()
    await button(drawer, "Rate limit the next request").click()
    await drawer.get_by_text("429 for the next request").wait_for()

    await say(page, GOALS)

    await page.get_by_role("heading", name=TITLE).wait_for()
    await drawer.get_by_role("tab", name="Exchanges").click()
    await drawer.get_by_text("1 refused").wait_for()


async def test_event_that_comes_twice_is_answered_once(page: Page) -> None:
    drawer = await inspector(page)
    await drawer.get_by_role("tab", name="Misbehave").click()
    await button(drawer, "Deliver the next event twice").click()
    await say(page, GOALS)
    await drawer.get_by_role("tab", name="Exchanges").click()
    await drawer.get_by_text("attempt 2").wait_for()

    assert await page.get_by_role("heading", name=TITLE).count() == 1


async def test_cut_connection_comes_back(page: Page) -> None:
    drawer = await inspector(page)
    await drawer.get_by_role("tab", name="Misbehave").click()
    await button(drawer, "Cut the connection").click()

    await drawer.get_by_text("Connections the bot has opened so far: 2.").wait_for(timeout=30_000)
    await page.get_by_text("The bot is connected").wait_for()


async def test_tabs_change_with_the_arrow_keys(page: Page) -> None:
    drawer = await inspector(page)
    await drawer.get_by_role("tab", name="Exchanges").focus()
    await page.keyboard.press("ArrowLeft")

    assert await drawer.get_by_role("tab", name="Misbehave").get_attribute("aria-selected") == "true"
