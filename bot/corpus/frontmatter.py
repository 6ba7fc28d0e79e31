"""One file's text → an article, or the reasons why it is none.

A file begins with YAML between two lines of ``---``; the answer stands in its ``answer`` field or below it as Markdown.
Pure: no I/O.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.corpus.fields import KEYS, Fields, with_known_spellings
from bot.corpus.newlines import decode_newlines
from bot.corpus.pictures import without_data_pictures
from bot.corpus.yaml_repair import read_yaml, shortened
from bot.corpus.yaml_tree import FormatError, Node
from bot.model import Article, Problem

_UNSEEN = "\ufeff\u200b"
_FENCE = r"(?:-{3,}|[-–]*—[-–—]*|–{2,})[ \t]*$"  # word processors make dashes of three hyphens
_OPENING = re.compile(rf"(?:[\s{_UNSEEN}]*[\n{_UNSEEN}])?(?P<indent>[ \t]*){_FENCE}\n?", re.MULTILINE)
_CLOSING = rf"(?:{_FENCE}|\.\.\.[ \t]*$)"
_ANY_KEY = frozenset().union(*KEYS.values())
_FIELD = re.compile(rf"[ \t]*(?:{'|'.join(sorted(KEYS['']))})[ \t]*:", re.IGNORECASE)
_OTHER_FENCE = re.compile(r"(?:\+\+\+|;;;|`{3,}|~{3,}|\{|<!--)[^\n]*")
_EMPTY_BODIES = frozenset({"", "&nbsp;"})
# Line ends of word processors, which YAML takes for the end of a field, and what it refuses to read.
_OTHER_LINE_ENDS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file in its two parts: the fields of the front matter, and the Markdown below it ("" for none).

    ``body_line`` is the file's line on which that Markdown begins; ``guesses`` tell what was read as it was meant.
    """

    front: Node
    body: str
    body_line: int
    guesses: tuple[FormatError, ...] = ()


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
        return Parsed(None, problems_of(error, path))
    return read_article(source, path)


def problems_of(error: FormatError, path: Path) -> tuple[Problem, ...]:
    """Return why a file could not be taken apart, with what was found before, by line."""
    return _ordered(Problem(path, str(one), one.line) for one in (*error.found_before, error))


def split(text: str) -> Source:
    """Take a file's text apart and read its front matter.

    Raises:
        FormatError: there is no front matter, or it is not a YAML mapping.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip(f" \t\n{_UNSEEN}"):
        raise FormatError("the file is empty", 1)
    front, body, first_line = _halves(text)
    readable = _FORBIDDEN.sub("", _OTHER_LINE_ENDS.sub(" ", front))
    node, guesses = read_yaml(readable, first_line=first_line, keys=_ANY_KEY)
    if not isinstance(node.value, dict):
        raise FormatError("the front matter must be lines of `name: value`", node.line)
    fields, misspelled = with_known_spellings(node.value)
    fences = _doubtful_fences(text, first_line - 1, first_line + front.count("\n"))
    written = "" if body.strip() in _EMPTY_BODIES else body.strip("\n").rstrip()
    blank_lines = len(body) - len(body.lstrip("\n"))
    body_line = first_line + front.count("\n") + blank_lines
    return Source(Node(fields, node.line), written, body_line, (*fences, *guesses, *misspelled))


def read_article(source: Source, path: Path) -> Parsed:
    """Read a file that has been taken apart."""
    guesses = [Problem(path, str(guess), guess.line) for guess in source.guesses]
    fields = Fields(path, source.front.value if isinstance(source.front.value, dict) else {}, problems=guesses)
    article = _article(fields, _answer(fields, source.body))
    missing = [name for name in ("title", "url", "answer") if not getattr(article, name)]
    for name in missing:
        fields.note_missing(name, " (and there is no text below the front matter)" if name == "answer" else "")
    return Parsed(None if missing else article, _ordered(fields.problems))


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def _halves(text: str) -> tuple[str, str, int]:
    """Return the front matter, what is below it, and the line on which the front matter begins."""
    opening = _OPENING.match(text)
    if not opening:
        raise _without_opening(text)
    first_line = opening[0].count("\n") + 1
    closing = re.compile(rf"^(?:{opening['indent']})?{_CLOSING}", re.MULTILINE).search(text, opening.end())
    if not closing:
        raise _without_closing(text[opening.end() :], first_line)
    return text[opening.end() : closing.start()], text[closing.end() :], first_line


def _doubtful_fences(text: str, *numbers: int) -> Iterator[FormatError]:
    lines = text.split("\n")
    for number in numbers:
        fence = lines[number - 1].strip(f" \t{_UNSEEN}")
        if "-" not in fence and fence != "...":
            yield FormatError(f"`{fence}` is read as ---; write three hyphens", number)


def _without_opening(text: str) -> FormatError:
    lines = text.split("\n")
    number, first = next((number, line) for number, line in enumerate(lines, 1) if line.strip(f" \t{_UNSEEN}"))
    later = re.search(rf"^[ \t]*{_FENCE}\n(?={_FIELD.pattern})", text, re.MULTILINE | re.IGNORECASE)
    if later:
        line = text.count("\n", 0, later.start()) + 1
        return FormatError(f"the front matter begins on line {line}; nothing may stand above it", number)
    if _FIELD.match(first):
        return FormatError(f"a line of --- is missing above `{shortened(first.strip())}`", number)
    if other := _OTHER_FENCE.match(first.strip()):
        mark = shortened(other[0])
        return FormatError(
            f"the front matter must be YAML between two lines of ---; here it begins with {mark}", number
        )
    return FormatError("no front matter: the first line must be ---", number)


def _without_closing(rest: str, first_line: int) -> FormatError:
    """Look for the line above which the front matter probably ends: the first after the last field."""
    lines = rest.split("\n")
    last = max((number for number, line in enumerate(lines) if _FIELD.match(line)), default=-1)
    end = next((n for n in range(last + 1, len(lines)) if not re.match(r"[ \t]+\S|-[ \t]", lines[n])), len(lines))
    where = f"write a line of --- above line {first_line + end}" if end < len(lines) else "write a line of --- below it"
    return FormatError(f"the front matter has no end; {where}", first_line - 1)


def _answer(fields: Fields, body: str) -> str:
    answer = decode_newlines(fields.answer())
    if answer and body:
        fields.note("both `answer` and text below the front matter; people see only `answer`", "answer")
    return without_data_pictures(answer or body)


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
        aliases=fields.aliases(),
        related=fields.related(),
        author=fields.line_of_text("author"),
        expert=fields.line_of_text("expert"),
        review_by=fields.date("review_by"),
        no_index=fields.flag("no_index"),
        source=fields.path,
    )
