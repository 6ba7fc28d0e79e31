"""Staging a release and comparing it with the serving one: minutes of work at full size, so it runs in a child process.

Its results are small and picklable; the releases themselves pass through the data folder.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answerer import Thresholds
from bot.model import Reload, ReloadState
from bot.progress import UNSEEN, Progress
from bot.releases.diff import Pair, compare
from bot.releases.folder import ReleaseFolder


def stage(
    releases: ReleaseFolder,
    thresholds: Thresholds,
    questions: Sequence[str],
    progress: Progress = UNSEEN,
) -> Reload:
    """Read the sources, put what they hold beside the serving release and compare the two.

    Args:
        releases: where they are kept; one must be active.
        thresholds: decide the outcomes that are compared.
        questions: asked of both, besides the title, question and aliases of every article.
        progress: who is told how far it is.

    Raises:
        CorpusError: the folders cannot be served.
        ReleaseError: somebody else is changing releases, or one of the two cannot be read any more.
    """
    staging = releases.stage(progress=progress)
    serving = releases.active()
    after = staging.snapshot
    if staging.is_unchanged or serving is None:
        state = ReloadState.UNCHANGED if staging.is_unchanged else ReloadState.STAGED
        return Reload(state, staging.release, staging.release, len(after.articles), problems=after.problems)
    pair = Pair(releases, serving, staging.release, thresholds)
    compared = compare(pair, questions, on_progress=progress.comparing)
    return Reload(
        ReloadState.STAGED, staging.release, serving, len(after.articles), changes=compared, problems=after.problems
    )
