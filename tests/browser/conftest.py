"""A headless Chromium of this machine, with the playground's page in it.

Every test ends with the same three questions: did the page complain on the console, did anything fail in it, and did it
ask another host for something?
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.playground.server_process import playground
from bot.settings import Settings, read

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
WORLD = HERE.parent / "world"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Without these a Chromium in a container does not start, or calls home.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs Chromium and Playwright")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            if reason := missing():
                item.add_marker(pytest.mark.skip(reason=reason))


def missing() -> str:
    """What keeps these tests from running; empty when nothing does."""
    if importlib.util.find_spec("playwright") is None:
        return "Playwright for Python is not installed"
    return "" if CHROMIUM else "no Chromium is installed on this machine"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    from playwright.async_api import async_playwright  # noqa: PLC0415  (where it is missing, these tests are skipped)

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the small world, free to be changed."""
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


@pytest.fixture
def settings(corpus: Path, tmp_path: Path) -> Settings:
    return read(
        {
            "QUICKTAKE_CORPUS": str(corpus),
            "QUICKTAKE_DATA_DIR": str(tmp_path / "data"),
            "QUICKTAKE_SITE_URL": "https://learn.example.com",
        }
    )


@pytest_asyncio.fixture(loop_scope="session")
async def address(settings: Settings) -> AsyncIterator[str]:
    """Where the playground with the production bot is served."""
    async with playground(settings, 0) as where:
        yield where


@pytest_asyncio.fixture(loop_scope="session")
async def context(chromium: Browser) -> AsyncIterator[BrowserContext]:
    fresh = await chromium.new_context(
        viewport={"width": 1280, "height": 820}, permissions=["clipboard-read", "clipboard-write"]
    )
    fresh.set_default_timeout(10_000)
    yield fresh
    await fresh.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(address: str, context: BrowserContext) -> AsyncIterator[Page]:
    """The page, opened and connected; nothing may go wrong in it."""
    opened = await context.new_page()
    complaints = watched(opened, address)
    await opened.goto(address)
    await opened.get_by_text("The bot is connected").wait_for()
    yield opened
    assert complaints == []


def watched(page: Page, address: str) -> list[str]:
    """Give a list that fills with whatever goes wrong in the page."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda failure: complaints.append(str(failure)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    return complaints
