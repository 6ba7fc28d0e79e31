from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.corpus.file_events import settled_changes
from tests.corpus.samples import write_article

QUIET_S = 0.02


async def told(folder: Path, change: Callable[[], object]) -> int:
    """Watch a folder, change something and return the number of changed files that is told."""
    changes = aiter(settled_changes([folder], asyncio.Event(), quiet_s=QUIET_S))
    waiting = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)  # it watches from here on
    change()
    _, changed = await asyncio.wait_for(waiting, 30)
    return len(changed)


async def rest(changes: AsyncIterator[object]) -> list[object]:
    return [one async for one in changes]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_article(tmp_path / "corpus", "one.md")
    return tmp_path / "corpus"


async def test_a_new_changed_or_removed_article_is_told(corpus: Path) -> None:
    assert await told(corpus, lambda: write_article(corpus, "two.md")) == 1
    assert await told(corpus, lambda: (corpus / "two.md").write_text("Changed")) == 1
    assert await told(corpus, (corpus / "two.md").unlink) == 1


async def test_the_synonyms_count_too(corpus: Path) -> None:
    assert await told(corpus, lambda: (corpus / "synonyms.yml").write_text("- [a, b]")) == 1


async def test_what_is_saved_in_several_steps_is_told_once(corpus: Path) -> None:
    stop = asyncio.Event()
    changes = aiter(settled_changes([corpus], stop, quiet_s=QUIET_S))
    waiting = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    for number in range(20):
        write_article(corpus, f"{number}.md")

    assert len((await asyncio.wait_for(waiting, 30))[1]) == 20
    stop.set()
    assert await rest(changes) == []


async def test_other_files_and_hidden_ones_are_not_told(corpus: Path) -> None:
    stop = asyncio.Event()
    changes = aiter(settled_changes([corpus], stop, quiet_s=QUIET_S))
    waiting = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    for name in (".one.md.swp", "one.md~", "picture.png", ".git/index.md"):
        write_article(corpus, name)
    await asyncio.wait({waiting}, timeout=10 * QUIET_S)

    assert not waiting.done()
    stop.set()
    with pytest.raises(StopAsyncIteration):
        await waiting


async def test_a_corpus_folder_that_is_a_swapped_link_is_told(tmp_path: Path) -> None:
    write_article(tmp_path / "1a2b3c", "one.md")
    write_article(tmp_path / "4d5e6f", "one.md")
    link = tmp_path / "current"
    link.symlink_to("1a2b3c")

    def swap() -> None:  # as git-sync does it
        (tmp_path / "next").symlink_to("4d5e6f")
        (tmp_path / "next").rename(link)

    assert await told(link, swap) == 1


async def test_a_folder_below_a_swapped_link_is_told(tmp_path: Path) -> None:
    write_article(tmp_path / "1a2b3c" / "docs", "one.md")
    write_article(tmp_path / "4d5e6f" / "docs", "one.md")
    link = tmp_path / "repository"
    link.symlink_to("1a2b3c")

    def swap() -> None:
        link.unlink()
        link.symlink_to("4d5e6f")

    assert await told(link / "docs", swap) == 1


async def test_a_mounted_config_map_that_changes_is_told(tmp_path: Path) -> None:
    for revision in ("..2026_01", "..2026_02"):  # https://kubernetes.io/docs/concepts/configuration/configmap/
        write_article(tmp_path / revision, "one.md")
    (tmp_path / "..data").symlink_to("..2026_01")
    (tmp_path / "one.md").symlink_to("..data/one.md")

    def swap() -> None:
        (tmp_path / "..data_tmp").symlink_to("..2026_02")
        (tmp_path / "..data_tmp").rename(tmp_path / "..data")

    assert await told(tmp_path, swap) == 1


@pytest.mark.parametrize("name", ["v1.2", "plain", "notes.md"])
async def test_a_folder_moved_in_renamed_and_moved_out_is_told(tmp_path: Path, corpus: Path, name: str) -> None:
    write_article(tmp_path / "elsewhere", "two.md")

    assert await told(corpus, lambda: (tmp_path / "elsewhere").rename(corpus / name)) == 1
    assert await told(corpus, lambda: (corpus / name).rename(corpus / "v2.0")) == 2
    assert await told(corpus, lambda: (corpus / "v2.0").rename(tmp_path / "elsewhere")) == 1


async def test_a_file_put_in_place_with_its_old_size_and_time_is_told(corpus: Path) -> None:
    before = (corpus / "one.md").stat()

    def replace() -> None:  # as rsync --times does it
        text = (corpus / "one.md").read_text()
        (corpus / "new").write_text(text.replace("both", "BOTH"))
        os.utime(corpus / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
        (corpus / "new").rename(corpus / "one.md")

    assert await told(corpus, replace) == 1


async def test_a_folder_that_is_gone_for_a_moment_is_no_change(tmp_path: Path, corpus: Path) -> None:
    stop = asyncio.Event()
    changes = aiter(settled_changes([corpus], stop, quiet_s=QUIET_S))
    waiting = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    corpus.rename(tmp_path / "aside")
    await asyncio.wait({waiting}, timeout=5 * QUIET_S)
    assert not waiting.done()

    (tmp_path / "aside").rename(corpus)
    write_article(corpus, "two.md")

    assert (await asyncio.wait_for(waiting, 30))[1] == {str(corpus / "two.md")}
