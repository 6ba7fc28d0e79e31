"""Ways to put one text before a rule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from bot.corpus.check.subjects import File, Library, take_apart
from bot.model import Article
from tests.corpus.samples import article_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.corpus.check.findings import Remark

TODAY = dt.date(2026, 3, 1)


def file(body: str = "", **lines: str | None) -> File:
    """Take an article's file apart; a keyword replaces a front matter line."""
    return take_apart(article_text(body, **lines), Path("a.md"))


def answering(markdown: str) -> File:
    """Take a file apart that has this Markdown, on its line 10 and below, as its answer."""
    return file("\n" + markdown, answer=None)


def found(rule: Callable[[File], Iterable[Remark]], subject: File) -> list[tuple[int, str]]:
    """Apply a rule to a file."""
    return [(remark.line, remark.message) for remark in rule(subject)]


def library(*articles: Article, **lines: int) -> Library:
    """Make a corpus of articles whose fields stand on the given lines."""
    return Library(articles, tuple(lines for _ in articles), TODAY)


def named(name: str, title: str, **fields: object) -> Article:
    """Make an article by its file's name and its title."""
    return Article(f"/{name}", title, "An answer.", source=Path(f"{name}.md"), **fields)  # type: ignore[arg-type]
