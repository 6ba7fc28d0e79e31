"""A bot that is never sure enough to answer, so that it always offers choices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import wording
from bot.settings import Settings
from tests.browser.using import button, say

if TYPE_CHECKING:
    from playwright.async_api import Page


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, answer_at=1.0, choices_at=0.0)


async def test_one_of_several_articles_is_chosen(page: Page) -> None:
    await say(page, "interrupt kindly")
    await page.get_by_text(wording.CHOICES).wait_for()

    await page.get_by_role("button", name="Show the article: How do I interrupt a client kindly?").click()

    await page.get_by_role("heading", name="How do I interrupt a client kindly?").wait_for()


async def test_question_that_no_article_answers_reaches_a_person(page: Page) -> None:
    await say(page, "interrupt kindly")
    await button(page, wording.NONE_OF_THESE).click()
    await button(page, wording.ASK_A_PERSON).click()
    await page.get_by_text(wording.ASKED_A_PERSON).wait_for()

    await page.get_by_role("link", name="coaching").click()

    await button(page, wording.TAKE_QUESTION).wait_for()
