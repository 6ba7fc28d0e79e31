"""What the linter needs from search and rendering, which it may not know itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from bot.answers.excerpt import excerpt
from bot.corpus.check.findings import Report
from bot.corpus.check.run import Outside, check
from bot.corpus.thesaurus import read_thesaurus
from bot.markdown.plaintext import plain
from bot.model import Answer, Article, Choices, Hit, RelatedArticle, Release
from bot.progress import OnProgress, ignore
from bot.search.index import Index
from bot.slack import limits
from bot.slack.blockkit import rich_text
from bot.slack.blockkit.messages import Presentation, message

LONGEST_LINE = 2_500  # characters, below Slack's 3,000 for a text or an address
LONGEST_URL = 1_000  # characters, below Slack's 2,000 for what a button carries: the url and a question
UNRELEASED = Release(0, "check")


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
    """Return what Slack would refuse of the messages that show the article, or None if all is well."""
    if not _has_risk(article):
        return None
    shown, hits = Presentation("https://example.com"), (Hit(article, 1.0),)
    related = tuple(RelatedArticle(one.title, one.url, is_in_corpus=True) for one in article.related)
    answer = Answer(article.title, UNRELEASED, hits, excerpt(article.answer), related)
    text = plain(answer.excerpt)
    sent = {
        "the excerpt": message(answer, shown).blocks,
        "the choice": message(Choices(article.title, UNRELEASED, hits), shown).blocks,
    }
    problems = [
        f"{name}: {one}" for name, blocks in sent.items() for one in limits.check_message(blocks, article.title)
    ]
    problems += [f"the excerpt as plain text: {one}" for one in limits.check_fallback(text)]
    pages = limits.split(rich_text.blocks(article.answer, surface="modal"), limits.MESSAGE_BLOCKS)
    problems += [f"the full answer: {one}" for page in pages for one in limits.check_message(page, article.title)]
    return "; ".join(problems) or None


def _has_risk(article: Article) -> bool:
    """Tell whether there is more in it than running text and short fields, which fit or are split or cut."""
    answer = article.answer
    addresses = (article.url, *(one.url for one in article.related))
    return (
        "|" in answer
        or "![" in answer
        or len(answer) > limits.FALLBACK_TEXT
        or max(map(len, addresses)) > LONGEST_URL
        or any(len(line) > LONGEST_LINE for line in answer.splitlines())
    )
