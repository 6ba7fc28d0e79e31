"""What the journal teaches about the release that serves, for people in Slack: insights, suggestions, a glance.

Blocks while it reads the database, so call it off the event loop; what takes minutes runs in a child process.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import QuicktakeError
from bot.evaluate.questions import read
from bot.journal.insights import insights
from bot.journal.queries import Period
from bot.journal.review import Glance, Pending, Review, Suggested
from bot.journal.suggestions import proposals

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from bot.aliases import Alias
    from bot.journal.insights import Insights
    from bot.journal.store import Journal
    from bot.journal.suggestions import Effect, Labelled, Proposal
    from bot.journal.trend import Week
    from bot.model import Release
    from bot.releases.releases import Releases
    from bot.settings import Settings
    from bot.state.alias_decisions import AliasDecisions

log = logging.getLogger(__name__)

SUGGESTION_DAYS = 90  # a quarter: time enough for two people to miss the same article by the same words
GLANCE_DAYS = 30
TREND_DAYS = 84
MOST_SUGGESTIONS = 5  # to decide on at once; each costs an index to try
MOST_OF_ONE = 5  # own questions, popular articles
LONGEST_ALIAS = 200  # characters: what is longer is a story, and must fit into a button with its url


class Lessons:
    """Looks at the journal in the light of what serves. ``now`` gives the time as aware UTC."""

    def __init__(
        self,
        journal: Journal,
        decisions: AliasDecisions,
        releases: Releases,
        settings: Settings,
        now: Callable[[], dt.datetime],
    ) -> None:
        self._journal = journal
        self._decisions = decisions
        self._releases = releases
        self._settings = settings
        self._now = now
        self._titles: tuple[Release | None, dict[str, str]] = (None, {})
        self._effects: tuple[Release | None, dict[Alias, Effect]] = (None, {})
        self._tried = 0
        self._trying = asyncio.Lock()

    def insights(self, days: int) -> Insights:
        """Return what the last ``days`` say about all articles.

        Raises:
            QuicktakeError: the journal cannot be read.
        """
        readings = self._journal.readings(self._last(days))
        return insights(readings, self._all_titles())

    def last_week(self) -> tuple[Insights, tuple[Week, ...]]:
        """Return what the last seven days say, and the trend of twelve weeks.

        Raises:
            QuicktakeError: the journal cannot be read.
        """
        return self.insights(7), insights(self._journal.readings(self._last(TREND_DAYS)), {}).weeks

    def glance(self, user: str) -> Glance:
        """Return what a person's Home tab shows of the journal; nothing, said in the log, if it cannot be read."""
        return _if_readable(lambda: self._glance(user))

    def glance_of_admin(self, user: str) -> Glance:
        """Return what an admin's Home tab shows of the journal; as ``glance``."""
        return _if_readable(lambda: replace(self._glance(user), insights=self._latest(), review=self.review()))

    def review(self) -> Review:
        """Return what an admin can decide on, with the effects known so far.

        Raises:
            QuicktakeError: the journal cannot be read.
        """
        release, known = self._effects
        effects = known if release == self._releases.answerer.release else {}
        suggestions = tuple(Suggested(one, effects.get(one.alias)) for one in self._proposals())
        return Review(suggestions, self._pending(), self._tried)

    async def try_out(self) -> None:
        """Find out what the suggestions without an effect would change.

        Raises:
            QuicktakeError: they cannot be tried.
        """
        async with self._trying:
            review = await asyncio.to_thread(self.review)
            untried = tuple(one.proposal.alias for one in review.suggestions if one.effect is None)
            if not untried:
                return
            release = self._releases.answerer.release
            labelled = await asyncio.to_thread(self._labelled)
            found = dict(zip(untried, await self._releases.probe(untried, labelled), strict=True))
            known = self._effects[1] if self._effects[0] == release else {}
            self._effects, self._tried = (release, known | found), len(labelled)

    def _glance(self, user: str) -> Glance:
        popular = self._journal.most_used(self._last(GLANCE_DAYS), MOST_OF_ONE)
        return Glance(self._journal.questions_of(user, MOST_OF_ONE), popular)

    def _latest(self) -> Insights:
        """Look at what went wrong only: titles are needed of the articles voted on, not of all."""
        readings = self._journal.readings(self._last(GLANCE_DAYS))
        return insights(readings, self._titles_of(vote.url for vote in readings.votes))

    def _proposals(self) -> Sequence[Proposal]:
        confirmed = self._journal.confirmations(self._last(SUGGESTION_DAYS))
        articles = self._releases.answerer.articles_at(one.url for one in confirmed)
        decided = (*self._decisions.accepted(), *self._decisions.rejected())
        found = proposals(confirmed, articles, decided)
        return [one for one in found if len(one.alias.text) <= LONGEST_ALIAS][:MOST_SUGGESTIONS]

    def _pending(self) -> tuple[Pending, ...]:
        waiting = self._releases.pending()
        titles = self._titles_of(alias.url for alias in waiting)
        return tuple(Pending(alias, titles[alias.url]) for alias in waiting if alias.url in titles)

    def _labelled(self) -> list[Labelled]:
        """Keep the labelled questions whose articles there are: those of another corpus tell nothing."""
        try:
            questions = read([self._settings.questions])
        except QuicktakeError as failure:
            log.warning("Suggestions are tried without labelled questions: %s", failure)
            return []
        there = self._releases.answerer.urls()
        return [(one.query, frozenset(one.relevant)) for one in questions if there.issuperset(one.relevant)]

    def _titles_of(self, urls: Iterable[str]) -> dict[str, str]:
        return {article.url: article.title for article in self._releases.answerer.articles_at(urls)}

    def _all_titles(self) -> dict[str, str]:
        """Read them once for each release: 36,000 articles take a second to decode."""
        release = self._releases.answerer.release
        if self._titles[0] != release:
            self._titles = (release, self._titles_of(self._releases.answerer.urls()))
        return self._titles[1]

    def _last(self, days: int) -> Period:
        return Period.last(days, self._now())


def _if_readable(look: Callable[[], Glance]) -> Glance:
    try:
        return look()
    except QuicktakeError as failure:
        log.warning("The Home tab is shown without the journal: %s", failure)
        return Glance()
