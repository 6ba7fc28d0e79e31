"""Time the playground from its start to a page that answers, and the authoring view of it.

    python -m benchmarks.playground [--corpus build/corpus] [--starts 5]

Needs Chromium and the browser group of dependencies. The browser is open already, as anybody's is, and the page comes
in a new tab. Each start of the playground is a process of its own: one cold, with nothing kept from a run before by
either, then warm ones. "Load" is what the corpus alone takes to load in that state, from the first import on; the page
is there when its message field is, and usable when a question has been sent and its answer stands there.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click
from playwright.async_api import BrowserContext, Page, async_playwright

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable

QUESTION = "How do I set goals with a client?"
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
MINUTES_MS = 300_000
SEEN = """([selector, count]) => new Promise((seen) => {
  const visible = () => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const look = () => visible().length < count ? requestAnimationFrame(look) : seen();
  look();
})"""  # Playwright itself would look only twice a second
LOAD = """
import sys
from dataclasses import replace
from pathlib import Path
from bot.releases.indexing import load_answerer
from bot.settings import environment, read
settings = read(environment())
load_answerer(replace(settings, corpus=tuple(map(Path, sys.argv[1:])) or settings.corpus))
"""


@click.command(help=__doc__)
@click.option("--corpus", type=click.Path(exists=True, path_type=Path), help="Default: the shipped one.")
@click.option("--starts", default=5, show_default=True, help="How many warm ones.")
def main(corpus: Path | None, starts: int) -> None:
    """Run as a script."""
    asyncio.run(measure(corpus, starts))


async def measure(corpus: Path | None, starts: int) -> None:
    """Print the times, cold and warm: the median of each, and the range of what counts."""
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | {"QUICKTAKE_DATA_DIR": folder}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as whoever installed the bot has it: compiled
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            context = await browser.new_context()
            await context.new_page()
            for state, count in (("cold", 1), ("warm", starts)):
                load_s = median([await loading(corpus, environ) for _ in range(count)])
                times = [await usable(context, corpus, environ) for _ in range(count)]
                show(state, load_s, times)
            await browser.close()


def show(state: str, load_s: float, times: list[dict[str, float]]) -> None:
    """Print what was measured in one state."""
    middle = {what: median(one[what] for one in times) for what in times[0]}
    click.echo(f"{state}: load {load_s:.2f} s, " + ", ".join(f"{what} {s:.2f} s" for what, s in middle.items()))
    after = [one["usable"] - load_s for one in times]
    click.echo(f"      usable {median(after):+.2f} s after the load ({min(after):+.2f} to {max(after):+.2f})")


async def loading(corpus: Path | None, environ: dict[str, str]) -> float:
    """Time the loading alone."""
    began_s = time.monotonic()
    arguments = [str(corpus)] if corpus else []
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", LOAD, *arguments, env=environ)
    await process.wait()
    return time.monotonic() - began_s


async def usable(context: BrowserContext, corpus: Path | None, environ: dict[str, str]) -> dict[str, float]:
    """Time a start, and then the authoring view."""
    began_s = time.monotonic()
    async with started(corpus, environ) as address:
        page = await context.new_page()
        page.set_default_timeout(MINUTES_MS)
        await page.goto(address, wait_until="commit")
        await page.evaluate(SEEN, ["main [data-composer]", 1])
        there_s = time.monotonic() - began_s
        await page.locator("main [data-composer]").fill(QUESTION)
        await page.locator("main [data-composer]").press("Enter")
        await page.evaluate(SEEN, ["main article.message", 2])
        usable_s = time.monotonic() - began_s
        looks = await looking(page)
        await page.close()
    return {"page": there_s, "usable": usable_s, **looks}


@asynccontextmanager
async def started(corpus: Path | None, environ: dict[str, str]) -> AsyncIterator[str]:
    """Run ``quicktake play`` and give its address."""
    arguments = ["--corpus", str(corpus)] if corpus else []
    command = (sys.executable, "-m", "bot", "play", "--no-browser", *arguments)
    process = await asyncio.create_subprocess_exec(*command, env=environ, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None  # noqa: S101  (it was asked for)
    yield (await process.stdout.readline()).decode().split()[4]
    process.send_signal(signal.SIGINT)
    await process.wait()


async def looking(page: Page) -> dict[str, float]:
    """Time the list, a search for its first article by title, and that article."""
    list_s = await timed(page, page.get_by_role("link", name="Articles").click(), ".row-title")
    title = await page.locator(".row-title").first.inner_text()
    search_s = await timed(page, page.get_by_role("searchbox").fill(title), "text=/ of [\\d,]+ article/")
    article_s = await timed(page, page.locator(".row-title").first.click(), "h2:has-text('As an answer')")
    return {"list of articles": list_s, "search": search_s, "article": article_s}


async def timed(page: Page, deed: Awaitable[None], until: str) -> float:
    """Time a deed until something is there."""
    began_s = time.monotonic()
    await deed
    await page.locator(until).first.wait_for()
    return time.monotonic() - began_s


if __name__ == "__main__":
    main()
