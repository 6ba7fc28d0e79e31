"""The articles as they stand on disk, kept up to date for authors while they write.

An edge: watches the corpus folders. Nothing is read before somebody looks; reading and checking happen in threads.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.corpus.files import find
from bot.errors import QuicktakeError
from bot.playground.bell import Bell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.corpus.check.findings import Finding
    from bot.model import Article, Corpus

SHORTEST_PAUSE_S = 0.7
PAUSES_PER_LOOK = 10  # looking takes no more than this share of the time, however many files there are


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles at one moment.

    Attributes:
        version: grows with every change.
        articles: in file order.
        searchable: beside each article, in small letters, the words that find it.
        findings: what the check says of a file, by its path.
        is_checked: whether the check is done with these articles.
        failure: why there are no articles.
        folders: of the corpus.
    """

    version: int = 0
    articles: tuple[Article, ...] = ()
    searchable: tuple[str, ...] = ()
    findings: Mapping[Path, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    is_checked: bool = False
    failure: str = ""
    folders: tuple[Path, ...] = ()

    def file(self, article: Article) -> str:
        """Name an article's file as its authors do: from the corpus folder on."""
        for folder in self.folders:
            if article.source and article.source.is_relative_to(folder):
                return (Path(folder.name) / article.source.relative_to(folder)).as_posix()
        return str(article.source or "")


class Library:
    """Follows the corpus folders once somebody looked at the shelf.

    Args:
        folders: of the corpus.
        load: reads them; raises CorpusError.
        check: says what is wrong with the files in them.
    """

    def __init__(
        self, folders: Sequence[Path], load: Callable[[], Corpus], check: Callable[[], Iterable[Finding]]
    ) -> None:
        self._folders = tuple(folders)
        self._load = load
        self._check = check
        self._bell = Bell()
        self._is_wanted = asyncio.Event()
        self._shelf = Shelf()

    async def newer_than(self, version: int) -> Shelf:
        """Wait for a shelf with a higher version; that of nobody having looked yet is 0."""
        await self._bell.until(lambda: self._shelf.version > version, None)
        return self._shelf

    async def shelf(self) -> Shelf:
        """Give the articles, waiting for them the first time."""
        self._is_wanted.set()
        return await self.newer_than(0)

    async def follow(self) -> None:
        """Read the articles anew whenever a file changes, for ever."""
        await self._is_wanted.wait()
        known = ""
        while True:
            began_s = time.monotonic()
            seen = await asyncio.to_thread(_fingerprint, self._folders)
            if seen != known:
                await self._read()
                known = seen
            else:
                await asyncio.sleep(max(SHORTEST_PAUSE_S, PAUSES_PER_LOOK * (time.monotonic() - began_s)))

    async def _read(self) -> None:
        try:
            shelf = await asyncio.to_thread(self._filled)
        except QuicktakeError as unusable:
            self._put(Shelf(failure=str(unusable)))
            return
        self._put(replace(shelf, findings=self._shelf.findings))
        findings = await asyncio.to_thread(lambda: _by_path(self._check()))
        self._put(replace(self._shelf, findings=findings, is_checked=True))

    def _filled(self) -> Shelf:
        shelf = Shelf(articles=self._load().articles, folders=self._folders)
        words = (f"{one.title} {one.subject} {one.url} {shelf.file(one)}" for one in shelf.articles)
        return replace(shelf, searchable=tuple(text.casefold() for text in words))

    def _put(self, shelf: Shelf) -> None:
        self._shelf = replace(shelf, version=self._shelf.version + 1)
        self._bell.ring()


def _by_path(findings: Iterable[Finding]) -> Mapping[Path, tuple[Finding, ...]]:
    found: dict[Path, tuple[Finding, ...]] = {}
    for finding in findings:
        found[finding.path] = (*found.get(finding.path, ()), finding)
    return found


def _fingerprint(folders: Sequence[Path]) -> str:
    """Digest every article's path, size and time of change; the same as long as nobody touched a file."""
    try:
        paths, _ = find(folders)
    except QuicktakeError as missing:
        return str(missing)
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path}\0{_stamp(path)}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "gone"
    return f"{status.st_size} {status.st_mtime_ns}"
