"""An article's answer as passages: pieces of Markdown that can be shown without the rest, and never need cutting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from markdown_it.tree import SyntaxTreeNode

from bot.markdown.parser import outline

_LISTS = {"bullet_list", "ordered_list"}
_BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_]+\1:?")
_BOLD_LEVEL = 7  # a line all in bold serves as the lowest heading
_NO_HEADING = 8
_MOST_SPLIT = 256  # articles whose passages are kept: people ask for the same few, and splitting takes 1 ms
_LONG = 20_000  # characters, more than all but a few articles have; longer ones are not kept
_MOST_CONTEXT = 10  # passages; with more of them none could be shown


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, or a list item with all that it holds, as its author wrote it.

    ``context`` are the positions of the headings and introductions that it needs to be understood, in order. A passage
    that ``leads_on`` is such a heading or introduction ("The key elements are:") and means nothing by itself.
    ``is_paragraph`` tells whether it may be shortened, ``is_close`` whether no empty line parts it from the one before.
    """

    source: str
    context: tuple[int, ...] = ()
    leads_on: bool = False
    is_paragraph: bool = False
    is_close: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A node to become a passage; ``block`` numbers the block it is or belongs to, ``level`` is that of a heading."""

    node: SyntaxTreeNode
    block: int
    source: str
    level: int
    is_close: bool


def passages(markdown: str) -> tuple[Passage, ...]:
    """Split Markdown into its passages, in order."""
    return (_split_once if len(markdown) <= _LONG else _split_anew)(markdown)


def _split_anew(markdown: str) -> tuple[Passage, ...]:
    pieces = tuple(_pieces(markdown))
    found: list[Passage] = []
    headings: list[int] = []
    before: tuple[int, ...] = ()  # the last passage of the block before this one, if there is any
    for position, piece in enumerate(pieces):
        if position and pieces[position - 1].block != piece.block:
            before = (position - 1,)
        while headings and pieces[headings[-1]].level >= piece.level:
            headings.pop()
        introduction = [number for number in before if found[number].leads_on]
        context = _context(piece, found, [*headings, *introduction])
        is_paragraph = piece.node.type == "paragraph"
        found.append(Passage(piece.source, context, _leads_on(pieces, position), is_paragraph, piece.is_close))
        if piece.level < _NO_HEADING:
            headings.append(position)
    return tuple(found)


_split_once = lru_cache(maxsize=_MOST_SPLIT)(_split_anew)


def definitions(markdown: str) -> str:
    """Return the definitions of links and footnotes: no passage holds them and any of them may need them."""
    if "]:" not in markdown:
        return ""
    covered = {number for node in _blocks(markdown) for number in range(*_lines(node))}
    rest = (line for number, line in enumerate(_split(markdown)) if number not in covered)
    return "\n".join(filter(str.strip, rest))


def _pieces(markdown: str) -> Iterator[_Piece]:
    lines = _split(markdown)
    for block, node in enumerate(_blocks(markdown)):
        for number, part in enumerate(node.children if node.type in _LISTS else [node]):
            start, end = _lines(part)
            source = "\n".join(lines[start:end]).rstrip()
            is_close = number > 0 and bool(lines[start - 1].strip())
            yield _Piece(part, block, source, _level(part), is_close)


def _blocks(markdown: str) -> list[SyntaxTreeNode]:
    return [node for node in outline(markdown).children if node.type != "footnote_reference"]


def _split(markdown: str) -> list[str]:
    """Split into lines as CommonMark does, for which a lone carriage return ends one too."""
    return re.split(r"\r\n?|\n", markdown)


def _lines(node: SyntaxTreeNode) -> tuple[int, int]:
    return node.map or (0, 0)


def _level(node: SyntaxTreeNode) -> int:
    if node.type == "heading":
        return int(node.tag[1:])
    is_bold = node.type == "paragraph" and _BOLD.fullmatch(node.children[0].content)
    return _BOLD_LEVEL if is_bold else _NO_HEADING


def _context(piece: _Piece, found: Sequence[Passage], needed: Sequence[int]) -> tuple[int, ...]:
    """Return the positions of what a passage needs, and of what that needs itself."""
    if found and piece.source[:1].islower():  # "where x is …" goes on from the passage before
        needed = [*needed, len(found) - 1]
    context = {*needed, *chain.from_iterable(found[number].context for number in needed)}
    return tuple(sorted(context)[-_MOST_CONTEXT:])


def _leads_on(pieces: Sequence[_Piece], position: int) -> bool:
    if position + 1 == len(pieces):
        return False
    here, after = pieces[position], pieces[position + 1]
    is_introduction = here.source.rstrip("*_ ").endswith(":") and after.block != here.block
    return here.level < after.level or is_introduction
