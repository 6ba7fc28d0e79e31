from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path

from bot.releases.releases import Releases
from bot.releases.watcher import Watcher
from bot.settings import read
from tests.corpus.samples import write_article


async def test_stopping_gives_up_a_reload_under_way(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write_article(corpus, "one.md")
    begun, loop = asyncio.Event(), asyncio.get_running_loop()

    def questions() -> tuple[str, ...]:
        loop.call_soon_threadsafe(begun.set)
        return ()

    settings = replace(read({}), corpus=(corpus,), data_dir=tmp_path / "data")
    releases = Releases(settings, lambda: dt.datetime.now(dt.UTC), questions)
    watcher = Watcher(releases, settings.corpus)
    watcher.start()
    await asyncio.sleep(0)  # it watches from here on
    write_article(corpus, "two.md")
    await asyncio.wait_for(begun.wait(), 30)

    await watcher.stop()

    assert releases.status().staged is None
