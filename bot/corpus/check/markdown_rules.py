"""Rules about the Markdown of an answer. Pure: no I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.corpus.check.file_rules import is_address
from bot.corpus.check.findings import Remark
from bot.corpus.check.subjects import File
from bot.corpus.newlines import doubtful_paths, mixes_newlines
from bot.corpus.pictures import data_pictures

_FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
_CODE_OR_MATHEMATICS = re.compile(
    r"`[^`\n]+`|\$\$.{,2000}?\$\$|\$[^$\n]+\$|\\\(.{,2000}?\\\)|\\\[.{,2000}?\\\]", re.DOTALL
)
_LINK = re.compile(r"(?<!\\)(!?)\[[^\]\n]+\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_LINK_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*\Z""")
_OTHER_TARGET = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+|tel:[+\d-]+|#\S*)")
_BESIDE = re.compile(r"(?![\w.+-]*:|www\.|//)[^\s#?]+(?P<suffix>\.\w{1,5})(?:[#?]\S*)?")  # a file beside the article
_REMEDIES = {
    (False, ".md"): "people have no files: write the url of that article",
    (False, "file"): "people have no files: put it on the web and write its full address",
    (True, ".md"): "Slack has no files: put it on the web and write its full address",
    (True, "file"): "Slack has no files: put it on the web and write its full address",
}
_MOST_COLUMNS = 20
_MENTION = re.compile(r"<[@!#][A-Za-z][^>\s]*>|(?<![\w@])@(?:channel|here|everyone)\b")


class Link(NamedTuple):
    """A link or picture: its line in the file, what stands in its parentheses, and the address alone."""

    line: int
    written: str
    address: str
    is_picture: bool


def unclosed_fence(file: File) -> Iterator[Remark]:
    """Report a code block that has no end: the rest of the answer would be shown as code."""
    opened = 0
    mark = ""
    for index, line in enumerate(_answer(file).split("\n")):
        fence = _FENCE.match(line)
        if fence and not mark:
            opened, mark = index, fence[1]
        elif fence and fence[1].startswith(mark) and not fence[2].strip():
            mark = ""
    if mark:
        yield Remark(file.line_of_answer(opened), f"the code block that begins here is never closed with {mark}")


def uneven_table(file: File) -> Iterator[Remark]:
    """Report table rows with more or fewer cells than the table has columns."""
    for index, row, columns, is_header in _table_rows(prose(_answer(file))):
        cells = _cells(row)
        if cells == columns:
            continue
        message = f"a table row of {cells} cells in a table of {columns} columns"
        if is_header:
            rule = "|" + "---|" * min(cells, _MOST_COLUMNS)
            message = f"no table: the header has {cells} cells, the rule below it {columns}; write `{rule}` there"
        yield Remark(file.line_of_answer(index), message)


def broken_link(file: File) -> Iterator[Remark]:
    """Report links and pictures whose target no browser could open."""
    for link in links(file):
        if is_address(link.address) or _OTHER_TARGET.fullmatch(link.address):
            continue
        remedy = f"; {_REMEDIES[link.is_picture, _kind(link.address)]}" if _kind(link.address) else ""
        what = "a picture is found nowhere" if link.is_picture else "a link leads nowhere"
        yield Remark(link.line, f"{what}: ({link.written}){remedy}")


def links(file: File) -> Iterator[Link]:
    """Find the links and pictures of an answer, outside of code."""
    for index, line in enumerate(prose(_answer(file))) if "](" in _answer(file) else ():
        for found in _LINK.finditer(line):
            address = _LINK_TITLE.sub("", found[2]).strip().removeprefix("<").removesuffix(">")
            yield Link(file.line_of_answer(index), found[2], address, bool(found[1]))


def pasted_picture(file: File) -> Iterator[Remark]:
    """Report pictures that stand in the text itself; people see their descriptions."""
    for picture in data_pictures(file.written_answer) if "data:" in file.text.lower() else ():
        size, shown = max(picture.length // 1000, 1), picture.description
        message = f"a picture of {size:,} kB stands in the text; people see “{shown}” instead"
        remedy = f"put it on the web and write `![{shown}](https://…)`"
        yield Remark(file.line_of_answer(picture.line), f"{message}; {remedy}")


def live_mention(file: File) -> Iterator[Remark]:
    """Report what looks like a mention that would notify people; the bot shows it as plain text."""
    for index, line in enumerate(prose(_answer(file))):
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


def _kind(address: str) -> str:
    """Tell a file beside the article: ".md" for another article, "file" for any other; "" for an address."""
    beside = _BESIDE.fullmatch(address)
    return "" if not beside else ".md" if beside["suffix"] == ".md" else "file"


def _answer(file: File) -> str:
    return file.article.answer if file.article else ""


def prose(answer: str) -> list[str]:
    """Give an answer's lines with code and mathematics blanked out, so that line numbers stay."""
    lines = answer.split("\n")
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


def _table_rows(lines: list[str]) -> Iterator[tuple[int, str, int, bool]]:
    """Give the rows of all tables: index, text, how many columns their table has, and whether it is the header."""
    columns = 0
    for index, line in enumerate(lines):
        if index and "-" in line and "|" in line and _DELIMITER_ROW.fullmatch(line):
            columns = _cells(line)
            yield index - 1, lines[index - 1], columns, True
        elif "|" not in line:
            columns = 0
        elif columns:
            yield index, line, columns, False


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(re.split(r"(?<!\\)\|", inner))
