"""Aliases into an article's file: the `aliases` field and nothing else changes.

Existing aliases keep their quotes, comments and place; every other character of the file stays as it is, line ends and
byte order mark included. Pure: no I/O.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bot.corpus.frontmatter import parse
from bot.corpus.yaml_tree import NULLS, scalar
from bot.errors import QuicktakeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Article

KEY = "aliases"
_INDENT = "  "
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<front>.*?\n)---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_UNSAFE = f"`{KEY}` cannot be added safely to the way the front matter is written; do it by hand"


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands between two places of a text is to become ``text``."""

    start: int
    end: int
    text: str

    def applied_to(self, whole: str) -> str:
        return whole[: self.start] + self.text + whole[self.end :]


def add_aliases(text: str, aliases: Sequence[str]) -> str:
    """Return an article's file with the aliases it did not have; the same text if it has them all.

    Raises:
        QuicktakeError: it is no article, or its front matter is written in a way that cannot be changed safely.
    """
    before = _article(text)
    added = _new(aliases, before)
    if not added:
        return text
    found = _FRONT_MATTER.match(text)
    front = found["front"] if found else ""
    start = found.start("front") if found else 0
    patched = text[:start] + _edit(front, added).applied_to(front) + text[start + len(front) :]
    if _article(patched) != replace(before, aliases=(*before.aliases, *added)):
        raise QuicktakeError(_UNSAFE)
    return patched


def unified_diff(name: str, before: str, after: str) -> str:
    """Return what `git apply` and `patch -p1` take: the change of the file called ``name``; empty if there is none."""
    lines = difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _article(text: str) -> Article:
    parsed = parse(text, Path())
    if parsed.article is None:
        raise QuicktakeError("; ".join(problem.reason for problem in parsed.problems))
    return parsed.article


def _new(aliases: Sequence[str], article: Article) -> tuple[str, ...]:
    wanted = dict.fromkeys(" ".join(alias.split()) for alias in aliases)
    return tuple(alias for alias in wanted if alias and alias not in article.aliases)


def _edit(front: str, added: Sequence[str]) -> _Edit:
    try:
        root = yaml.compose(front, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise QuicktakeError(_UNSAFE) from error
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise QuicktakeError(_UNSAFE)
    newline = "\r\n" if "\r\n" in front else "\n"
    value = next((value for key, value in root.value if key.value == KEY), None)
    if value is None:
        indent = " " * root.start_mark.column
        return _insertion(len(front), f"{indent}{KEY}:{newline}{_items(added, indent + _INDENT, newline)}")
    if isinstance(value, yaml.SequenceNode) and value.value:
        return _after_last(front, value, added, newline)
    return _instead(front, value, added)


def _after_last(front: str, value: yaml.SequenceNode, added: Sequence[str], newline: str) -> _Edit:
    end = value.value[-1].end_mark
    if value.flow_style:
        return _insertion(end.index, "".join(f", {scalar(alias)}" for alias in added))
    begins_line = end.column == 0  # an item that is a block of text ends where the next line begins
    place = end.index if begins_line else front.index("\n", end.index) + 1
    return _insertion(place, _items(added, " " * value.start_mark.column, newline))


def _instead(front: str, value: yaml.Node, added: Sequence[str]) -> _Edit:
    """Write a list in place of nothing, of an empty list, or of one text, which stands for a list of one."""
    start, end = value.start_mark.index, value.end_mark.index
    is_on_lines = value.end_mark.line > value.start_mark.line
    if isinstance(value, yaml.MappingNode) or is_on_lines:
        raise QuicktakeError(_UNSAFE)
    space = "" if front[start - 1].isspace() else " "
    return _Edit(start, end, f"{space}[{', '.join((*_alone(front[start:end], value), *map(scalar, added)))}]")


def _alone(written: str, value: yaml.Node) -> tuple[str, ...]:
    """Return the one text as it is written if it has quotes, else in a way that brackets may hold."""
    text = value.value if isinstance(value, yaml.ScalarNode) else ""
    is_quoted = written[:1] in {"'", '"'}
    if not text.strip() or (written in NULLS):
        return ()
    return (written if is_quoted else scalar(text),)


def _insertion(place: int, text: str) -> _Edit:
    return _Edit(place, place, text)


def _items(aliases: Sequence[str], indent: str, newline: str) -> str:
    return "".join(f"{indent}- {scalar(alias)}{newline}" for alias in aliases)


def _lines(text: str) -> list[str]:
    """Split at newlines only: whatever else Python takes for the end of a line, other programs do not."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
