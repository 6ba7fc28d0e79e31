"""The articles as they stand on disk at one moment; what nobody looks at stays packed.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.corpus.check.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.corpus.snapshot import Snapshot
    from bot.model import Article


@dataclass(frozen=True, slots=True)
class Entry:
    """What finds an article of the shelf.

    Attributes:
        url: its identity.
        source: its file.
        words: its title, subject, url and file in small letters.
        held: the article, or its place among the loaded ones.
    """

    url: str
    source: Path | None
    words: str
    held: Article | int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles at one moment.

    Attributes:
        version: grows with every change.
        loaded: the articles that the bot loaded, in file order.
        entries: of the articles as they are now, in file order; None until all were looked through.
        numbers: the places of the articles, by their urls.
        findings: what the check says of a file, by its path.
        is_checked: whether the check is done with these articles.
        failure: why the files cannot be followed any more.
        folders: of the corpus.
    """

    version: int = 0
    loaded: Sequence[Article] = ()
    entries: tuple[Entry, ...] | None = None
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    findings: Mapping[Path, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    is_checked: bool = False
    failure: str = ""
    folders: tuple[Path, ...] = ()

    def __len__(self) -> int:
        """Count the articles."""
        return len(self.loaded if self.entries is None else self.entries)

    def article(self, number: int) -> Article:
        """Give the article at this place."""
        held = number if self.entries is None else self.entries[number].held
        return self.loaded[held] if isinstance(held, int) else held

    def without_article(self) -> tuple[Path, ...]:
        """List the files with findings that gave no article; nothing until all were looked through."""
        sources = {entry.source for entry in self.entries or ()}
        return tuple(path for path in self.findings if path not in sources) if sources else ()

    def name(self, source: Path | None) -> str:
        """Name a file as its authors do: from the corpus folder on."""
        for folder in self.folders:
            if source and source.is_relative_to(folder):
                return (Path(folder.name) / source.relative_to(folder)).as_posix()
        return str(source or "")


def loaded_from(snapshot: Snapshot, folders: Sequence[Path]) -> Shelf:
    """Give the shelf with what the bot loaded, and the problems that it met."""
    findings: dict[Path, tuple[Finding, ...]] = {}
    for one in snapshot.problems:
        finding = Finding("does-not-load", Severity.ERROR, one.path, one.line or 1, one.reason)
        findings[one.path] = (*findings.get(one.path, ()), finding)
    return Shelf(loaded=snapshot.articles, numbers=_numbers(snapshot.urls), findings=findings, folders=tuple(folders))


def looked_through(shelf: Shelf) -> Shelf:
    """Give the shelf with its entries: every article is unpacked once, which takes a while."""
    return replace(shelf, entries=tuple(_entry(shelf, article, at) for at, article in enumerate(shelf.loaded)))


def updated(shelf: Shelf, files: Iterable[str], read: Mapping[str, Article | None]) -> Shelf:
    """Give the shelf, once it was looked through, as the files are now.

    Args:
        shelf: as it was.
        files: their names, in order.
        read: what those files gave that are new or changed.
    """
    known = {str(entry.source): entry for entry in shelf.entries or ()}
    fresh = {name: _entry(shelf, article, article) for name, article in read.items() if article}
    kept = known.keys() - read.keys()
    entries = [known[name] if name in kept else fresh[name] for name in files if name in kept or name in fresh]
    return replace(shelf, entries=tuple(entries), numbers=_numbers([entry.url for entry in entries]))


def _entry(shelf: Shelf, article: Article, held: Article | int) -> Entry:
    words = f"{article.title} {article.subject} {article.url} {shelf.name(article.source)}"
    return Entry(article.url, article.source, words.casefold(), held)


def _numbers(urls: Sequence[str]) -> Mapping[str, int]:
    """Number the articles by url; of several with the same, the first counts."""
    return dict(zip(reversed(urls), reversed(range(len(urls))), strict=True))
