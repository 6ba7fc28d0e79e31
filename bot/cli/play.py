"""``quicktake play``: the whole bot in a browser tab, over the local Slack emulator."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import webbrowser
from pathlib import Path

import click

from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading
from bot.corpus.files import require_folders
from bot.playground.server_process import playground
from bot.playground.temporary_data import scratch
from bot.settings import Settings

FIRST_PORT = 8400
TEXT_BROWSERS = frozenset({"elinks", "links", "lynx", "w3m", "www-browser"})


@click.command()
@corpus_option
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    metavar="N",
    default=FIRST_PORT,
    show_default=True,
    help="Port to serve on, or the next free one. 0 picks any.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def play(folders: tuple[Path, ...], port: int, no_browser: bool) -> None:
    """Try the bot in a browser; no Slack account needed.

    Serves a small workspace with the bot in it, on this machine only. Ctrl-C stops it; nothing you tried is kept.
    """
    settings = settings_for(folders)
    require_folders(settings.corpus)  # now: soon a page is open, where nobody looks at the terminal
    with contextlib.suppress(KeyboardInterrupt), scratch(settings) as own:
        asyncio.run(_serve(own, port, opens_browser=not no_browser))


async def _serve(settings: Settings, port: int, *, opens_browser: bool) -> None:
    stopping = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(one, stopping.set)
    async with playground(settings, port, loading=loading, on_failure=stopping.set) as address:
        click.echo(f"The playground is at {address} (Ctrl-C ends it).")
        if opens_browser and not await asyncio.to_thread(_opened, address):
            click.echo("No browser can be opened from here: open the address yourself, or talk here: quicktake chat")
        await stopping.wait()


def _opened(address: str) -> bool:
    """Open a browser, if there is one with windows: a text browser would take this terminal, and knows no scripts."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    is_text_only = Path(getattr(browser, "name", "")).name in TEXT_BROWSERS
    return not is_text_only and browser.open(address)
