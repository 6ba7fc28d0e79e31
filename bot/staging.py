"""Staging a release and comparing it with the serving one: minutes of work at full size, so it runs in a child process.

Its results are small and picklable; the releases themselves pass through the data folder.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.answers.answerer import Answerer
from bot.corpus.changes import snapshot_changes
from bot.corpus.preview import differences, questions_of
from bot.model import Answer, ChangedReply, Changes, Choices, NoAnswer, Reload, ReloadState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answerer import Thresholds
    from bot.corpus.preview import Difference
    from bot.corpus.releases import Releases
    from bot.corpus.snapshot import Snapshot
    from bot.model import Release, Reply
    from bot.teaching import Teaching

NEIGHBOURS = 25  # articles nearest to one that came, changed or went: their questions are the likeliest to be affected
MOST_OTHERS = 4_000  # articles, besides those, whose titles and aliases are asked: some twenty seconds of work


def stage(releases: Releases, thresholds: Thresholds, questions: Sequence[str], teaching: Teaching) -> Reload:
    """Read the corpus folders, put what they hold beside the serving release and compare the two.

    Args:
        releases: where they are kept; one must be active.
        thresholds: decide the outcomes that are compared.
        questions: asked of both, besides titles and aliases: those of all articles that came, changed or went, of
            their neighbours, and of the others up to ``MOST_OTHERS``.
        teaching: lays accepted aliases over both, so that only what changed in the files makes a difference.

    Raises:
        CorpusError: the folders cannot be served.
        ReleaseError: somebody else is changing releases, or the serving one cannot be read.
    """
    staging = releases.stage()
    serving = releases.active()
    after = releases.open(staging.release)
    if staging.is_unchanged or serving is None:
        state = ReloadState.UNCHANGED if staging.is_unchanged else ReloadState.STAGED
        return Reload(state, staging.release, staging.release, len(after.articles), problems=after.problems)
    before = releases.open(serving)
    teaching.make(before)
    teaching.make(after)
    compared = _compare((serving, before), (staging.release, after), thresholds, questions, teaching)
    return Reload(
        ReloadState.STAGED, staging.release, serving, len(after.articles), changes=compared, problems=after.problems
    )


def _compare(
    before: tuple[Release, Snapshot],
    after: tuple[Release, Snapshot],
    thresholds: Thresholds,
    questions: Sequence[str],
    teaching: Teaching,
) -> Changes:
    found = snapshot_changes(before[1], after[1])
    old, new = (Answerer(teaching.load(*one), thresholds) for one in (before, after))
    touched = (*found.added, *found.changed, *found.removed)
    near = (hit.article for article in touched for hit in old.rank(article.title, NEIGHBOURS))
    others = islice(chain(near, before[1].articles), MOST_OTHERS)
    asked = tuple(dict.fromkeys((*questions, *questions_of((*touched, *others)))))
    return Changes(
        added=tuple(article.title for article in found.added),
        changed=tuple(article.title for article in found.changed),
        removed=tuple(article.title for article in found.removed),
        replies=tuple(_in_words(one) for one in differences(asked, old.answer, new.answer)),
        asked=len(asked),
    )


def _in_words(difference: Difference) -> ChangedReply:
    return ChangedReply(
        difference.question, _outcome(difference.before), _outcome(difference.after), difference.is_loss
    )


def _outcome(reply: Reply) -> str:
    match reply:
        case Answer():
            return reply.hits[0].article.title
        case Choices():
            return f"{len(reply.hits)} choices, first {reply.hits[0].article.title}"
        case NoAnswer():
            return "no answer"
