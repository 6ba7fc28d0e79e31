"""What the journal teaches about the articles: insights, suggested aliases, a glance for the Home tab.

Everything here asks the database, so call it off the event loop.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.aliases import names, normalised
from bot.answers.answerer import Answerer
from bot.errors import QuicktakeError
from bot.journal.gaps import LEAST_PEOPLE
from bot.journal.insights import Insights, insights
from bot.journal.queries import Period
from bot.journal.review import Glance, Pending, Review
from bot.journal.store import Journal
from bot.journal.suggestions import Suggestion, collisions, suggestions
from bot.journal.trend import Week
from bot.model import Release
from bot.state.alias_decisions import AliasDecisions

log = logging.getLogger(__name__)

SUGGESTION_DAYS = 90  # a quarter: time enough for two people to miss the same article by the same words
GLANCE_DAYS = 30
TREND_DAYS = 84
MOST_SUGGESTIONS = 5  # to decide on at once
MOST_OF_ONE = 5  # own questions, popular articles
MOST_NEAR = 100  # articles looked at for one that an alias could mean as well; whichever has all its words comes first
LONGEST_ALIAS = 200  # characters: what is longer is a story, and must fit into a button with its url


class Learning:
    """Looks at the journal in the light of the articles that answer now. ``now`` gives the time as aware UTC."""

    def __init__(
        self, journal: Journal, decisions: AliasDecisions, answerer: Answerer, now: Callable[[], dt.datetime]
    ) -> None:
        self._journal = journal
        self._decisions = decisions
        self._answerer = answerer
        self._now = now
        self._titles: tuple[Release | None, dict[str, str]] = (None, {})

    def insights(self, days: int) -> Insights:
        """Return what the last ``days`` say about all articles.

        Raises:
            QuicktakeError: the journal cannot be read.
        """
        return insights(self._journal.readings(self._last(days)), self._all_titles())

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
        """Return what an admin can decide on.

        Raises:
            QuicktakeError: the journal cannot be read.
        """
        return Review(self.suggestions()[:MOST_SUGGESTIONS], self.pending())

    def suggestions(self, days: int = SUGGESTION_DAYS, *, least_people: int = LEAST_PEOPLE) -> tuple[Suggestion, ...]:
        """Suggest aliases, those of most people first, with what speaks against each.

        Raises:
            QuicktakeError: the journal cannot be read.
        """
        confirmed = self._journal.confirmations(self._last(days))
        articles = self._answerer.articles_at(one.url for one in confirmed)
        decided = (*self._decisions.accepted(), *self._decisions.rejected())
        found = suggestions(confirmed, articles, decided, least_people=least_people)
        return tuple(self._with_objections(one) for one in found if len(one.alias.text) <= LONGEST_ALIAS)

    def pending(self) -> tuple[Pending, ...]:
        """Return the accepted aliases that are not in the files.

        Raises:
            QuicktakeError: the decisions cannot be read.
        """
        accepted, live = self._decisions.accepted(), set(self._answerer.added)
        articles = {article.url: article for article in self._answerer.articles_at(one.url for one in accepted)}
        in_files = {(url, name) for url, article in articles.items() for name in names(article)}
        return tuple(
            Pending(alias, articles[alias.url].title if alias.url in articles else alias.url, alias in live)
            for alias in accepted
            if alias in live or (alias.url, normalised(alias.text)) not in in_files
        )

    def _with_objections(self, suggestion: Suggestion) -> Suggestion:
        alias = suggestion.alias
        return replace(
            suggestion,
            collisions=collisions(alias, self._answerer.find(alias.text, "", MOST_NEAR)),
            misspelt=self._answerer.misspelt(alias.text),
        )

    def _glance(self, user: str) -> Glance:
        popular = self._journal.most_used(self._last(GLANCE_DAYS), MOST_OF_ONE)
        return Glance(self._journal.questions_of(user, MOST_OF_ONE), popular)

    def _latest(self) -> Insights:
        """Look at what went wrong only: titles are needed of the articles voted on, not of all."""
        readings = self._journal.readings(self._last(GLANCE_DAYS))
        return insights(readings, self._titles_of(vote.url for vote in readings.votes))

    def _titles_of(self, urls: Iterable[str]) -> dict[str, str]:
        return {article.url: article.title for article in self._answerer.articles_at(urls)}

    def _all_titles(self) -> dict[str, str]:
        """Read them once for each release: 36,000 articles take a second to decode."""
        release = self._answerer.release
        if self._titles[0] != release:
            self._titles = (release, self._titles_of(self._answerer.urls()))
        return self._titles[1]

    def _last(self, days: int) -> Period:
        return Period.last(days, self._now())


def _if_readable(look: Callable[[], Glance]) -> Glance:
    try:
        return look()
    except QuicktakeError as failure:
        log.warning("The Home tab is shown without the journal: %s", failure)
        return Glance()
