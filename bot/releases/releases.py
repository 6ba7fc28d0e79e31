"""The releases of one running bot: it begins with one, stages others and swaps them.

Whatever takes long runs in a child process or a thread, so that no question waits for it; one assignment then swaps the
releases.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import __version__, wording
from bot.answers.answerer import Answerer, LoadedRelease
from bot.background import describe, trace
from bot.corpus.sources import fetch, names
from bot.disk import why_unwritable
from bot.embedding.model_choice import NOT_ENCODED
from bot.errors import QuicktakeError
from bot.model import Release, Reload, ReloadState, Status
from bot.processes import in_child
from bot.progress import UNSEEN, Progress
from bot.releases.folder import ReleaseFolder
from bot.releases.indexing import loaded, recipe, semantics, thresholds
from bot.releases.snapshot import Snapshot
from bot.releases.stage import stage
from bot.settings import Settings

log = logging.getLogger(__name__)

NICENESS = 10  # of a reload and all it starts: whoever asks goes first, yet on a busy machine it still gets done


class Releases:
    """Holds the answerer and brings it new releases.

    Args:
        settings: whose corpus is served, and from which data folder.
        now: gives the time as aware UTC.
        questions: gives what is asked of a new release and of the serving one, to see which replies change.
        progress: who is told how far the first release is.
        starts_fresh: whether what changed in the corpus while the bot was down answers without an admin's word.

    Raises:
        QuicktakeError: there is no release that can be read, and none can be made.
    """

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], dt.datetime],
        questions: Callable[[], Sequence[str]] = tuple,
        *,
        starts_fresh: bool = False,
        progress: Progress = UNSEEN,
    ) -> None:
        self._settings = settings
        self._now = now
        self._questions = questions
        self._folder = release_folder(settings)
        self._started_at = self._loaded_at = now()
        self._trouble = ""
        release, self._snapshot = self._begin(starts_fresh or settings.reloads_directly, progress)
        for trouble in self._troubles():
            log.warning("%s", trouble)
        self._swapping, self._reloading = asyncio.Lock(), asyncio.Lock()
        self._reloads: set[asyncio.Task[Reload]] = set()
        self._next: asyncio.Task[Reload] | None = None
        self.answerer = Answerer(loaded(release, self._snapshot), thresholds(settings), settings.site_url)

    @property
    def snapshot(self) -> Snapshot:
        """What is served, as it was read."""
        return self._snapshot

    def is_current(self) -> bool:
        """Whether nothing has changed since the articles were last read; blocks while it looks at the files."""
        return self._folder.is_current()

    @property
    def is_reloading(self) -> bool:
        """Whether a reload is running or about to."""
        return bool(self._reloads)

    def status(self) -> Status:
        """Return what is served now, what waits to be, and what is wrong."""
        choice = semantics(self._settings)
        return Status(
            version=__version__,
            release=self.answerer.release,
            articles=len(self._snapshot.articles),
            problems=len(self._snapshot.problems),
            sources=names(self._settings),
            loaded_at=self._loaded_at,
            started_at=self._started_at,
            staged=self._folder.staged(),
            troubles=self._troubles(),
            searched=choice.note if self.answerer.searches_by_meaning or choice.model is None else NOT_ENCODED,
        )

    async def reload(self) -> Reload:
        """Stage the articles as they are now and tell how they differ; where reloads are direct, let them answer.

        There is one at a time. Everybody who asks while one is running shares the next, which sees what they changed.
        """
        if self._next is None:
            self._next = asyncio.create_task(self._reload_in_turn())
            self._reloads.add(self._next)
            self._next.add_done_callback(self._reloads.discard)
        return await asyncio.shield(self._next)

    async def activate(self, release: Release) -> None:
        """Let a staged release answer from now on.

        Raises:
            ReleaseError: it is not staged any more, or cannot be read.
        """
        async with self._swapping:
            self._swap(*await asyncio.to_thread(self._activate, release))

    async def discard(self, release: Release) -> None:
        """Drop a staged release.

        Raises:
            ReleaseError: it is not staged any more.
        """
        await asyncio.to_thread(self._folder.discard, release)

    async def roll_back(self) -> Release:
        """Let the release before answer again, and return it.

        Raises:
            ReleaseError: there is none.
        """
        async with self._swapping:
            self._swap(*await asyncio.to_thread(self._roll_back))
            return self.answerer.release

    async def stop(self) -> None:
        """Give up reloads under way, which may take minutes: the next start sees what changed."""
        for task in self._reloads:
            task.cancel()
        if self._reloads:
            await asyncio.wait(self._reloads)

    async def _reload_in_turn(self) -> Reload:
        async with self._reloading:
            self._next = None
            return await self._reload()

    async def _reload(self) -> Reload:
        serving = self.answerer.release
        try:
            questions = await asyncio.to_thread(self._questions)
            staged = await in_child(NICENESS, _restage, self._settings, tuple(questions))
            if staged.state is ReloadState.STAGED and self._settings.reloads_directly:
                await self.activate(staged.release)
                staged = replace(staged, state=ReloadState.ACTIVE, serving=staged.release)
            if staged.state is ReloadState.UNCHANGED:
                await self._take_up()
        except QuicktakeError as failure:
            self._trouble = wording.last_reload_failed(str(failure))
            return Reload(ReloadState.UNUSABLE, serving, serving, len(self._snapshot.articles), failure=str(failure))
        self._trouble = ""
        return staged

    async def _take_up(self) -> None:
        """Open the release that answers again: its articles are the same, but not what is known of their files."""
        async with self._swapping:
            release = self.answerer.release
            self._snapshot = await asyncio.to_thread(self._folder.open, release)
            self.answerer.activate(await asyncio.to_thread(loaded, release, self._snapshot))

    def _activate(self, release: Release) -> tuple[Snapshot, LoadedRelease]:
        snapshot = self._folder.activate(release)
        return snapshot, loaded(release, snapshot)

    def _roll_back(self) -> tuple[Snapshot, LoadedRelease]:
        release, snapshot = self._folder.roll_back()
        return snapshot, loaded(release, snapshot)

    def _swap(self, snapshot: Snapshot, fresh: LoadedRelease) -> None:
        self._snapshot, self._loaded_at = snapshot, self._now()
        self.answerer.activate(fresh)

    def _begin(self, activates: bool, progress: Progress) -> tuple[Release, Snapshot]:  # noqa: FBT001  (private, read at a glance)
        shutil.rmtree(self._settings.corpus_data_dir / "taught", ignore_errors=True)  # version 0.1 kept indexes there
        try:
            return _first(self._folder, activates=activates, progress=progress)
        except Exception as failure:
            opened = self._folder.open_active()
            if opened is None:
                raise
            self._trouble = wording.not_read_at_start(describe(failure))
            if not isinstance(failure, QuicktakeError):
                log.error("The articles could not be read\n%s", trace(failure))  # noqa: TRY400  (no texts in the log)
            return opened

    def _troubles(self) -> tuple[str, ...]:
        reason = why_unwritable(self._settings.data_dir)
        unwritable = wording.unwritable(str(self._settings.data_dir), reason) if reason else ""
        damaged = (wording.set_aside(str(release), str(self._folder.folder)) for release in self._folder.damaged())
        return tuple(filter(None, (self._trouble, unwritable, *damaged)))


def preview(settings: Settings, questions: Sequence[str] = (), progress: Progress = UNSEEN) -> Reload:
    """Stage the articles as they are now, for whichever bot serves them, and tell how they differ from what is served.

    The first release of all is activated: there is nothing to compare it with.

    Raises:
        CorpusError: the articles cannot be served.
        ReleaseError: somebody else is changing releases, or the data folder cannot be written to.
    """
    folder = release_folder(settings)
    if folder.open_active() is None:
        first, snapshot = _first(folder, activates=True, progress=progress)
        return Reload(ReloadState.ACTIVE, first, first, len(snapshot.articles), problems=snapshot.problems)
    return stage(folder, thresholds(settings), questions, progress)


def _restage(settings: Settings, questions: Sequence[str]) -> Reload:
    """What the child process does for a reload."""
    fetch(settings)
    return stage(release_folder(settings), thresholds(settings), questions)


def release_folder(settings: Settings) -> ReleaseFolder:
    """Return where the releases of these settings' articles are."""
    return ReleaseFolder(settings.corpus_data_dir / "releases", recipe(settings))


def _first(folder: ReleaseFolder, *, activates: bool, progress: Progress) -> tuple[Release, Snapshot]:
    """Return the release to begin with: the active one if it can be read, else the one before, else the articles now.

    What has changed since is staged, and activated only where reloads are direct.
    """
    staging = folder.stage(progress)
    if staging.is_unchanged:
        return staging.release, staging.snapshot
    opened = None if activates else folder.open_active()
    return opened or (staging.release, folder.activate(staging.release))
