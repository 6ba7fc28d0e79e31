from __future__ import annotations

import asyncio
from pathlib import Path

from bot.playground.page.library import Library, Shelf


async def checked(library: Library, version: int = 0) -> Shelf:
    """The next shelf with its findings."""
    async with asyncio.timeout(10):
        shelf = await library.newer_than(version)
        return shelf if shelf.is_checked or shelf.failure else await checked(library, shelf.version)


async def test_nothing_is_read_before_somebody_looks(library: Library) -> None:
    shelf = await library.newer_than(-1)

    assert (shelf.version, shelf.articles) == (0, ())


async def test_articles_come_before_their_findings(library: Library) -> None:
    first = await library.shelf()
    then = await checked(library)

    assert len(first.articles) == 6
    assert then.is_checked
    assert then.articles == first.articles


async def test_saved_file_is_read_anew(library: Library, corpus: Path) -> None:
    await library.shelf()
    before = await checked(library)

    file = corpus / "listening/silence.md"
    file.write_text(file.read_text().replace("Count to ten", "Count to five"))
    after = await checked(library, before.version)

    (silence,) = [article for article in after.articles if article.source == file]
    assert "Count to five" in silence.answer


async def test_broken_file_is_a_finding(library: Library, corpus: Path) -> None:
    (corpus / "broken.md").write_text("---\ntitle: [unclosed\n---\ntext\n")

    await library.shelf()
    shelf = await checked(library)

    assert {finding.code for finding in shelf.findings[corpus / "broken.md"]} == {"does-not-load"}


async def test_corpus_that_cannot_be_read_says_why_and_comes_back(library: Library, corpus: Path) -> None:
    await library.shelf()
    good = await checked(library)

    away = corpus.rename(corpus.with_name("elsewhere"))
    failed = await checked(library, good.version)
    away.rename(corpus)
    mended = await checked(library, failed.version)

    assert "does not exist" in failed.failure
    assert (mended.failure, len(mended.articles)) == ("", 6)


async def test_files_are_named_from_the_corpus_folder_on(library: Library) -> None:
    shelf = await library.shelf()

    assert {shelf.file(article) for article in shelf.articles} >= {"corpus/listening/silence.md"}
