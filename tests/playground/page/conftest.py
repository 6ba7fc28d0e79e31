from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.corpus.check.findings import Report
from bot.corpus.check.run import check
from bot.playground.page.article_updates import Library
from bot.releases.snapshot import Snapshot
from bot.releases.snapshot_builder import Recipe, refresh

WORLD = Path(__file__).parents[2] / "world"
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the small world, free to be changed."""
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


@pytest.fixture
def snapshot(corpus: Path, tmp_path: Path) -> Snapshot:
    """What the bot loaded."""
    return refresh(Recipe([corpus], None, "test", lambda *_: {}), tmp_path / "snapshot")


@pytest.fixture
async def library(corpus: Path, snapshot: Snapshot) -> AsyncIterator[Library]:
    async def check_it() -> Report:
        return check([corpus], today=TODAY)

    followed = Library([corpus], lambda: snapshot, check_it)
    following = asyncio.create_task(followed.follow())
    yield followed
    following.cancel()
