"""Whatever lies in a corpus folder: what can be served is served, the rest is reported."""

from __future__ import annotations

import datetime as dt
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.corpus.check.run import check
from bot.corpus.loader import load
from bot.releases.snapshot_builder import Recipe, refresh
from tests.corpus.samples import article_text

GOOD = article_text("It gives room to think.", answer=None).encode()


def nest(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(1_500):
        os.mkdir("d", dir_fd=descriptor)
        inner = os.open("d", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = inner
    os.close(descriptor)


def unnest(folder: Path) -> None:
    """Take the folders apart from the top: what tidies up after tests goes down by recursion."""
    while (folder / "d").exists():
        (folder / "d").rename(folder / "above")
        if (folder / "above/d").exists():
            (folder / "above/d").rename(folder / "d")
        (folder / "above").rmdir()


def listen(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(path))


def stretch(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2_000_000_000)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "bytes that are no UTF-8": (lambda folder: (folder / os.fsdecode(b"\xff.md")).write_bytes(GOOD), "no text"),
    "a name with a line break": (lambda folder: (folder / "a\nb.md").write_bytes(GOOD), "no text"),
    "folders without end": (nest, "nested deeper"),
    "a pipe": (lambda folder: os.mkfifo(folder / "x.md"), "not a regular file"),
    "a socket": (lambda folder: listen(folder / "x.md"), "not a regular file"),
    "a link to nowhere": (lambda folder: (folder / "x.md").symlink_to(folder / "y.md"), "link to nowhere"),
    "a link to itself": (lambda folder: (folder / "x.md").symlink_to(folder / "x.md"), "cannot be read"),
    "a device": (lambda folder: (folder / "x.md").symlink_to("/dev/zero"), "not a regular file"),
    "a folder named like an article": (lambda folder: (folder / "x.md").mkdir(), "a folder named like an article"),
    "two gigabytes": (lambda folder: stretch(folder / "x.md"), "larger than 1 MB"),
    "an empty file": (lambda folder: (folder / "x.md").touch(), "is empty"),
    "UTF-16": (lambda folder: (folder / "x.md").write_bytes(b"\xff\xfe" + GOOD), "save the file as UTF-8"),
    "Latin-1": (lambda folder: (folder / "x.md").write_bytes(b"caf\xe9" + GOOD), "save the file as UTF-8"),
    "zeros": (lambda folder: (folder / "x.md").write_bytes(bytes(1_000)), "save the file as UTF-8"),
    "no front matter": (lambda folder: (folder / "x.md").write_text("Just text."), "front matter"),
    "synonyms that are a pipe": (lambda folder: os.mkfifo(folder / "synonyms.yml"), "not a regular file"),
    "synonyms that link to themselves": (
        lambda folder: (folder / "synonyms.yml").symlink_to(folder / "synonyms.yml"),
        "cannot be read",
    ),
    "synonyms that are a folder": (lambda folder: (folder / "synonyms.yml").mkdir(), "not a regular file"),
    "synonyms that are no YAML": (lambda folder: (folder / "synonyms.yml").write_text("- [a"), "synonyms.yml:1"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.md").write_bytes(GOOD)
    yield folder
    unnest(folder)


@pytest.mark.parametrize(("write", "reason"), ODD.values(), ids=ODD)
def test_odd_file_is_reported_and_the_rest_is_served(
    folder: Path, write: Callable[[Path], object], reason: str
) -> None:
    write(folder)

    corpus = load([folder])
    snapshot = refresh(Recipe([folder], None, "test", lambda _corpus, _progress: {}), folder.parent / "a.snapshot")
    report = check([folder], today=dt.date(2026, 3, 1))

    assert [article.source for article in corpus.articles] == [folder / "good.md"]
    assert [article.source for article in snapshot.articles] == [folder / "good.md"]
    assert [reason in str(problem) for problem in corpus.problems] == [True]
    assert [reason in str(finding) for finding in report.findings if finding.path != folder / "good.md"] == [True]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_make_no_difference(folder: Path, newline: str, mark: str) -> None:
    (folder / "good.md").write_bytes((mark + GOOD.decode().replace("\n", newline)).encode())

    corpus = load([folder])

    assert [article.answer for article in corpus.articles] == ["It gives room to think."]
    assert corpus.problems == ()
