"""Numbered releases of the corpus on disk: stage one, look at it, activate it, roll back.

The names of the files are the record: ``4-1f0c9a2.staged`` waits, and of all ``….release`` the one with the highest
number answers. Each change is one rename or removal, so neither a crash nor a full disk nor a damaged file can make
another release answer. Of two who change releases at once, the first does and the second is told.
"""

from __future__ import annotations

import fcntl
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.disk import why_unwritable
from bot.errors import CorpusError, QuicktakeError
from bot.model import Release
from bot.progress import UNSEEN, Progress
from bot.releases.snapshot import Snapshot, SnapshotError, open_snapshot, read_snapshot
from bot.releases.snapshot_builder import Recipe, list_sources, refresh

KEPT = 5  # releases that answered, the active one among them
ACTIVATED, STAGED, DAMAGED = ".release", ".staged", ".damaged"
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
        """Return the release that is to answer; None before the first."""
        return next(iter(self.served()), None)

    def staged(self) -> Release | None:
        """Return the release that waits to be activated."""
        return next(iter(self._list(STAGED)), None)

    def served(self) -> tuple[Release, ...]:
        """List the releases that were activated, the active one first; the next is the one to roll back to."""
        return self._list(ACTIVATED)

    def damaged(self) -> tuple[Release, ...]:
        """List the releases that were activated, turned out to be damaged and were set aside; the latest first."""
        return self._list(DAMAGED)

    def open(self, release: Release) -> Snapshot:
        """Map a release into memory.

        Raises:
            ReleaseError: its file is gone or damaged, or another version of the bot made it.
        """
        for suffix in (ACTIVATED, STAGED, ACTIVATED):  # it may be activated between two looks
            path = self._path(release, suffix)
            if path.exists():
                try:
                    return read_snapshot(path, self.recipe.variant)
                except SnapshotError as failure:
                    raise ReleaseError(f"Release {release} cannot be read any more: {failure}.") from failure
        raise ReleaseError(f"Release {release} cannot be read any more: its file is gone.")

    def open_active(self) -> tuple[Release, Snapshot] | None:
        """Map the active release, or else the newest one before it that can be read; damaged ones are set aside."""
        for release in self.served():
            try:
                return release, read_snapshot(self._path(release, ACTIVATED), self.recipe.variant)
            except SnapshotError as failure:
                log.warning("Release %s cannot be read: %s", release, failure)
                if failure.is_damage:
                    with suppress(OSError):
                        self._path(release, ACTIVATED).rename(self._path(release, DAMAGED))
        return None

    def is_current(self) -> bool:
        """Whether the sources are as they were when they were last staged."""
        for path in self._newest():
            snapshot = open_snapshot(path, self.recipe.variant)
            if snapshot:
                with suppress(CorpusError):
                    return snapshot.listing.is_same(list_sources(self.recipe, snapshot))
        return False

    def stage(self, progress: Progress = UNSEEN) -> Staging:
        """Read the corpus folders and put what they hold beside the active release.

        Raises:
            CorpusError: the folders cannot be served; nothing has changed.
        """
        with self._lock():
            made = self.folder / "staging"
            made.unlink(missing_ok=True)
            snapshot = refresh(self.recipe, made, previous=self._newest(), progress=progress)
            return self._stage(snapshot, made)

    def activate(self, release: Release) -> Snapshot:
        """Make the staged release the active one, and return what it holds."""
        with self._lock():
            staged = self.staged()
            if staged != release:
                now = f"{staged} is staged now" if staged else "nothing is staged now"
                raise ReleaseError(f"Release {release} is not staged any more: {now}.")
            snapshot = self.open(release)
            self._path(release, STAGED).rename(self._path(release, ACTIVATED))
            self._prune()
            return snapshot

    def discard(self, release: Release) -> None:
        """Drop the staged release."""
        with self._lock():
            if self.staged() != release:
                raise ReleaseError(f"Release {release} is not staged any more.")
            self._path(release, STAGED).unlink()

    def roll_back(self) -> tuple[Release, Snapshot]:
        """Make the release active again that was so before, and return it with what it holds."""
        with self._lock():
            for release in self.served()[1:]:
                try:
                    snapshot = self.open(release)
                except ReleaseError as failure:
                    log.warning("%s", failure)
                    continue
                for one in self.served():
                    if one.number > release.number:
                        self._path(one, ACTIVATED).unlink()
                return release, snapshot
            raise ReleaseError("There is no earlier release to go back to.")

    def _stage(self, snapshot: Snapshot, made: Path) -> Staging:
        active, staged = self.active(), self.staged()
        if active and snapshot.content_id == active.content_id:
            if made.exists():  # files were touched or moved, or it was damaged: the next start shall find it whole
                made.replace(self._path(active, ACTIVATED))
            self._keep_staged(None)
            return Staging(active, snapshot, is_unchanged=True, replaced=staged)
        if staged and snapshot.content_id == staged.content_id:  # a report on it may be waiting for an answer
            if made.exists():
                made.replace(self._path(staged, STAGED))
            return Staging(staged, snapshot)
        if not made.exists():
            raise self._unwritable()
        release = Release(self._next_number(), snapshot.content_id)
        made.replace(self._path(release, STAGED))
        self._keep_staged(release)
        return Staging(release, snapshot, replaced=staged)

    def _newest(self) -> list[Path]:
        """Give the files that may hold what was staged last, the best first."""
        staged = [self._path(one, STAGED) for one in self._list(STAGED)]
        return [*staged, *(self._path(one, ACTIVATED) for one in self.served()[:1])]

    def _keep_staged(self, release: Release | None) -> None:
        for one in self._list(STAGED):
            if one != release:
                self._path(one, STAGED).unlink()

    def _prune(self) -> None:
        for one in self.served()[KEPT:]:
            self._path(one, ACTIVATED).unlink(missing_ok=True)
        for one in self.damaged():
            self._path(one, DAMAGED).unlink(missing_ok=True)

    def _next_number(self) -> int:
        """Give a number that no release ever had, not even a discarded one; if the note is lost, none still here."""
        note = self.folder / "last-number"
        numbers = [one.number for suffix in (ACTIVATED, STAGED, DAMAGED) for one in self._list(suffix)]
        with suppress(OSError, ValueError):
            noted = note.read_text(encoding="ascii")
            numbers += [int(noted)] if re.fullmatch(r"\d{1,9}", noted) else []
        number = max(numbers, default=0) + 1
        with suppress(OSError):
            note.write_text(str(number), encoding="ascii")
        return number

    def _list(self, suffix: str) -> tuple[Release, ...]:
        found = []
        for path in self.folder.glob(f"*{suffix}"):
            with suppress(ValueError):
                found.append(Release.parse(path.stem))
        return tuple(sorted(found, key=lambda release: release.number, reverse=True))

    def _path(self, release: Release, suffix: str) -> Path:
        return self.folder / f"{release}{suffix}"

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the folder alone; the system lets go when the process ends, however it ends."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / "lock").open("w") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._adopt()
                yield
        except BlockingIOError as error:
            raise ReleaseError("Somebody else is changing releases just now; try again when that is done.") from error
        except OSError as error:
            raise self._unwritable(error) from error

    def _adopt(self) -> None:
        """Take up what version 0.1 left: staged and activated releases told apart in a file of JSON, which goes."""
        record = self.folder / "releases.json"
        if not record.exists():
            return
        with suppress(ValueError, LookupError, TypeError, RecursionError):
            staged = Release.parse(json.loads(record.read_bytes())["staged"])
            if staged == self.active():
                self._path(staged, ACTIVATED).rename(self._path(staged, STAGED))
        record.unlink()

    def _unwritable(self, error: OSError | None = None) -> ReleaseError:
        reason = why_unwritable(self.folder) or (error and error.strerror) or "it is full or read-only"
        return ReleaseError(f"{self.folder} cannot be written to: {reason}. Check QUICKTAKE_DATA_DIR.")
