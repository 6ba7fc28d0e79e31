"""What the rules look at: one file taken apart, or the whole corpus. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus.frontmatter import Source, problems_of, read_article, split
from bot.corpus.newlines import decode_newlines
from bot.corpus.yaml_tree import FormatError, Node
from bot.model import Problem

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from bot.model import Article


@dataclass(frozen=True, slots=True)
class File:
    """One file taken apart; ``article`` and ``source`` are None as far as it could not be read."""

    path: Path
    text: str
    source: Source | None
    article: Article | None
    problems: tuple[Problem, ...]

    def line_of(self, key: str) -> int:
        """Give the line of a field of the front matter, or 1."""
        return self.fields[key].line if key in self.fields else 1

    @property
    def fields(self) -> Mapping[str, Node]:
        """The fields of the front matter; none if it could not be read."""
        value = self.source.front.value if self.source else {}
        return value if isinstance(value, Mapping) else {}

    @property
    def written_answer(self) -> str:
        """The answer as it stands in the file, its newlines decoded; empty if there is none."""
        written = self.fields.get("answer")
        field = written.value if written and isinstance(written.value, str) else ""
        return decode_newlines(field.strip("\n")) or (self.source.body if self.source else "")

    def line_of_answer(self, index: int) -> int:
        """Give the file's line of the answer's line with this index (from 0), as nearly as the notation tells."""
        written = self.fields.get("answer")
        if not written or not written.value:
            return self.source.body_line + index if self.source else 1
        has_real_lines = "\n" in str(written.value).strip()
        return written.line + 1 + index if has_real_lines else written.line


@dataclass(frozen=True, slots=True)
class Library:
    """The articles that loaded, and where their fields stand; ``lines`` has a mapping per article, in their order."""

    articles: tuple[Article, ...]
    lines: tuple[Mapping[str, int], ...]
    today: dt.date
    site_url: str = ""

    def line(self, index: int, key: str) -> int:
        """Give the line of a field of an article, or 1."""
        return self.lines[index].get(key, 1)


def take_apart(text: str | Problem, path: Path) -> File:
    """Read a file's text for the rules, as far as it can be read."""
    if isinstance(text, Problem):
        return File(path, "", None, None, (text,))
    try:
        source = split(text)
    except FormatError as error:
        return File(path, text, None, None, problems_of(error, path))
    parsed = read_article(source, path)
    return File(path, text, source, parsed.article, parsed.problems)
