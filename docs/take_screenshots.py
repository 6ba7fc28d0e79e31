"""Take the screenshots of the playground that the documents show, in light and dark.

An edge: starts the playground over the shipped articles, drives a headless Chromium, writes ``docs/screenshots``::

    python docs/take_screenshots.py
"""

from __future__ import annotations

import asyncio
import io
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot import wording
from bot.playground.server_process import playground
from bot.settings import Settings, read

FOLDER = Path(__file__).parent / "screenshots"
QUESTION = "How do I set goals with a client?"
WIDTH, HEIGHT = 1280, 800
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
COLOURS = 128  # a page has few; so a picture takes a third of the space

Scene = Callable[[Page], Awaitable[None]]


async def answer(page: Page) -> None:
    """A question in a direct message, and its answer."""
    await say(page, QUESTION)
    await page.get_by_role("button", name=wording.SHOW_FULL_ANSWER).wait_for()


async def modal(page: Page) -> None:
    """The whole article."""
    await answer(page)
    await page.get_by_role("button", name=wording.SHOW_FULL_ANSWER).click()
    await page.get_by_role("dialog").wait_for()


async def home(page: Page) -> None:
    """The Home tab."""
    await page.get_by_role("link", name="Home").click()
    await page.get_by_text(wording.FOR_EXAMPLE).wait_for()


async def inspector(page: Page) -> None:
    """What passed over the wire."""
    await page.get_by_role("link", name="general").click()
    await say(page, f"/quicktake {QUESTION}")
    await page.get_by_role("button", name=wording.POST_TO_CHANNEL).wait_for()
    await page.keyboard.press("Alt+i")
    await page.locator("details.exchange > summary").first.click()


async def articles(page: Page) -> None:
    """The articles, for authors."""
    await page.get_by_role("link", name="Articles").click()
    await page.get_by_role("option").nth(3).click()
    await page.get_by_role("heading", name="As an answer").wait_for()
    await page.locator(".fine, .remarks").first.wait_for()


async def choices(page: Page) -> None:
    """A question that several articles could answer."""
    await say(page, "How do I listen better?")
    await page.get_by_role("button", name=wording.NONE_OF_THESE).wait_for()


async def say(page: Page, text: str) -> None:
    """Write something where one is."""
    field = page.locator("main [data-composer]")
    await field.fill(text)
    await field.press("Enter")


async def take(browser: Browser, settings: Settings, scene: Scene, scheme: Literal["light", "dark"]) -> None:
    """Play one scene in a workspace of its own, and keep its picture."""
    own = replace(settings, data_dir=settings.data_dir / f"{scene.__name__}-{scheme}")
    async with playground(own, 0) as address:
        page = await browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
        )
        await page.goto(address)
        await page.get_by_text("The bot is connected").wait_for()
        await scene(page)
        await page.wait_for_timeout(300)  # fonts and scrolling settle
        keep(await page.screenshot(), FOLDER / f"{scene.__name__}-{scheme}.png")
        await page.close()


def keep(picture: bytes, path: Path) -> None:
    """Write a picture in few colours."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS).save(path, optimize=True)


async def main() -> None:
    """Take them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        settings = replace(read({}), data_dir=Path(scratch))
        undecided = replace(settings, answer_at=1.0, choices_at=0.0)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            for scheme in ("light", "dark"):
                for scene in (home, answer, modal, inspector, articles):
                    await take(browser, settings, scene, scheme)
                await take(browser, undecided, choices, scheme)
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
