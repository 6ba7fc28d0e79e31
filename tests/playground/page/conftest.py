from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from bot.corpus.check.findings import Finding
from bot.corpus.check.run import check
from bot.corpus.loader import load
from bot.model import Corpus
from bot.playground.page.library import Library

WORLD = Path(__file__).parents[2] / "world"
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the small world, free to be changed."""
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


def library_of(corpus: Path) -> Library:
    def load_it() -> Corpus:
        return load([corpus])

    def check_it() -> Iterable[Finding]:
        return check([corpus], today=TODAY).findings

    return Library([corpus], load_it, check_it)


@pytest.fixture
async def library(corpus: Path) -> AsyncIterator[Library]:
    followed = library_of(corpus)
    following = asyncio.create_task(followed.follow())
    yield followed
    following.cancel()
