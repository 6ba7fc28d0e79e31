"""Numbered releases of the corpus on disk: stage one, look at it, activate it, roll back.

Whoever restarts the bot finds what was active, and what was staged. Two who change releases at once: the first does,
the second is told. An edge: reads and writes files, holds a lock.
"""

from __future__ import annotations

import fcntl
import logging
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import QuicktakeError
from bot.model import Release
from bot.releases.release_log import Ledger, parse_release, read_ledger, write_ledger
from bot.releases.snapshot import Snapshot, open_snapshot
from bot.releases.snapshot_builder import Recipe, refresh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

KEPT = 5  # releases that served, the active one among them
_SUFFIX = ".release"
log = logging.getLogger(__name__)


class ReleaseError(QuicktakeError):
    """A release cannot be staged, activated or rolled back to; the text says why."""


@dataclass(frozen=True, slots=True)
class Staging:
    """What staging came to.

    ``release`` waits to be activated, or is the active one if ``is_unchanged``; ``snapshot`` is what it holds, mapped
    already: at full size, to open it again takes a second. ``replaced`` was staged before and is gone.
    """

    release: Release
    snapshot: Snapshot
    is_unchanged: bool = False
    replaced: Release | None = None


@dataclass(frozen=True, slots=True)
class ReleaseFolder:
    """The releases in one folder; two objects over the same folder see the same.

    Whatever changes releases raises ``ReleaseError`` while somebody else does, and if the folder cannot be written to.
    """

    folder: Path
    recipe: Recipe

    def active(self) -> Release | None:
        """Tell which release is to serve; None before the first."""
        return self._ledger().active

    def staged(self) -> Release | None:
        """Tell which release waits to be activated."""
        return self._ledger().staged

    def served(self) -> tuple[Release, ...]:
        """List the releases on disk that served, the active one first; the next is the one to roll back to."""
        return tuple(reversed(self._ledger().served))

    def open(self, release: Release) -> Snapshot:
        """Map a release into memory.

        Raises:
            ReleaseError: its file is gone or damaged, or another version of the bot made it.
        """
        snapshot = open_snapshot(self._path(release), self.recipe.variant)
        if not snapshot:
            raise ReleaseError(f"Release {release} cannot be read any more.")
        return snapshot

    def stage(
        self,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        on_building: Sequence[Callable[[int, int], None] | None] = (),
    ) -> Staging:
        """Read the corpus folders and put what they hold beside the active release.

        Raises:
            CorpusError: the folders cannot be served; nothing has changed.
        """
        with self._lock():
            ledger = self._ledger()
            made = self.folder / "staging"
            made.unlink(missing_ok=True)
            before = self._path(ledger.active) if ledger.active else None
            snapshot = refresh(self.recipe, made, previous=before, on_progress=on_progress, on_building=on_building)
            return self._stage(ledger, snapshot, made)

    def activate(self, release: Release) -> None:
        """Make the staged release serve."""
        with self._lock():
            ledger = self._while_staged(release)
            self.open(release)
            served = (*ledger.served, release)[-KEPT:]
            self._write(replace(ledger, served=served, staged=None))

    def discard(self, release: Release) -> None:
        """Drop the staged release."""
        with self._lock():
            self._write(replace(self._while_staged(release), staged=None))

    def roll_back(self) -> Release:
        """Make the release serve again that served before the active one, and tell which it is."""
        with self._lock():
            ledger = self._ledger()
            earlier = ledger.served[:-1]
            while earlier and not open_snapshot(self._path(earlier[-1]), self.recipe.variant):
                earlier = earlier[:-1]
            if not earlier:
                raise ReleaseError("There is no earlier release to go back to.")
            self._write(replace(ledger, served=earlier))
            return earlier[-1]

    def _stage(self, ledger: Ledger, snapshot: Snapshot, made: Path) -> Staging:
        active, content_id = ledger.active, snapshot.content_id
        if active and content_id == active.content_id:
            if made.exists():  # files were touched or moved: the next start shall not read them again
                made.replace(self._path(active))
            self._write(replace(ledger, staged=None))
            return Staging(active, snapshot, is_unchanged=True, replaced=ledger.staged)
        if ledger.staged and content_id == ledger.staged.content_id:  # a report on it may be waiting for an answer
            return Staging(ledger.staged, snapshot)
        release = Release(ledger.last_number + 1, content_id)
        if not made.exists():
            raise self._unwritable()
        made.replace(self._path(release))
        self._write(replace(ledger, staged=release, last_number=release.number))
        return Staging(release, snapshot, replaced=ledger.staged)

    def _while_staged(self, release: Release) -> Ledger:
        ledger = self._ledger()
        if ledger.staged != release:
            now = f"{ledger.staged} is staged now" if ledger.staged else "nothing is staged now"
            raise ReleaseError(f"Release {release} is not staged any more: {now}.")
        return ledger

    def _path(self, release: Release) -> Path:
        return self.folder / f"{release}{_SUFFIX}"

    def _ledger(self) -> Ledger:
        try:
            return read_ledger(self._ledger_path) or Ledger()
        except (OSError, ValueError) as error:
            log.warning("The record of releases is left aside, and made again from their files: %s", error)
            return self._recovered()

    def _recovered(self) -> Ledger:
        names = (path.stem for path in self.folder.glob(f"*-*{_SUFFIX}"))
        found = [parse_release(name) for name in names if name.partition("-")[0].isdecimal()]
        served = tuple(sorted(found, key=lambda release: release.number))
        return Ledger(served, last_number=served[-1].number if served else 0)

    def _write(self, ledger: Ledger) -> None:
        """Write the record, then remove what it does not name: a kill in between leaves too much, never too little."""
        write_ledger(self._ledger_path, ledger)
        wanted = {self._path(release) for release in (*ledger.served, ledger.staged) if release}
        for path in self.folder.glob(f"*{_SUFFIX}"):
            if path not in wanted:
                path.unlink(missing_ok=True)

    @property
    def _ledger_path(self) -> Path:
        return self.folder / "releases.json"

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the folder alone; the system lets go when the process ends, however it ends."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            file = (self.folder / "lock").open("w")
        except OSError as error:
            raise self._unwritable() from error
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ReleaseError(
                    "Somebody else is changing releases just now; try again when that is done."
                ) from error
            yield

    def _unwritable(self) -> ReleaseError:
        return ReleaseError(f"{self.folder} cannot be written to; check QUICKTAKE_DATA_DIR.")
