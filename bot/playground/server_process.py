"""The whole playground: the workspace, its page, and the production bot, which comes up while the page opens.

An edge: listens, and loads the corpus in a thread, so that the page answers meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
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
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractContextManager

    from bot.app import Bot, Ground
    from bot.playground.page.article_updates import Library
    from bot.playground.page.authoring import Authoring
    from bot.progress import Progress
    from bot.settings import Settings

    Loading = Callable[[], AbstractContextManager[Progress]]

TURN_S = 0.0005  # a page of sixty files waits for its turn again and again; Python's own 5 ms add up
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
    library, authoring = await in_thread(_authoring, settings, bot)
    site.admit(authoring)
    await library.follow()


def _authoring(settings: Settings, bot: Bot) -> tuple[Library, Authoring]:
    from bot.playground.page.article_updates import Library  # noqa: PLC0415
    from bot.playground.page.authoring import Authoring  # noqa: PLC0415  (nothing that the first page needs)
    from bot.playground.page.check import check_in_child  # noqa: PLC0415
    from bot.playground.page.explanation import explanation  # noqa: PLC0415

    library = Library(settings.corpus, lambda: bot.releases.snapshot, partial(check_in_child, settings.corpus))
    return library, Authoring(library, partial(explanation, bot.releases.answerer), settings.site_url)


async def _come_up(settings: Settings, loading: Loading) -> Bot:
    with _in_haste():
        ground = await in_thread(_load, settings, loading)
    from bot.app import wire  # noqa: PLC0415  (the thread has imported it)

    bot = wire(ground, settle_s=SETTLE_S)
    try:
        await bot.start()
    except BaseException:
        await bot.stop()
        raise
    return bot


@contextlib.contextmanager
def _in_haste() -> Iterator[None]:
    """Give the page its turn soon, and collect no garbage, a tenth of the work: there is none yet."""
    usual_s = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.setswitchinterval(usual_s)


def _load(settings: Settings, loading: Loading) -> Ground:
    from bot.app import load  # noqa: PLC0415  (half of what a start takes, and the page is there before)

    with loading() as progress:
        return load(settings, starts_fresh=True, progress=progress)


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
