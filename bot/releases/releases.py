"""The releases that one running bot serves: it begins with one, stages others and swaps them.

Accepted aliases lie over whichever release serves (``teaching``). Whatever takes long runs in a child process, so that
no question waits for it; one assignment then swaps the releases.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import __version__
from bot.answers.answerer import Answerer
from bot.corpus.sources import fetch, names
from bot.embedding.model_choice import NOT_ENCODED
from bot.errors import QuicktakeError
from bot.model import Reload, ReloadState, Status
from bot.processes import in_child
from bot.progress import UNSEEN
from bot.releases.alias_overlay import Teaching
from bot.releases.alias_trial import probe
from bot.releases.folder import ReleaseFolder
from bot.releases.indexing import recipe, semantics, thresholds
from bot.releases.stage import stage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bot.aliases import Alias
    from bot.answers.answerer import LoadedRelease
    from bot.journal.suggestions import Effect, Labelled
    from bot.model import Release
    from bot.progress import Progress
    from bot.releases.snapshot import Snapshot
    from bot.settings import Settings

log = logging.getLogger(__name__)

NICENESS = 10  # of a reload and all it starts: whoever asks goes first, yet on a busy machine it still gets done


class Releases:
    """Holds the answerer and brings it new releases.

    Args:
        settings: whose corpus is served, and from which data folder.
        now: gives the time as aware UTC.
        questions: gives what is asked of a new release and of the serving one, to see which replies change.
        accepted: gives the aliases that lie over every release; may raise QuicktakeError, and then those known stay.
        progress: who is told how far the first release is.
        starts_fresh: whether what changed in the corpus while the bot was down answers without an admin's word.

    Raises:
        CorpusError: there is no release yet, and the corpus cannot make one.
    """

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], dt.datetime],
        questions: Callable[[], Sequence[str]] = tuple,
        *,
        accepted: Callable[[], Sequence[Alias]] = tuple,
        starts_fresh: bool = False,
        progress: Progress = UNSEEN,
    ) -> None:
        self._settings = settings
        self._now = now
        self._questions = questions
        self._accepted = accepted
        self._folder = _folder(settings)
        self._started_at = self._loaded_at = now()
        activates = starts_fresh or settings.reloads_directly
        self._release, self._snapshot = _first(self._folder, activates=activates, progress=progress)
        self._teaching = self._taught_before()
        self._learning = asyncio.Lock()
        self.answerer = Answerer(self._loaded(), thresholds(settings))

    @property
    def snapshot(self) -> Snapshot:
        """What is served, as it was read."""
        return self._snapshot

    def status(self) -> Status:
        """Return what is served now, and what waits to be."""
        return Status(
            version=__version__,
            release=self.answerer.release,
            articles=len(self._snapshot.articles),
            problems=len(self._snapshot.problems),
            sources=names(self._settings),
            loaded_at=self._loaded_at,
            started_at=self._started_at,
            staged=self._folder.staged(),
            searched=self._searched(),
        )

    def _searched(self) -> str:
        choice = semantics(self._settings)
        return choice.note if self.answerer.searches_by_meaning or choice.model is None else NOT_ENCODED

    async def reload(self) -> Reload:
        """Stage the corpus as it is now and tell how it differs; where reloads are direct, let it answer at once."""
        try:
            questions = await asyncio.to_thread(self._questions)
            staged = await in_child(NICENESS, _restage, self._settings, tuple(questions), self._teaching)
        except QuicktakeError as failure:
            return self._kept(failure)
        if staged.state is ReloadState.STAGED and self._settings.reloads_directly:
            self.activate(staged.release)
            return replace(staged, state=ReloadState.ACTIVE, serving=staged.release)
        return staged

    def activate(self, release: Release) -> None:
        """Let a staged release answer from now on.

        Raises:
            ReleaseError: it is not staged any more.
        """
        self._serve(release, self._folder.activate(release))

    def discard(self, release: Release) -> None:
        """Drop a staged release.

        Raises:
            ReleaseError: it is not staged any more.
        """
        self._folder.discard(release)

    def roll_back(self) -> Release:
        """Let the release before answer again, and return it.

        Raises:
            ReleaseError: there is none.
        """
        release, snapshot = self._folder.roll_back()
        self._serve(release, snapshot)
        return release

    async def learn(self) -> None:
        """Let the aliases accepted by now, and no others, take effect on the release that serves, if they do not yet.

        Raises:
            QuicktakeError: they cannot be read, or their index cannot be kept; what answers stays.
        """
        async with self._learning:
            accepted = await asyncio.to_thread(self._accepted)
            teaching = replace(self._teaching, accepted=tuple(accepted))
            taught = await self._taught(teaching)
            self._teaching = teaching
            self.answerer.activate(taught)

    def pending(self) -> tuple[Alias, ...]:
        """Return the accepted aliases that are not in the files of the release that serves."""
        return self._teaching.lacking(self._snapshot)

    async def probe(self, aliases: Sequence[Alias], labelled: Sequence[Labelled]) -> tuple[Effect, ...]:
        """Find out what each alias by itself would change, besides those accepted; takes an index for each.

        Raises:
            ReleaseError: the release that serves cannot be read any more.
        """
        served = (self._folder, self._release, self._teaching)
        return await in_child(NICENESS, probe, self._settings, served, tuple(aliases), tuple(labelled))

    async def _taught(self, teaching: Teaching) -> LoadedRelease:
        """Load the release that serves, with aliases; another one may come to serve meanwhile."""
        while True:
            release, snapshot = self._release, self._snapshot
            if not await asyncio.to_thread(teaching.is_made, snapshot):
                await in_child(NICENESS, _teach, self._folder, release, teaching)
            taught = await asyncio.to_thread(teaching.load, release, snapshot)
            if release == self._release:
                return taught

    def _serve(self, release: Release, snapshot: Snapshot) -> None:
        self._release, self._snapshot = release, snapshot
        self.answerer.activate(self._loaded())
        self._loaded_at = self._now()

    def _loaded(self) -> LoadedRelease:
        return self._teaching.load(self._release, self._snapshot)

    def _taught_before(self) -> Teaching:
        """Take up what was accepted before, and make its index if that of the last time is of no use."""
        untaught = _teaching(self._settings)
        try:
            teaching = replace(untaught, accepted=tuple(self._accepted()))
            teaching.make(self._snapshot)
        except QuicktakeError as failure:
            log.warning("Accepted aliases take no effect: %s", failure)
            return untaught
        return teaching

    def _kept(self, failure: QuicktakeError) -> Reload:
        serving = self.answerer.release
        return Reload(ReloadState.UNUSABLE, serving, serving, len(self._snapshot.articles), failure=str(failure))


def preview(
    settings: Settings,
    questions: Sequence[str] = (),
    accepted: Sequence[Alias] = (),
    progress: Progress = UNSEEN,
) -> Reload:
    """Stage the corpus as it is now, for whichever bot serves it, and tell how it differs from what is served.

    The first release of all is activated: there is nothing to compare it with.

    Raises:
        CorpusError: the corpus cannot be served.
        ReleaseError: somebody else is changing releases, or the data folder cannot be written to.
    """
    folder = _folder(settings)
    if folder.active() is None:
        first, snapshot = _first(folder, activates=True, progress=progress)
        return Reload(ReloadState.ACTIVE, first, first, len(snapshot.articles), problems=snapshot.problems)
    teaching = replace(_teaching(settings), accepted=tuple(accepted))
    return stage(folder, thresholds(settings), questions, teaching, progress)


def _restage(settings: Settings, questions: Sequence[str], teaching: Teaching) -> Reload:
    """What the child process does for a reload."""
    fetch(settings)
    return stage(_folder(settings), thresholds(settings), questions, teaching)


def _teach(folder: ReleaseFolder, release: Release, teaching: Teaching) -> None:
    """What the child process does for aliases that were accepted."""
    teaching.make(folder.open(release))


def _folder(settings: Settings) -> ReleaseFolder:
    return ReleaseFolder(settings.corpus_data_dir / "releases", recipe(settings))


def _teaching(settings: Settings) -> Teaching:
    return Teaching(settings.corpus_data_dir / "taught", recipe(settings))


def _first(folder: ReleaseFolder, *, activates: bool, progress: Progress = UNSEEN) -> tuple[Release, Snapshot]:
    """Return the release to begin with: the active one if it can be read, else the one before, else the corpus now.

    What has changed in the corpus since is staged, and activated only where reloads are direct.
    """
    try:
        staging = folder.stage(progress=progress)
    except QuicktakeError as failure:
        opened = folder.open_active()
        if opened is None:
            raise
        log.warning("The articles cannot be used; release %s keeps answering: %s", opened[0], failure)
        return opened
    if staging.is_unchanged:
        return staging.release, staging.snapshot
    opened = None if activates else folder.open_active()
    return opened or (staging.release, folder.activate(staging.release))
