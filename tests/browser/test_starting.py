"""The page while the bot is still coming up behind it."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from bot.playground.server_process import playground
from bot.progress import UNSEEN, Progress
from tests.browser.conftest import watched
from tests.browser.using import GOALS, message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import BrowserContext

    from bot.settings import Settings


async def test_question_asked_before_the_bot_is_up_is_answered(settings: Settings, context: BrowserContext) -> None:
    may_load = threading.Event()

    @contextlib.contextmanager
    def loading() -> Iterator[Progress]:
        may_load.wait()
        yield UNSEEN

    async with playground(settings, 0, loading=loading) as address:
        page = await context.new_page()
        complaints = watched(page, address)
        await page.goto(address)
        await page.get_by_text("The bot is starting").wait_for()
        await say(page, GOALS)
        await message(page, GOALS).wait_for()
        may_load.set()
        await page.get_by_text("The bot is connected").wait_for()
        await page.get_by_role("heading", name="How do I set goals with a client?").wait_for()
        assert complaints == []
