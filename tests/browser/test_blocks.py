from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest_asyncio

from tests.browser.conftest import watched
from tests.browser.samples import CHOOSING, FEEDBACK, MRKDWN, NESTED, PICTURE, TABLE, TRAP, VIDEO
from tests.browser.stage import Stage, staged
from tests.browser.using import button, go, say

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page


@pytest_asyncio.fixture(loop_scope="session")
async def stage() -> AsyncIterator[Stage]:
    async with staged() as ready:
        yield ready


@pytest_asyncio.fixture(loop_scope="session")
async def page(stage: Stage, context: BrowserContext) -> AsyncIterator[Page]:
    opened = await context.new_page()
    complaints = watched(opened, stage.address)
    await opened.goto(f"{stage.address}#C0GENERAL")
    await opened.get_by_role("heading", name="general", exact=True).wait_for()
    yield opened
    assert complaints == []


async def test_lists_nest_and_keep_their_numbers(page: Page, stage: Stage) -> None:
    await stage.post(NESTED)
    await page.get_by_text("innermost").wait_for()

    outer = page.locator(".rich-text > ol")
    assert await outer.count() == 1
    assert await outer.locator(":scope > li").evaluate_all("items => items.map((item) => item.value)") == [1, 2, 3]
    assert await outer.locator(":scope > li:nth-child(2) > ul > li").count() == 2
    assert await outer.locator("ul ul > li").inner_text() == "innermost"


async def test_text_is_never_read_as_markup(page: Page, stage: Stage) -> None:
    await stage.post(NESTED)

    await page.get_by_text("<b>not bold</b> *nor this* :tada:").wait_for()
    assert await page.get_by_role("link", name="a link").get_attribute("href") == "https://learn.example.com/x"


async def test_address_that_no_browser_should_follow_is_no_link(page: Page, stage: Stage) -> None:
    stage.smuggle(TRAP)

    await page.get_by_text("a trap").wait_for()
    assert await page.get_by_role("link", name="a trap").count() == 0


async def test_mentions_show_names_and_stand_out(page: Page, stage: Stage) -> None:
    await stage.post(NESTED)

    await page.locator(".mention-user", has_text="@Ada").wait_for()
    await page.locator(".mention-broadcast", has_text="@channel").wait_for()


async def test_mrkdwn_is_drawn_with_styles_and_references(page: Page, stage: Stage) -> None:
    await stage.post(MRKDWN)
    shown = page.locator(".section-words > .text")
    await shown.wait_for()

    assert await shown.inner_text() == "Bold, italic & code for @Pat in #general: read"
    assert await shown.locator("strong").inner_text() == "Bold"
    assert await page.locator(".fields").inner_text() == "One field\nAnother field"


async def test_table_has_headings_and_alignment(page: Page, stage: Stage) -> None:
    await stage.post(TABLE)

    await page.get_by_role("columnheader", name="Steps").wait_for()
    assert await page.get_by_role("cell", name="4").get_attribute("class") == "align-right unwrapped"


async def test_picture_of_another_host_waits_to_be_asked_for(page: Page, stage: Stage) -> None:
    await stage.post(PICTURE)

    await page.get_by_role("button", name="Show picture from learn.example.com: A wheel of eight parts").wait_for()
    assert await page.locator(".picture img").count() == 0


async def test_unknown_block_is_shown_as_labelled_json(page: Page, stage: Stage) -> None:
    stage.smuggle(VIDEO)

    await page.get_by_text("Block: video").click()

    await page.get_by_text('"video_url": "https://learn.example.com/v.mp4"').wait_for()


async def test_last_feedback_stays_pressed(page: Page, stage: Stage) -> None:
    await stage.post(FEEDBACK)
    await button(page, "This helped").click()
    await button(page, "This did not help").click()

    await stage.slack.wait_for(lambda: [one.is_acked for one in stage.slack.exchanges] == [True, True])
    assert (await stage.done("block_actions"))["actions"][0]["value"] == "down"
    assert await button(page, "This helped").get_attribute("aria-pressed") == "false"
    assert await button(page, "This did not help").get_attribute("aria-pressed") == "true"


async def test_options_are_found_while_typing(page: Page, stage: Stage) -> None:
    await stage.post(CHOOSING)
    field = page.get_by_role("combobox", name="Find an article")
    await field.press_sequentially("sil")
    await page.get_by_role("option", name="Silence").wait_for()
    assert await page.get_by_role("listbox", name="Options").get_by_role("option").count() == 1

    await field.press("Enter")

    chosen = (await stage.done("block_actions"))["actions"][0]
    assert chosen["selected_option"]["value"] == "/silence"
    assert await field.input_value() == "Silence"


async def test_option_of_a_select_is_chosen(page: Page, stage: Stage) -> None:
    await stage.post(CHOOSING)

    await page.get_by_role("combobox", name="Subject").select_option("Listening")

    assert (await stage.done("block_actions"))["actions"][0]["selected_option"]["value"] == "listening"


