"""The whole playground: the workspace, its page, and the production bot, which comes up while the page opens.

An edge: listens, and loads the corpus in a thread, so that the page answers meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.page.site import Site
from bot.playground.workspace import ADMIN, COACHING
from bot.processes import in_thread
from bot.progress import UNSEEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractContextManager

    from bot.app import Bot
    from bot.playground.page.authoring import Authoring
    from bot.progress import Progress
    from bot.settings import Settings

    Loading = Callable[[], AbstractContextManager[Progress]]

SETTLE_S = 5.0  # a minute is long for somebody who tries how it is to be answered unasked


@contextlib.asynccontextmanager
async def playground(
    settings: Settings,
    port: int,
    *,
    loading: Loading = lambda: contextlib.nullcontext(UNSEEN),
    on_failure: Callable[[], None] = lambda: None,
) -> AsyncIterator[str]:
    """Run workspace, page and bot, and give the page's address, before the bot is up.

    Args:
        settings: with a data folder that may be used up.
        port: as for the emulator.
        loading: shows how far the bot is, while it loads.
        on_failure: told if the bot cannot come up; the reason is raised at the end.
    """
    app = installed(unfurl_domain=urlsplit(settings.site_url).hostname or "")
    slack = Emulator(app, port=port, awaits_app=True)
    site = Site(slack)
    site.install()
    async with slack:
        coming = asyncio.create_task(_come_up(put_in_playground(settings, slack), loading))
        coming.add_done_callback(lambda _: None if _is_up(coming) else on_failure())
        authoring = asyncio.create_task(_open_to_authors(site, settings, coming))
        try:
            yield f"http://{slack.workspace.address}/"
        finally:
            authoring.cancel()
            coming.cancel()
            await asyncio.gather(authoring, coming, return_exceptions=True)
            await site.close()
            if not coming.cancelled():
                await coming.result().stop()


async def _open_to_authors(site: Site, settings: Settings, coming: asyncio.Task[Bot]) -> None:
    """Let authors in once the bot is up, and follow the articles for them."""
    bot = await asyncio.shield(coming)
    authoring = await in_thread(_authoring, settings, bot)
    site.admit(authoring)
    await authoring.follow()


def _authoring(settings: Settings, bot: Bot) -> Authoring:
    from bot.playground.page.authoring import Authoring  # noqa: PLC0415  (nothing that the first page needs)

    return Authoring.over(bot.releases, settings)


async def _come_up(settings: Settings, loading: Loading) -> Bot:
    bot = (await in_thread(_load, settings, loading))()
    try:
        await bot.start()
    except BaseException:
        await bot.stop()
        raise
    return bot


def _load(settings: Settings, loading: Loading) -> Callable[[], Bot]:
    """Do what takes long in a thread; what it returns puts the bot together in the event loop."""
    from bot.app import load, wire  # noqa: PLC0415  (half of what a start takes, and the page is there before)

    with loading() as progress:
        return partial(wire, load(settings, starts_fresh=True, progress=progress), settle_s=SETTLE_S)


def _is_up(coming: asyncio.Task[Bot]) -> bool:
    return not coming.cancelled() and coming.exception() is None


def put_in_playground(settings: Settings, slack: Emulator) -> Settings:
    """Point the bot at the emulator, whose admin administers it, and whose #coaching helps where no article does."""
    return replace(
        settings,
        slack_api_url=slack.api_url,
        bot_token=slack.bot_token,
        app_token=slack.app_token,
        admins=settings.admins | {ADMIN.id},
        expert_channel=COACHING.id,
    )
