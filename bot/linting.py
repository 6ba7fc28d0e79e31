"""What the linter needs from search and rendering, which it may not know itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from bot.corpus.check.findings import Report
from bot.corpus.check.run import Outside, check
from bot.corpus.thesaurus import read_thesaurus
from bot.model import Article, Hit
from bot.progress import OnProgress, ignore
from bot.search.index import Index
from bot.slack import limits
from bot.slack.blockkit import rich_text

LONGEST_LINE = 2_500  # characters, below Slack's 3,000 for a text or an address


def find_faults(
    folders: Sequence[Path], without: Collection[str] = (), site_url: str = "", on_progress: OnProgress = ignore
) -> Report:
    """Check all articles of the folders by all rules but those left out, as of today.

    Raises:
        CorpusError: one of the folders does not exist.
    """
    today = dt.datetime.now(dt.UTC).date()
    return check(folders, today=today, outside=outside(), without=without, site_url=site_url, on_progress=on_progress)


def outside() -> Outside:
    """Return what some rules need from other layers."""
    return Outside(build_search=build_search, describe_unrenderable=describe_unrenderable)


def build_search(articles: tuple[Article, ...]) -> Callable[[str, int], Sequence[Hit]]:
    """Return the search over ``articles``, as the bot would search them."""
    return Index.build(articles, thesaurus=read_thesaurus("english")).search


def describe_unrenderable(article: Article) -> str | None:
    """Return what Slack would refuse of the article in full, or None if all is well."""
    if not _has_risk(article.answer):
        return None
    pages = limits.split(rich_text.blocks(article.answer, surface="modal"), limits.MESSAGE_BLOCKS)
    problems = [problem for page in pages for problem in limits.check_message(page, article.title)]
    return "; ".join(problems) or None


def _has_risk(markdown: str) -> bool:
    """Tell whether there is more than running text in it, which is split wherever it must be and always fits."""
    return "|" in markdown or "![" in markdown or any(len(line) > LONGEST_LINE for line in markdown.splitlines())