async def test_overflow_menu_is_worked_by_keyboard(page: Page, stage: Stage) -> None:
    await stage.post(CHOOSING)
    await button(page, "More options").focus()
    for key in ("Enter", "ArrowDown", "Enter"):
        await page.keyboard.press(key)

    assert (await stage.done("block_actions"))["actions"][0]["selected_option"]["value"] == "copy link"
    assert await page.get_by_role("menu").count() == 0


async def test_confirmation_is_asked_before_anything_happens(page: Page, stage: Stage) -> None:
    await stage.post(CHOOSING)
    await button(page, "Delete").click()
    await button(page.get_by_role("dialog", name="Delete it?"), "Keep it").click()
    before = len(stage.slack.exchanges)
    await button(page, "Delete").click()
    await button(page.get_by_role("dialog", name="Delete it?"), "Delete it").click()

    await stage.done("block_actions")
    assert before == 0


async def test_modal_names_missing_fields_then_the_bots_errors_then_closes(page: Page, stage: Stage) -> None:
    await say(page, "/quicktake form")
    modal = page.get_by_role("dialog", name="What was wrong?")
    await button(modal, "Send").click()
    await modal.get_by_text("Please fill this in.").nth(1).wait_for()

    await modal.get_by_role("radio", name="Unclear").check()
    await modal.get_by_role("textbox", name="Comment").fill("hm")
    await button(modal, "Send").click()
    await modal.get_by_text("Say a little more.").wait_for()
    assert await modal.get_by_role("radio", name="Unclear").is_checked()
    assert await modal.get_by_role("textbox", name="Comment").input_value() == "hm"

    await modal.get_by_role("textbox", name="Comment").fill("Too long by half.")
    await button(modal, "Send").click()
    await modal.wait_for(state="detached")
    values = (await stage.done("view_submission"))["view"]["state"]["values"]
    assert values["reason"]["why"]["selected_option"]["value"] == "unclear"
    assert values["comment"]["text"]["value"] == "Too long by half."


async def test_modals_stack_and_the_one_below_keeps_what_was_written(page: Page) -> None:
    await say(page, "/quicktake form")
    below = page.get_by_role("dialog", name="What was wrong?")
    await below.get_by_role("textbox", name="Comment").fill("half written")
    await button(below, "Look closer").click()
    top = page.get_by_role("dialog", name="Closer")
    await top.get_by_text("innermost").wait_for()

    await page.keyboard.press("Escape")

    await top.wait_for(state="detached")
    assert await below.get_by_role("textbox", name="Comment").input_value() == "half written"


async def test_home_tab_is_published_and_operated(page: Page, stage: Stage) -> None:
    await go(page, "Quicktake")
    await go(page, "Home")
    await page.get_by_role("heading", name="Welcome").wait_for()

    await button(page, "Ask").click()

    assert (await stage.done("block_actions"))["container"]["type"] == "view"


async def test_shortcut_is_chosen_from_a_messages_menu(page: Page, stage: Stage) -> None:
    await say(page, "how do I listen?")
    shown = page.locator("article.message")
    await shown.hover()
    await button(shown, "Shortcuts for this message").click()
    await page.get_by_role("menuitem", name="Answer this").click()

    payload = await stage.done("message_action")
    assert (payload["callback_id"], payload["message"]["text"]) == ("answer_this", "how do I listen?")


async def test_suggested_prompts_are_offered_where_nothing_was_said(page: Page, stage: Stage) -> None:
    await go(page, "Quicktake")
    prompts = [{"title": "Set goals", "message": "How do I set goals?"}]
    await stage.client.api_call(
        "assistant.threads.setSuggestedPrompts", json={"channel_id": "D0PERSON", "prompts": prompts}
    )

    await button(page, "Set goals").click()

    await page.locator("article.message", has_text="How do I set goals?").wait_for()


async def test_what_a_link_leads_to_stands_below_its_message(page: Page, stage: Stage) -> None:
    said = stage.slack.workspace.say("U0PERSON", "C0GENERAL", "see https://learn.example.com/x")
    stage.slack.workspace.unfurl(said, {"https://learn.example.com/x": [MRKDWN]})

    await page.get_by_role("group", name="Preview").get_by_text("One field").wait_for()


async def test_deleted_message_leaves_a_note_above_its_replies(page: Page, stage: Stage) -> None:
    root = await stage.client.chat_postMessage(channel="C0GENERAL", text="a question")
    await stage.client.chat_postMessage(channel="C0GENERAL", text="an answer", thread_ts=root["ts"])
    await stage.client.chat_delete(channel="C0GENERAL", ts=str(root["ts"]))

    await page.get_by_text("This message was deleted.").wait_for()
    await page.get_by_role("button", name="1 reply").wait_for()
    assert await page.get_by_text("a question").count() == 0


async def test_deleted_message_without_replies_is_gone(page: Page, stage: Stage) -> None:
    said = await stage.client.chat_postMessage(channel="C0GENERAL", text="a slip")
    await page.get_by_text("a slip").wait_for()
    await stage.client.chat_delete(channel="C0GENERAL", ts=str(said["ts"]))

    await page.get_by_text("a slip").wait_for(state="detached")
