"""``quicktake play``: the whole bot in a browser tab, over the local Slack emulator."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import webbrowser
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bot.cli.options import corpus_option, settings_for
from bot.cli.progress import loading

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.playground.emulator import Emulator
    from bot.playground.model import Installation
    from bot.settings import Settings

FIRST_PORT = 8400
SETTLE_S = 5.0  # a minute is long for somebody who tries how it is to be answered unasked
TEXT_BROWSERS = frozenset({"elinks", "links", "lynx", "w3m", "www-browser"})


@click.command()
@corpus_option
@click.option("--port", default=FIRST_PORT, show_default=True, help="Where to serve; else the next free port.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def play(folders: tuple[Path, ...], port: int, no_browser: bool) -> None:  # noqa: FBT001  (click passes it by name)
    """Try the bot in a browser; no Slack account needed.

    Serves a small workspace with the bot in it on this machine only. Ctrl-C ends it, and what was tried is forgotten.
    """
    from bot.playground.scratch import scratch  # noqa: PLC0415  (keeps --help quick)

    with contextlib.suppress(KeyboardInterrupt), scratch(settings_for(folders)) as settings:
        asyncio.run(_serve(settings, port, opens_browser=not no_browser))


async def _serve(settings: Settings, port: int, *, opens_browser: bool) -> None:
    stopping = asyncio.Event()
    async with playground(settings, port) as address:
        for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(one, stopping.set)
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


@contextlib.asynccontextmanager
async def playground(settings: Settings, port: int) -> AsyncIterator[str]:
    """Run workspace, bot and page, and give the page's address."""
    from bot.app import build  # noqa: PLC0415  (keeps --help quick)
    from bot.playground.emulator import Emulator  # noqa: PLC0415
    from bot.playground.page.checking import check_in_child  # noqa: PLC0415
    from bot.playground.page.explaining import explanation  # noqa: PLC0415
    from bot.playground.page.library import Library  # noqa: PLC0415
    from bot.playground.page.site import Site  # noqa: PLC0415

    slack = Emulator(installation(settings.site_url), port=port)
    library = Library(settings.corpus, lambda: bot.serving.snapshot, partial(check_in_child, settings.corpus))
    # The page's addresses must be known before the server starts, and the server's before the bot; nobody asks earlier.
    site = Site(slack, library, lambda question: explanation(bot.serving.answerer, question), settings.site_url)
    site.install()
    async with slack:
        with loading() as progress:
            bot = build(_in_the_playground(settings, slack), starts_fresh=True, progress=progress, settle_s=SETTLE_S)
        await bot.start()
        following = asyncio.create_task(library.follow())
        try:
            yield f"http://{slack.workspace.address}/"
        finally:
            following.cancel()
            await asyncio.wait([following])
            await site.close()
            await bot.stop()


def installation(site_url: str = "") -> Installation:
    """Install the app as the manifest says, with all that is optional; addresses of ``site_url`` are unfurled."""
    from bot.playground.model import BOT_EVENTS, BOT_SCOPES, Installation, Shortcut  # noqa: PLC0415  (keeps --help quick)
    from bot.slack.conversations.shortcuts import ANSWER_MESSAGE, BROWSE_ARTICLES  # noqa: PLC0415
    from bot.slack.listeners import OPTIONAL_SCOPES  # noqa: PLC0415

    return Installation(
        scopes=(*BOT_SCOPES, *OPTIONAL_SCOPES, "assistant:write"),
        events=("app_home_opened", *BOT_EVENTS, "link_shared", "message.channels", "message.groups"),
        unfurl_domains=tuple(filter(None, [urlsplit(site_url).hostname])),
        shortcuts=(
            Shortcut("Browse articles", BROWSE_ARTICLES, is_on_message=False),
            Shortcut("Answer with Quicktake", ANSWER_MESSAGE),
        ),
    )


def _in_the_playground(settings: Settings, slack: Emulator) -> Settings:
    """Point the bot at the emulator, whose admin administers it, and whose #coaching helps where no article does."""
    from bot.playground.workspace import ADMIN, COACHING  # noqa: PLC0415  (keeps --help quick)

    return replace(
        settings,
        slack_api_url=slack.api_url,
        bot_token=slack.bot_token,
        app_token=slack.app_token,
        admins=settings.admins | {ADMIN.id},
        expert_channel=COACHING.id,
    )
