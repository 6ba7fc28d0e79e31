"""The articles, kept up to date for authors while they write.

An edge: begins with what the bot loaded and watches the corpus folders. Nothing is done before somebody looks; files
are read in a thread, and checked as a whole elsewhere.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.corpus.check.run import check_files
from bot.corpus.file_reader import read_file
from bot.corpus.file_stamps import stamps
from bot.corpus.files import find
from bot.errors import QuicktakeError
from bot.linting import outside
from bot.playground.change_signal import Bell
from bot.playground.page.article_files import Shelf, loaded_from, updated

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.corpus.check.findings import Finding
    from bot.releases.snapshot import Snapshot

    Findings = Mapping[Path, tuple[Finding, ...]]
    Stamps = Mapping[str, tuple[int, ...]]

SHORTEST_PAUSE_S = 0.7
PAUSES_PER_LOOK = 10  # looking takes no more than this share of the time, however many files there are


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
        check: Callable[[], Awaitable[Iterable[Finding]]],
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
        known = await self._look(_stamps_by_name(snapshot.listing.names, snapshot.listing.stamps))
        async with asyncio.TaskGroup() as together:
            together.create_task(self._keep_checked())
            together.create_task(self._keep_read(known))

    async def _keep_read(self, known: Stamps) -> None:
        pause_s = SHORTEST_PAUSE_S
        while True:
            await asyncio.sleep(pause_s)
            began_s = time.monotonic()
            known = await self._look(known)
            pause_s = max(SHORTEST_PAUSE_S, PAUSES_PER_LOOK * (time.monotonic() - began_s))

    async def _look(self, known: Stamps) -> Stamps:
        try:
            now = await asyncio.to_thread(_stamps, self._folders)
        except QuicktakeError as unusable:
            if str(unusable) != self._shelf.failure:
                self._put(replace(self._shelf, failure=str(unusable)))
            return known
        if now != known or self._shelf.failure:
            await self._take_in(now, [Path(name) for name in now if now[name] != known.get(name)])
        return now

    async def _take_in(self, now: Stamps, changed: Sequence[Path]) -> None:
        parsed = await asyncio.to_thread(lambda: {str(path): read_file(path).article for path in changed})
        found = await asyncio.to_thread(lambda: _by_path(check_files(changed, outside())))
        self._fresh |= {path: found.get(path, ()) for path in changed}
        findings = {**self._shelf.findings, **self._fresh}
        shelf = replace(self._shelf, findings=_without_empty(findings), is_checked=False, unchecked="", failure="")
        self._put(updated(shelf, now, parsed))
        self._is_unchecked.set()

    async def _keep_checked(self) -> None:
        self._is_unchecked.set()
        while await self._is_unchecked.wait():
            self._is_unchecked.clear()
            self._fresh = {}
            try:
                found = _by_path(await self._check())
            except QuicktakeError as failure:
                self._put(replace(self._shelf, unchecked=str(failure)))
                continue
            is_checked = not self._is_unchecked.is_set()
            findings = _without_empty({**found, **self._fresh})
            self._put(replace(self._shelf, findings=findings, is_checked=is_checked))

    def _put(self, shelf: Shelf) -> None:
        self._shelf = replace(shelf, version=self._shelf.version + 1)
        self._bell.ring()


def _stamps(folders: Sequence[Path]) -> Stamps:
    paths, _ = find(folders)
    return _stamps_by_name(map(str, paths), stamps(paths))


def _stamps_by_name(names: Iterable[str], rows: NDArray[np.int64]) -> Stamps:
    return dict(zip(names, map(tuple, rows.tolist()), strict=True))


def _by_path(findings: Iterable[Finding]) -> Findings:
    found: dict[Path, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.path].append(finding)
    return {path: tuple(ones) for path, ones in found.items()}


def _without_empty(findings: Findings) -> Findings:
    return {path: ones for path, ones in findings.items() if ones}
