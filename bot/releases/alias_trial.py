"""What an alias would change, found by asking labelled questions with it and without.

Each alias needs an index of its own: at full size that takes minutes, so it runs in a child process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answerer import Answerer
from bot.journal.suggestions import Bench, effects
from bot.model import Corpus
from bot.releases.indexing import answerer_with, thresholds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.aliases import Alias
    from bot.journal.suggestions import Answering, Effect, Labelled
    from bot.model import Release
    from bot.releases.alias_overlay import Teaching
    from bot.releases.folder import ReleaseFolder
    from bot.settings import Settings


def probe(
    settings: Settings,
    served: tuple[ReleaseFolder, Release, Teaching],
    aliases: Sequence[Alias],
    labelled: Sequence[Labelled],
) -> tuple[Effect, ...]:
    """Try each alias by itself on a release as it is ``served``, in order.

    Raises:
        ReleaseError: the release cannot be read any more.
    """
    releases, release, teaching = served
    snapshot = releases.open(release)
    loaded = teaching.load(release, snapshot)
    now, corpus = Answerer(loaded, thresholds(settings)), Corpus(tuple(loaded.articles), snapshot.synonyms)

    def trial(extra: Sequence[Alias]) -> Answering:
        return answerer_with(corpus, extra, settings).answer if extra else now.answer

    return tuple(effects(aliases, corpus.articles, labelled, Bench(trial, now.misspelt)))
