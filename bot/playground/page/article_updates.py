"""The articles, kept up to date for authors while they write.

An edge: begins with what the bot loaded and watches the corpus folders. Nothing is done before somebody looks; files
are read in a thread, and checked as a whole elsewhere.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.corpus.check.findings import Finding, Report
from bot.corpus.check.run import check_files
from bot.corpus.file_events import settled_changes
from bot.corpus.file_reader import read_file
from bot.corpus.file_stamps import by_name
from bot.corpus.files import is_article
from bot.errors import QuicktakeError
from bot.linting import outside
from bot.playground.change_signal import Bell
from bot.playground.page.article_files import Shelf, loaded_from, updated
from bot.releases.snapshot import Listing, Snapshot

Findings = Mapping[Path, tuple[Finding, ...]]

QUIET_S = 0.3  # an author who saved a file is waiting to see it
PAUSES_PER_LOOK = 10  # so looking takes no more than a tenth of the time, however many files there are


class Library:
    """Follows the corpus folders once somebody looked at the shelf.

    Args:
        folders: of the corpus.
        load: gives what the bot loaded of them.
        check: says what is wrong with all the files in them; may take minutes, and raise QuicktakeError.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        load: Callable[[], Snapshot],
        check: Callable[[], Awaitable[Report]],
    ) -> None:
        self._folders = tuple(folders)
        self._load = load
        self._check = check
        self._bell = Bell()
        self._is_wanted = asyncio.Event()
        self._is_unchecked = asyncio.Event()
        self._fresh: dict[Path, tuple[Finding, ...]] = {}
        self._shelf = Shelf()

    async def newer_than(self, version: int) -> Shelf:
        """Wait for a shelf with a higher version; that of nobody having looked yet is 0."""
        await self._bell.until(lambda: self._shelf.version > version, None)
        return self._shelf

    async def shelf(self) -> Shelf:
        """Give the articles, at once but for the first time."""
        self._is_wanted.set()
        await self._bell.until(lambda: self._shelf.version, None)
        return self._shelf

    async def follow(self) -> None:
        """Keep the shelf as the files are, for ever."""
        await self._is_wanted.wait()
        snapshot = self._load()
        self._put(await asyncio.to_thread(loaded_from, snapshot, self._folders))
        async with asyncio.TaskGroup() as together:
            together.create_task(self._keep_checked())
            together.create_task(self._keep_read(snapshot.listing))

    async def _keep_read(self, loaded: Listing) -> None:
        known, never = by_name(loaded.names, loaded.stamps), asyncio.Event()
        changes = settled_changes(self._folders, never, known=known, quiet_s=QUIET_S, pauses_per_look=PAUSES_PER_LOOK)
        async for states, changed in changes:
            articles = [name for name in states if is_article(name)]
            await self._take_in(articles, [Path(name) for name in articles if name in changed])

    async def _take_in(self, names: Sequence[str], changed: Sequence[Path]) -> None:
        parsed = await asyncio.to_thread(lambda: {str(path): read_file(path).article for path in changed})
        found = await asyncio.to_thread(lambda: _by_path(check_files(changed, outside())))
        self._fresh |= {path: found.get(path, ()) for path in changed}
        findings = _without_empty({**self._shelf.findings, **self._fresh})
        shelf = replace(self._shelf, findings=findings, is_checked=False, unchecked="")
        self._put(updated(shelf, names, parsed))
        self._is_unchecked.set()

    async def _keep_checked(self) -> None:
        self._is_unchecked.set()
        while await self._is_unchecked.wait():
            self._is_unchecked.clear()
            self._fresh = {}
            try:
                found = _by_path((await self._check()).findings)
            except QuicktakeError as failure:
                self._put(replace(self._shelf, unchecked=str(failure)))
                continue
            is_checked = not self._is_unchecked.is_set()
            findings = _without_empty({**found, **self._fresh})
            self._put(replace(self._shelf, findings=findings, is_checked=is_checked))

    def _put(self, shelf: Shelf) -> None:
        self._shelf = replace(shelf, version=self._shelf.version + 1)
        self._bell.ring()


def _by_path(findings: Iterable[Finding]) -> Findings:
    found: dict[Path, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.path].append(finding)
    return {path: tuple(ones) for path, ones in found.items()}


def _without_empty(findings: Findings) -> Findings:
    return {path: ones for path, ones in findings.items() if ones}
