from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.releases.releases import Releases
from bot.releases.watcher import Watcher
from bot.settings import Settings, read
from tests.corpus.samples import write_article


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_article(tmp_path / "corpus", "one.md")
    return tmp_path / "corpus"


@pytest.fixture
def settings(corpus: Path, tmp_path: Path) -> Settings:
    return replace(read({}), corpus=(corpus,), data_dir=tmp_path / "data", reloads_directly=True)


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


async def until(is_so: Callable[[], object]) -> None:
    """Wait for what happens in the background."""
    async with asyncio.timeout(60):
        while not is_so():  # noqa: ASYNC110  (a watcher rings no bell)
            await asyncio.sleep(0.02)


async def test_stopping_gives_up_a_reload_under_way(settings: Settings, corpus: Path) -> None:
    begun, loop = asyncio.Event(), asyncio.get_running_loop()

    def questions() -> tuple[str, ...]:
        loop.call_soon_threadsafe(begun.set)
        return ()

    releases = Releases(settings, now, questions)
    watcher = Watcher(releases, settings.corpus)
    watcher.start()
    write_article(corpus, "two.md")
    await asyncio.wait_for(begun.wait(), 30)

    await watcher.stop()
    await releases.stop()

    assert releases.status().staged is None
    assert releases.status().articles == 1


async def test_what_changed_before_it_began_to_watch_is_taken_in(settings: Settings, corpus: Path) -> None:
    releases = Releases(settings, now)
    write_article(corpus, "two.md")
    watcher = Watcher(releases, settings.corpus)

    watcher.start()
    await until(lambda: releases.status().articles == 2)
    await watcher.stop()

    assert watcher.problems() == ()


async def test_no_failure_ends_it_and_each_is_told(
    settings: Settings, corpus: Path, caplog: pytest.LogCaptureFixture
) -> None:
    is_broken, asked = True, "what somebody asked"

    def questions() -> tuple[str, ...]:
        if is_broken:
            raise RuntimeError(asked)
        return ()

    releases = Releases(settings, now, questions)
    watcher = Watcher(releases, settings.corpus)
    watcher.start()
    write_article(corpus, "bad.md")
    await until(watcher.problems)
    (corpus / "bad.md").unlink()
    write_article(corpus, "worse.md")
    await until(lambda: "2 failures" in watcher.problems()[0])
    is_broken = False
    write_article(corpus, "good.md")

    await until(lambda: releases.status().articles == 3)
    await watcher.stop()

    assert [record.name for record in caplog.records if record.levelname == "ERROR"] == ["bot.background"]
    assert asked not in caplog.text
    assert "It's working again." in watcher.problems()[0]


async def test_a_corpus_that_is_gone_for_a_while_is_taken_in_when_it_is_back(settings: Settings, corpus: Path) -> None:
    releases = Releases(settings, now)
    watcher = Watcher(releases, settings.corpus)
    corpus.rename(corpus.with_name("away"))
    watcher.start()
    await until(lambda: releases.status().troubles)

    write_article(corpus.with_name("away"), "two.md")
    corpus.with_name("away").rename(corpus)

    await until(lambda: releases.status().articles == 2)
    await watcher.stop()
