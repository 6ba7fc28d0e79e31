"""Rules about markup that people would see as it stands, because it is another tool's or not quite Markdown.

They look at the running text that is left once the answer has been read as Markdown: code and formulas are out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.tree import SyntaxTreeNode

from bot.corpus.check.findings import Remark
from bot.corpus.check.markdown_rules import prose
from bot.corpus.check.subjects import File
from bot.markdown.parser import parse


class _Sign(NamedTuple):
    """Markup in running text, and what to say of it; ``{}`` stands for the markup."""

    pattern: re.Pattern[str]
    message: str


_FOREIGN = (
    _Sign(
        re.compile(r"\{%[^%\n]{0,200}%\}|\{\{[^{}\n]{1,200}\}\}"),
        "`{}` belongs to another tool; people see it as it stands. Write out what it stands for",
    ),
    _Sign(
        re.compile(r"^(?::{3,}|!!!|\?\?\?|[!?]>)[ \t]*\w[^\n]*", re.MULTILINE),
        "`{}` is a box of another tool; people see it as it stands. Write `> [!NOTE]`, and `> ` before each line",
    ),
    _Sign(
        re.compile(r"\[\^[^\s\]]{1,100}\]"), "the footnote `{}` is defined nowhere; write `{}: …` on a line of its own"
    ),
    _Sign(re.compile(r"^\[(?:\[_?)?TOC_?\]?\]", re.MULTILINE), "`{}` makes no table of contents here; leave it out"),
    _Sign(
        re.compile(r"\[\[(?!_?TOC)[^][\n]{1,200}\]\]"),
        "`{}` is a link of another tool; write `[the text](/the-url-of-the-article)`",
    ),
)
_NEARLY = (
    _Sign(
        re.compile(r"\][ \n]\((?:https?://|www\.|/)[^\s)]*\)"),
        "no link: write `[the text](the address)` with nothing between `]` and `(`",
    ),
    _Sign(
        re.compile(r"\([^()\n]{1,200}\)\[(?:https?://|www\.|/)[^\]\s]*\]"),
        "no link: `{}` has its brackets the wrong way round; write `[the text](the address)`",
    ),
    _Sign(
        re.compile(
            r"(?<![\w)*])\*\*(?![\s*]|\w+\))|(?<![\s*])\*\*(?![\w(*])|(?<!\S)\*\*(?=\s\S)|(?<=[:.,;!?])\*\*(?=\w)"
        ),
        "`{}` makes nothing bold here; write `**bold**` with no space inside the stars, and one around them",
    ),
    _Sign(
        re.compile(r"^(?:#{2,6}[^\s#]|#[A-Z][^\n]*\Z)[^\n]*", re.MULTILINE),
        "no heading: write a space behind the `#` of `{}`",
    ),
    _Sign(
        re.compile(r"^(?:#{1,6}|[-*+>]|\d+[.)])\u00a0[^\n]*", re.MULTILINE),
        "people see the mark of `{}`: the space behind it is a non-breaking one; type it anew",
    ),
    _Sign(
        re.compile(r"^\|[^\n]*\|[ \t]*\n(?!\|[-:| \t]*$)\|[^\n]*\|[^\n]*\Z", re.MULTILINE),
        "no table: below its header must stand a line such as `|---|---|`",
    ),
)
_MAY_BE_FOREIGN = re.compile(r"\{[%{]|^[ \t>*+-]{0,20}(?::::|!!!|\?\?\?|[!?]>)|\[\^|\[\[|\[TOC", re.MULTILINE)
_MAY_BE_NEARLY = re.compile(r"\][ \n]\(|\)\[|^[ \t>]{0,20}(?:#+[^\s#]|\|)|\u00a0", re.MULTILINE)
_LEFT_OUT = re.compile(
    r"\{:[^{}\n]{1,200}\}|(?<=[)\]])\{[.#\w][^{}\n]{0,200}\}|(?<=[ \t])\{#[^{}\s]{1,200}\}(?=[ \t#]*$)"
    r"|<(?:iframe|video|audio|embed|object|script|style)\b[^>\n]{0,200}>?",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(?<!\*)\*\*(?=[^\s*])(?:[^*\n]|\*(?!\*)){1,999}(?<=[^\s*:.,;!?])\*\*(?!\*)")
_OTHER = {"softbreak": "\n", "hardbreak": "\n", "html_inline": ""}
_SIGN = "\ufffc"  # in place of code, a formula, a picture


def foreign_markup(file: File) -> Iterator[Remark]:
    """Report markup of other tools, whether people see it or it is left out."""
    answer = file.article.answer if file.article else ""
    if _MAY_BE_FOREIGN.search(answer):
        yield from _remarks(file, answer, _FOREIGN)
    if "{" in answer or "<" in answer:
        for index, line in enumerate(prose(answer)):
            for left_out in _LEFT_OUT.finditer(line):
                message = f"`{left_out[0].strip()[:60]}` is for another tool; it is left out"
                yield Remark(file.line_of_answer(index), message)


def nearly_markdown(file: File) -> Iterator[Remark]:
    """Report what was probably meant as a link, bold text, a heading, a list or a table, and is none."""
    answer = file.article.answer if file.article else ""
    if _MAY_BE_NEARLY.search(answer) or "**" in _BOLD.sub("", answer):
        yield from _remarks(file, answer, _NEARLY)


def _remarks(file: File, answer: str, signs: tuple[_Sign, ...]) -> Iterator[Remark]:
    for start, text in _running_texts(parse(answer)):
        for sign in signs:
            for found in sign.pattern.finditer(text):
                shown = found[0].strip().split("\n", maxsplit=1)[0][:60]
                index = start + text.count("\n", 0, found.start())
                yield Remark(file.line_of_answer(index), sign.message.replace("{}", shown))


def _running_texts(root: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    """Yield the running text of each block, and the line of the answer it begins on (from 0)."""
    for node in root.walk():
        if node.type == "inline":
            yield (node.map or (0, 0))[0], "".join(map(_text, node.children))


def _text(node: SyntaxTreeNode) -> str:
    if node.type == "text":
        return node.content
    if node.children:
        return "".join(map(_text, node.children))
    return _OTHER.get(node.type, _SIGN)
