from __future__ import annotations

import asyncio
from pathlib import Path

from bot.corpus.check.findings import Report
from bot.errors import QuicktakeError
from bot.playground.page.article_files import Shelf
from bot.playground.page.article_updates import Library
from bot.releases.snapshot import Snapshot


async def checked(library: Library, version: int = 0) -> Shelf:
    """The next shelf with its findings."""
    async with asyncio.timeout(10):
        shelf = await library.newer_than(version)
        return shelf if shelf.is_checked else await checked(library, shelf.version)


async def test_nothing_is_done_before_somebody_looks(library: Library) -> None:
    shelf = await library.newer_than(-1)

    assert (shelf.version, len(shelf)) == (0, 0)


async def test_articles_come_before_their_findings(library: Library) -> None:
    first = await library.shelf()
    then = await checked(library)

    assert (len(first), len(then)) == (6, 6)
    assert not first.is_checked
    assert then.is_checked


async def test_all_articles_can_be_searched_before_any_is_unpacked(library: Library) -> None:
    shelf = await library.shelf()

    assert [entry.held for entry in shelf.entries] == [0, 1, 2, 3, 4, 5]
    assert "what is silence good for" in shelf.entries[shelf.numbers["/learn/listening/silence"]].words


async def test_check_that_cannot_be_done_says_why(corpus: Path, snapshot: Snapshot) -> None:
    async def check() -> Report:
        raise QuicktakeError("there is no room")

    library = Library([corpus], lambda: snapshot, check)
    following = asyncio.create_task(library.follow())
    first = await library.shelf()
    then = await library.newer_than(first.version)
    following.cancel()

    assert (first.unchecked, then.unchecked, then.is_checked) == ("", "there is no room", False)


async def test_saved_file_is_read_anew(library: Library, corpus: Path) -> None:
    await library.shelf()
    before = await checked(library)

    file = corpus / "listening/silence.md"
    file.write_text(file.read_text().replace("Count to ten", "Count to five"))
    after = await checked(library, before.version)

    assert "Count to five" in after.article(after.numbers["/learn/listening/silence"]).answer
    assert [after.article(number).url for number in range(6)] == [before.article(number).url for number in range(6)]


async def test_file_saved_before_anybody_looked_is_read_anew(library: Library, corpus: Path) -> None:
    file = corpus / "listening/silence.md"
    file.write_text(file.read_text().replace("Count to ten", "Count to five"))

    await library.shelf()
    loaded = await checked(library)
    shelf = await checked(library, loaded.version)

    assert "Count to five" in shelf.article(shelf.numbers["/learn/listening/silence"]).answer


async def test_articles_come_and_go_with_their_files(library: Library, corpus: Path) -> None:
    await library.shelf()
    before = await checked(library)

    (corpus / "listening/silence.md").unlink()
    (corpus / "new.md").write_text("---\ntitle: What is new?\nurl: /new\n---\nThis is.\n")
    after = await checked(library, before.version)

    assert after.numbers.keys() ^ before.numbers.keys() == {"/new", "/learn/listening/silence"}


async def test_broken_file_is_a_finding(library: Library, corpus: Path) -> None:
    (corpus / "broken.md").write_text("---\ntitle: [unclosed\n---\ntext\n")

    await library.shelf()
    shelf = await checked(library)

    assert {finding.code for finding in shelf.findings[corpus / "broken.md"]} == {"does-not-load"}
    assert shelf.without_article() == (corpus / "broken.md",)


async def test_files_are_named_from_the_corpus_folder_on(library: Library) -> None:
    shelf = await library.shelf()

    assert "corpus/listening/silence.md" in {shelf.name(entry.file) for entry in shelf.entries}
