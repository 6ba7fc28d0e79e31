"""One file's text → an article, or the reasons why it is none.

A file begins with YAML between two lines of ``---``; the answer stands in its ``answer`` field or below it as Markdown.
Pure: no I/O.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus.fields import Fields
from bot.corpus.newlines import decode_newlines
from bot.corpus.yaml_tree import FormatError, Node, parse_yaml
from bot.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"---[ \t]*$", re.MULTILINE)
_NEXT_FENCE = re.compile(r"\n---[ \t]*$", re.MULTILINE)
_EMPTY_BODIES = frozenset({"", "&nbsp;"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file in its two parts: the fields of the front matter, and the Markdown below it ("" for none).

    ``body_line`` is the file's line on which that Markdown begins.
    """

    front: Node
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file gave: an article unless a required field is unusable, and every problem, by line."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def parse(text: str, path: Path) -> Parsed:
    """Read one file's text as an article; whatever the text, a file gives an article or says why not."""
    try:
        source = split(text)
    except FormatError as error:
        return Parsed(None, (Problem(path, str(error), error.line),))
    return read_article(source, path)


def split(text: str) -> Source:
    """Take a file's text apart and read its front matter.

    Raises:
        FormatError: there is no front matter, or it is not a YAML mapping.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise FormatError("the file is empty", 1)
    front, body = _halves(text)
    node = parse_yaml(front, first_line=2)
    if not isinstance(node.value, dict):
        raise FormatError("the front matter must be lines of `name: value`", node.line)
    written = "" if body.strip() in _EMPTY_BODIES else body.strip("\n").rstrip()
    blank_lines = len(body) - len(body.lstrip("\n"))
    return Source(node, written, front.count("\n") + 2 + blank_lines)


def read_article(source: Source, path: Path) -> Parsed:
    """Read a file that has been taken apart."""
    fields = Fields(path, source.front.value if isinstance(source.front.value, dict) else {})
    article = _article(fields, _answer(fields, source.body))
    missing = [name for name in ("title", "url", "answer") if not getattr(article, name)]
    for name in missing:
        _note_missing(fields, name)
    problems = tuple(sorted(fields.problems, key=lambda problem: problem.line or 0))
    return Parsed(None if missing else article, problems)


def _halves(text: str) -> tuple[str, str]:
    opening = _FENCE.match(text)
    if not opening:
        raise FormatError("no front matter: the first line must be ---", 1)
    closing = _NEXT_FENCE.search(text, opening.end())
    if not closing:
        raise FormatError("the front matter has no end: a second line of --- is missing", 1)
    return text[opening.end() + 1 : closing.start() + 1], text[closing.end() :]


def _answer(fields: Fields, body: str) -> str:
    answer = decode_newlines(fields.answer())
    if answer and body:
        fields.note("both `answer` and text below the front matter; people see only `answer`", "answer")
    return answer or body


def _article(fields: Fields, answer: str) -> Article:
    seo = fields.group("seo")
    return Article(
        url=fields.text("url"),
        title=fields.line_of_text("title"),
        answer=answer,
        subject=fields.line_of_text("subject"),
        id=fields.text("id"),
        date=fields.date("date"),
        question=fields.line_of_text("question"),
        description=seo.line_of_text("page_description"),
        keywords=seo.words("page_keywords"),
        aliases=fields.texts("aliases"),
        related=fields.related(),
        author=fields.line_of_text("author"),
        expert=fields.line_of_text("expert"),
        review_by=fields.date("review_by"),
        no_index=fields.flag("no_index"),
        source=fields.path,
    )


def _note_missing(fields: Fields, name: str) -> None:
    already_noted = any(f"`{name}`" in problem.reason for problem in fields.problems)
    if not already_noted:
        where = " (and there is no text below the front matter)" if name == "answer" else ""
        fields.note(f"`{name}` is missing or empty{where}", name)
