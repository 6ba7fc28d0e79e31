"""What authors see and ask: the articles as they stand on disk, each as Slack would show it, and why a reply came.

No I/O of its own: the library reads the files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bot.linting import find_faults
from bot.playground.model import Json
from bot.playground.page import article_list
from bot.playground.page.article_updates import Library
from bot.playground.page.explanation import explanation
from bot.processes import in_child
from bot.releases.releases import Releases
from bot.settings import Settings

LONGEST_QUESTION = 3_000
CHECK_NICENESS = 10  # minutes of work at full size, which nobody who asks the bot shall feel


class Authoring:
    """Answers what authors ask of the page.

    Args:
        library: the articles.
        explain: describes how a question is answered and why.
        site_url: what relative urls of articles belong to.
    """

    def __init__(self, library: Library, explain: Callable[[str], Json], site_url: str = "") -> None:
        self._library = library
        self._explain = explain
        self._site_url = site_url

    @classmethod
    def over(cls, releases: Releases, settings: Settings) -> Authoring:
        """Answer from what the bot loaded, and follow the corpus folders."""
        check = partial(in_child, CHECK_NICENESS, find_faults, settings.corpus, (), settings.site_url)
        library = Library(settings.corpus, lambda: releases.snapshot, check)
        return cls(library, partial(explanation, releases.answerer), settings.site_url)

    async def follow(self) -> None:
        """Keep the articles as the files are, for ever."""
        await self._library.follow()

    async def news(self, told: int) -> Json:
        """Wait for articles of a higher ``version`` than was told, and tell it."""
        return {"version": (await self._library.newer_than(told)).version}

    async def articles(self, query: Mapping[str, str]) -> Json:
        """List the articles from ``offset`` on, ``limit`` of those that are ``wanted``, or ``only`` with findings."""
        return article_list.rows(
            await self._library.shelf(),
            query.get("wanted", ""),
            _number(query.get("offset", "0")),
            _number(query.get("limit", "100")),
            only_with_findings=query.get("only") == "findings",
        )

    async def article(self, url: str) -> Json | None:
        """Describe one article; None if there is none with this url."""
        return article_list.article(await self._library.shelf(), url, self._site_url)

    def explanation(self, question: str) -> Json:
        """Describe how a question is answered and why."""
        return self._explain(question[:LONGEST_QUESTION])


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
