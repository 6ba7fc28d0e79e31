"""The articles as they stand on disk at one moment; what nobody opens stays packed.

Pure: no I/O.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from bot.corpus.check.findings import Finding, Severity
from bot.model import Article
from bot.releases.snapshot import Outline, Snapshot, outline


@dataclass(frozen=True, slots=True)
class Entry:
    """What finds an article of the shelf.

    Attributes:
        url: its identity.
        file: its file, as a plain name; empty for none.
        words: its title, subject, url and file in small letters.
        held: the article, or its place among the loaded ones.
    """

    url: str
    file: str
    words: str
    held: Article | int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles at one moment.

    Attributes:
        version: grows with every change.
        loaded: the articles that the bot loaded, in file order.
        entries: of the articles as they are now, in file order.
        numbers: the places of the articles, by their urls.
        findings: what the check says of a file, by its path.
        is_checked: whether the check is done with these articles.
        unchecked: why the check could not be done.
        folders: of the corpus.
    """

    version: int = 0
    loaded: Sequence[Article] = ()
    entries: tuple[Entry, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    findings: Mapping[Path, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    is_checked: bool = False
    unchecked: str = ""
    folders: tuple[Path, ...] = ()

    def __len__(self) -> int:
        """Count the articles."""
        return len(self.entries)

    def article(self, number: int) -> Article:
        """Give the article at this place."""
        held = self.entries[number].held
        return self.loaded[held] if isinstance(held, int) else held

    def with_findings(self) -> frozenset[str]:
        """Name the files with findings."""
        return frozenset(map(str, self.findings))

    def without_article(self) -> tuple[Path, ...]:
        """List the files with findings that gave no article."""
        files = {entry.file for entry in self.entries}
        return tuple(path for path in self.findings if str(path) not in files)

    def name(self, file: str) -> str:
        """Name a file as its authors do: from the corpus folder on."""
        for folder in self.folders:
            if file.startswith(f"{folder}/"):
                return f"{folder.name}/{file.removeprefix(f'{folder}/')}"
        return file


def loaded_from(snapshot: Snapshot, folders: Sequence[Path]) -> Shelf:
    """Give the shelf with what the bot loaded, and the problems that it met."""
    findings: dict[Path, tuple[Finding, ...]] = {}
    for one in snapshot.problems:
        finding = Finding("does-not-load", Severity.ERROR, one.path, one.line or 1, one.reason)
        findings[one.path] = (*findings.get(one.path, ()), finding)
    shelf = Shelf(loaded=snapshot.articles, findings=findings, folders=tuple(folders))
    return _numbered(shelf, tuple(_entry(shelf, one, place) for place, one in enumerate(snapshot.outlines)))


def updated(shelf: Shelf, files: Iterable[str], read: Mapping[str, Article | None]) -> Shelf:
    """Give the shelf as the files are now.

    Args:
        shelf: as it was.
        files: their names, in order.
        read: what those files gave that are new or changed.
    """
    known = {entry.file: entry for entry in shelf.entries}
    fresh = {name: _entry(shelf, outline(article), article) for name, article in read.items() if article}
    kept = known.keys() - read.keys()
    entries = [known[name] if name in kept else fresh[name] for name in files if name in kept or name in fresh]
    return _numbered(shelf, tuple(entries))


def _entry(shelf: Shelf, of: Outline, held: Article | int) -> Entry:
    words = f"{of.title} {of.subject} {of.url} {shelf.name(of.file)}"
    return Entry(of.url, of.file, words.casefold(), held)


def _numbered(shelf: Shelf, entries: tuple[Entry, ...]) -> Shelf:
    """Put the entries on the shelf; of several with the same url, the first counts."""
    urls = [entry.url for entry in entries]
    numbers = dict(zip(reversed(urls), reversed(range(len(urls))), strict=True))
    return replace(shelf, entries=entries, numbers=numbers)
