"""YAML as a tree of plain texts that know their line.

Nothing is turned into numbers, dates or objects: what an author wrote is what the tree holds. Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# libyaml takes quadratic time, and its composer the whole C stack, for brackets nested a hundred thousand deep.
DEEPEST_NESTING = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping, and the line it begins on (from 1). YAML's null is the empty text."""

    value: str | tuple[Node, ...] | Mapping[str, Node]
    line: int


class FormatError(Exception):
    """A text that cannot be read at all.

    Attributes:
        line: where, counted from 1.
    """

    def __init__(self, reason: str, line: int) -> None:
        self.line = line
        super().__init__(reason)


def parse_yaml(text: str, *, first_line: int = 1) -> Node:
    """Read one YAML document.

    Args:
        text: the document.
        first_line: the number of the document's first line in its file.

    Raises:
        FormatError: it is not YAML, nests deeper than twenty levels, or uses aliases (``*name``).
    """
    try:
        return _Reader(yaml.parse(text, Loader=yaml.CBaseLoader), first_line).document()
    except yaml.MarkedYAMLError as error:
        raise FormatError(f"not valid YAML: {error.problem or error.context}", first_line + _line(error)) from error
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        raise FormatError("a control character that YAML does not allow", first_line) from error


def _line(error: yaml.MarkedYAMLError) -> int:
    """Prefer where an open bracket or quote stands to the end of the text, where libyaml misses its partner."""
    is_unclosed = bool(error.context) and "block" not in str(error.context)
    mark = (error.context_mark if is_unclosed else None) or error.problem_mark
    return mark.line if mark else 0


class _Reader:
    """Turns the parser's events into nodes."""

    def __init__(self, events: Iterator[yaml.Event], first_line: int) -> None:
        self._events = events
        self._first_line = first_line

    def document(self) -> Node:
        root = Node("", self._first_line)
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root.value:
                raise FormatError("a second document (a line that begins with `---`)", self._line(event))
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, depth=0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        if depth > DEEPEST_NESTING:
            raise FormatError(f"nested deeper than {DEEPEST_NESTING} levels", line)
        match event:
            case yaml.ScalarEvent():
                return Node(_text(event), line)
            case yaml.SequenceStartEvent():
                return Node(tuple(self._items(depth + 1)), line)
            case yaml.MappingStartEvent():
                return Node(self._mapping(depth + 1), line)
        raise FormatError("YAML aliases (*name) are not supported; write the text out", line)

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, depth)

    def _mapping(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth)
            if not isinstance(key.value, str):
                raise FormatError("a key must be a word", key.line)
            if key.value in found:
                raise FormatError(f"`{key.value}` is written twice", key.line)
            found[key.value] = self._node(next(self._events), depth)
        return found

    def _line(self, event: yaml.Event) -> int:
        return self._first_line + (event.start_mark.line if event.start_mark else 0)


def _text(event: yaml.ScalarEvent) -> str:
    is_plain = event.implicit[0]
    return "" if is_plain and event.value in _NULLS else str(event.value)
