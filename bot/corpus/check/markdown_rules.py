"""Rules about the Markdown of an answer. Pure: no I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.corpus.check.file_rules import is_address
from bot.corpus.check.findings import Remark
from bot.corpus.newlines import doubtful_paths, mixes_newlines
from bot.corpus.pictures import data_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.corpus.check.subjects import File

_FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
_CODE_OR_MATHEMATICS = re.compile(
    r"`[^`\n]+`|\$\$.{,2000}?\$\$|\$[^$\n]+\$|\\\(.{,2000}?\\\)|\\\[.{,2000}?\\\]", re.DOTALL
)
_LINK = re.compile(r"(?<!\\)\[[^\]\n]+\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_LINK_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*\Z""")
_OTHER_TARGET = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+|tel:[+\d-]+|#\S*)")
_MENTION = re.compile(r"<[@!#][A-Za-z][^>\s]*>|(?<![\w@])@(?:channel|here|everyone)\b")


def unclosed_fence(file: File) -> Iterator[Remark]:
    """Report a code block that has no end: the rest of the answer would be shown as code."""
    opened = 0
    mark = ""
    for index, line in enumerate(_lines(file)):
        fence = _FENCE.match(line)
        if fence and not mark:
            opened, mark = index, fence[1]
        elif fence and fence[1].startswith(mark) and not fence[2].strip():
            mark = ""
    if mark:
        yield Remark(file.line_of_answer(opened), f"the code block that begins here is never closed with {mark}")


def uneven_table(file: File) -> Iterator[Remark]:
    """Report table rows with more or fewer cells than the table has columns."""
    for index, row, columns in _table_rows(_prose(file)):
        cells = _cells(row)
        if cells != columns:
            yield Remark(file.line_of_answer(index), f"a table row of {cells} cells in a table of {columns} columns")


def broken_link(file: File) -> Iterator[Remark]:
    """Report links whose target no browser could open."""
    for index, line in enumerate(_prose(file)):
        for target in _LINK.findall(line) if "](" in line else ():
            address = _LINK_TITLE.sub("", target).strip().removeprefix("<").removesuffix(">")
            if not is_address(address) and not _OTHER_TARGET.fullmatch(address):
                yield Remark(file.line_of_answer(index), f"a link leads nowhere: ({target})")


def pasted_picture(file: File) -> Iterator[Remark]:
    """Report pictures that stand in the text itself; people see their descriptions."""
    for picture in data_pictures(file.written_answer):
        size, shown = max(picture.length // 1000, 1), picture.description
        message = f"a picture of {size:,} kB stands in the text; people see “{shown}” instead"
        remedy = f"put it on the web and write `![{shown}](https://…)`"
        yield Remark(file.line_of_answer(picture.line), f"{message}; {remedy}")


def live_mention(file: File) -> Iterator[Remark]:
    """Report what looks like a mention that would notify people; the bot shows it as plain text."""
    for index, line in enumerate(_prose(file)):
        for mention in _MENTION.findall(line) if "@" in line or "<" in line else ():
            yield Remark(file.line_of_answer(index), f"{mention} looks like a mention; it will notify nobody")


def mixed_newlines(file: File) -> Iterator[Remark]:
    r"""Report ``\n`` as two characters in an answer where the bot has to guess what they mean."""
    written = file.fields.get("answer")
    text = written.value.strip() if written and isinstance(written.value, str) else ""
    line = written.line if written else 1
    if mixes_newlines(text):
        yield Remark(line, r"the answer has real line breaks and `\n` too; write it with one of them")
    for path in doubtful_paths(text):
        yield Remark(line, rf"the `\n` in {path} is read as a line break; if it is a path, write `{path}` in backticks")


def _lines(file: File) -> list[str]:
    return file.article.answer.split("\n") if file.article else []


def _prose(file: File) -> list[str]:
    """Give the answer's lines with code and mathematics blanked out, so that line numbers stay."""
    lines = _lines(file)
    mark = ""
    for index, line in enumerate(lines):
        fence = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence and (not mark or fence[1].startswith(mark)):
            mark = "" if mark else fence[1]
            lines[index] = ""
        elif mark:
            lines[index] = ""
    text = "\n".join(lines)
    if "`" in text or "$" in text or "\\" in text:
        text = _CODE_OR_MATHEMATICS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text.split("\n")


def _table_rows(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """Give the rows of all tables: index, text, and how many columns their table has."""
    columns = 0
    for index, line in enumerate(lines):
        if index and "-" in line and "|" in line and _DELIMITER_ROW.fullmatch(line):
            columns = _cells(line)
            yield index - 1, lines[index - 1], columns
        elif "|" not in line:
            columns = 0
        elif columns:
            yield index, line, columns


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(re.split(r"(?<!\\)\|", inner))
