"""Compare the time that rendering an answer takes with that of one search, in one run.

    python -m benchmarks.rendering FOLDER...

Times depend on the machine; the ratios to one search are what to look at. Each step is timed several times for each of
the articles, asked for by its own question, and its best time counts; the middle one of all articles is shown.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from bot.answers.excerpt import excerpt
from bot.corpus.loader import load
from bot.corpus.thesaurus import read_thesaurus
from bot.markdown.mathematics import to_unicode
from bot.markdown.plaintext import plain
from bot.search.index import Index
from bot.slack import limits
from bot.slack.blockkit.rich_text import blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model import Article

ROUNDS = 3
SAMPLE = 300

Step = tuple[str, "Callable[[Article], object]"]


def main(folders: Sequence[str]) -> None:
    """Print the time of each step and its ratio to one search."""
    articles = load([Path(folder) for folder in folders]).articles
    sample = articles[:: max(1, len(articles) // SAMPLE)]
    times = {name: _middle_ms(step, sample) for name, step in _steps(articles)}
    table = Table("step", "ms", "searches", title=f"{len(sample)} of {len(articles)} articles", box=box.SIMPLE_HEAD)
    for name, taken_ms in times.items():
        table.add_row(name, f"{taken_ms:.2f}", f"{taken_ms / times['search']:.2f}")
    Console().print(table)


def _steps(articles: Sequence[Article]) -> list[Step]:
    index = Index.build(articles, thesaurus=read_thesaurus("english"))
    excerpts = {article.url: excerpt(article.answer, _question(article), title=article.title) for article in articles}
    return [
        ("search", lambda article: index.search(_question(article))),
        ("choose the excerpt", lambda article: excerpt(article.answer, _question(article), title=article.title)),
        ("render the excerpt", lambda article: blocks(excerpts[article.url])),
        ("render it, formulas unseen", lambda article: _unseen(excerpts[article.url])),
        ("excerpt as plain text", lambda article: plain(excerpts[article.url])),
        ("check the limits", lambda article: limits.check_message(blocks(excerpts[article.url]), "text")),
        ("render the full article", lambda article: blocks(article.answer, surface="modal")),
    ]


def _unseen(markdown: str) -> object:
    to_unicode.cache_clear()
    return blocks(markdown)


def _question(article: Article) -> str:
    return article.question or article.title


def _middle_ms(step: Callable[[Article], object], articles: Sequence[Article]) -> float:
    return statistics.median(min(_taken_ms(step, article) for _ in range(ROUNDS)) for article in articles)


def _taken_ms(step: Callable[[Article], object], article: Article) -> float:
    started = time.perf_counter()
    step(article)
    return (time.perf_counter() - started) * 1_000


if __name__ == "__main__":
    main(sys.argv[1:])
