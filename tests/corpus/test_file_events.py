from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from bot.corpus.file_events import ArticlesOnly, settled_changes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", ["/c/a.md", "/c/A.MD", "/c/synonyms.yml", "/c/folder"])
def test_changes_of_articles_matter(path: str) -> None:
    assert ArticlesOnly()(Change.modified, path)


@pytest.mark.parametrize("path", ["/c/a.md~", "/c/.a.md.swp", "/c/.git/index", "/c/.#a.md", "/c/picture.png"])
def test_changes_of_other_files_do_not(path: str) -> None:
    assert not ArticlesOnly()(Change.modified, path)


async def test_a_change_is_told_once_it_has_settled(tmp_path: Path) -> None:
    stop = asyncio.Event()
    changes = settled_changes([tmp_path], stop, quiet_ms=50)
    first = asyncio.ensure_future(anext(changes))
    while not first.done():
        (tmp_path / "a.md").write_text("An article")
        (tmp_path / "b.md").write_text("Another")
        await asyncio.wait([first], timeout=0.3)

    told = await first
    stop.set()
    rest = [count async for count in changes]

    assert {told, *rest} <= {1, 2}
