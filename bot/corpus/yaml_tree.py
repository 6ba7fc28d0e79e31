"""YAML as a tree of plain texts that know their line, and what their author may have meant instead.

Nothing is turned into numbers, dates or objects: what an author wrote is what the tree holds. Pure: no I/O.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

# libyaml takes quadratic time, and its composer the whole C stack, for brackets nested a hundred thousand deep.
DEEPEST_NESTING = 20
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_CORE_TAG = "tag:yaml.org,2002:"
_COMMENT = re.compile(r"\s*#(?:\s|$)")  # "#general" is the name of a channel
_CURLY = re.compile(r"[“„«‘]([^“”„«»‘]*)[”“»’\"']")
_WINDOWS_PATH = re.compile(r"\b[A-Za-z]:\\[a-z]")
# What YAML, old and new, reads as nothing but a text, within brackets as well. The rest is quoted.
_PLAIN = re.compile(r"(?!(?i:y|n|yes|no|on|off|true|false|null)\Z)[^\W\d_][\w '’?!().;/%-]*(?<! )")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text may be meant otherwise than YAML reads it.

    Attributes:
        meant: the text as its author probably meant it.
        reason: what YAML makes of it, and what to do; the remedy comes next in the sentence.
        remedy: the text as it should be written, so that everybody reads the same.
    """

    meant: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping, and the line it begins on (from 1). YAML's null is the empty text.

    ``key_line`` is the line of the name it stands behind, for it may begin below that.
    """

    value: str | tuple[Node, ...] | Mapping[str, Node]
    line: int
    doubt: Doubt | None = field(default=None, compare=False)
    key_line: int = field(default=0, compare=False)


class FormatError(Exception):
    """A text that cannot be read at all.

    Attributes:
        line: where, counted from 1.
        found_before: what had to be guessed before, on other lines.
    """

    def __init__(self, reason: str, line: int, found_before: tuple[FormatError, ...] = ()) -> None:
        self.line = line
        self.found_before = found_before
        super().__init__(reason)


class YamlSyntaxError(FormatError):
    """A line that YAML has no reading for."""


def parse_yaml(text: str, *, first_line: int = 1) -> Node:
    """Read one YAML document.

    Args:
        text: the document.
        first_line: the number of the document's first line in its file.

    Raises:
        FormatError: it is not YAML, nests deeper than twenty levels, or uses aliases (``*name``).
    """
    try:
        return _Reader(text, first_line).document()
    except yaml.MarkedYAMLError as error:
        raise YamlSyntaxError(error.problem or error.context or "no YAML", first_line + _line(error)) from error
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        raise FormatError("a control character that YAML does not allow", first_line) from error


def scalar(text: str) -> str:
    """Return a text on one line as YAML reads it: bare where it can mean nothing else, else in quotes."""
    if _PLAIN.fullmatch(text):
        return text
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in {'"', "\\"}:
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _line(error: yaml.MarkedYAMLError) -> int:
    """Prefer where an open bracket or quote stands to the end of the text, where libyaml misses its partner."""
    is_unclosed = bool(error.context) and "block" not in str(error.context)
    mark = (error.context_mark if is_unclosed else None) or error.problem_mark
    return mark.line if mark else 0


class _Reader:
    """Turns the parser's events into nodes, and compares what stands alone on its lines with how it was read."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CBaseLoader)
        self._first_line = first_line
        self._anchors: set[str] = set()
        self._end = 0

    def document(self) -> Node:
        root = Node("", self._first_line)
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root.value:
                raise FormatError("a second document (a line that begins with `---`)", self._line(event))
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, depth=0, is_alone=False)
        return root

    def _node(self, event: yaml.NodeEvent, depth: int, *, is_alone: bool, key_line: int = 0) -> Node:
        """Read a node; ``is_alone``: nothing but a comment may follow it on its line."""
        line = self._line(event)
        if depth > DEEPEST_NESTING:
            raise FormatError(f"nested deeper than {DEEPEST_NESTING} levels", line)
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self._anchors.add(event.anchor)
        self._end = _end_of(event)
        value: str | tuple[Node, ...] | dict[str, Node] = ""
        match event:
            case yaml.ScalarEvent():
                value = _value(event)
            case yaml.SequenceStartEvent():
                value = tuple(self._items(depth + 1, is_block=not event.flow_style))
            case yaml.MappingStartEvent():
                value = self._mapping(depth + 1, is_block=not event.flow_style)
            case yaml.AliasEvent() if event.anchor in self._anchors:
                raise FormatError("YAML aliases (*name) are not supported; write the text out", line)
        return Node(value, line, self._doubt(event, value) if is_alone else None, key_line)

    def _items(self, depth: int, *, is_block: bool) -> Iterator[Node]:
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                self._end = self._end if is_block else _end_of(event)
                return
            yield self._node(event, depth, is_alone=is_block)

    def _mapping(self, depth: int, *, is_block: bool) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for event in self._events:
            if not isinstance(event, yaml.NodeEvent):
                self._end = self._end if is_block else _end_of(event)
                break
            key = self._node(event, depth, is_alone=False)
            name = key.value if isinstance(key.value, str) else ""
            if is_block and not name:
                raise FormatError("a key must be a word", key.line)
            if is_block and name in found:
                first = found[name].key_line
                raise FormatError(f"`{name}` is written twice, first on line {first}; keep one", key.line)
            found[name] = self._node(self._next(), depth, is_alone=is_block, key_line=key.line)
        return found

    def _next(self) -> yaml.NodeEvent:
        event = next(self._events)
        assert isinstance(event, yaml.NodeEvent)  # noqa: S101  (a key always has a value, if only an empty one)
        return event

    def _line(self, event: yaml.Event) -> int:
        return self._first_line + (event.start_mark.line if event.start_mark else 0)

    def _doubt(self, event: yaml.NodeEvent, value: object) -> Doubt | None:
        if isinstance(event, yaml.ScalarEvent) and (event.style in _BLOCK_OR_SINGLE or self._is_beyond_doubt(event)):
            return None
        written, rest = self._written(event)
        match event:
            case yaml.ScalarEvent(style=""):
                return _doubt_of_plain(event, written, rest)
            case yaml.ScalarEvent(style='"'):
                inner = written[1 : self._end - _start_of(event) - 1]
                is_path = _WINDOWS_PATH.search(inner) and str(value).splitlines() != [inner]
                reason = r"within double quotes a `\` means something else; write"
                return Doubt(inner, reason, scalar(inner)) if is_path else None
            case yaml.CollectionStartEvent(flow_style=True) | yaml.AliasEvent():
                understood = "a list" if isinstance(value, tuple) else "a name and what it stands for"
                return _misread(written, understood)
            case yaml.MappingStartEvent() if isinstance(value, dict) and len(value) == 1 and "\n" not in written:
                return _misread(written, "a name and what it stands for")
        return None

    def _is_beyond_doubt(self, event: yaml.ScalarEvent) -> bool:
        """Recognise nearly all texts at once: they end with their line and begin with nothing special."""
        has_line = self._text.startswith("\n", self._end) and event.style == "" and event.value not in NULLS
        return has_line and not event.anchor and not event.tag and event.value[:1].isascii()

    def _written(self, event: yaml.NodeEvent) -> tuple[str, str]:
        """Return a node as it stands in the file, to the end of its last line, and what YAML left of that line."""
        line_end = self._text.find("\n", self._end)
        line_end = len(self._text) if line_end < 0 else line_end
        return self._text[_start_of(event) : line_end].rstrip(), self._text[self._end : line_end].strip()


_BLOCK_OR_SINGLE = frozenset("|>'")


def _start_of(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end_of(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _value(event: yaml.ScalarEvent) -> str:
    is_plain = event.implicit[0]
    return "" if is_plain and event.value in NULLS else str(event.value)


def _doubt_of_plain(event: yaml.ScalarEvent, written: str, rest: str) -> Doubt | None:
    value = str(event.value)
    is_tagged = event.anchor or not (event.tag or _CORE_TAG).startswith(_CORE_TAG)
    if is_tagged or (rest and not _COMMENT.match(rest)):
        return _misread(written, f"“{value}”" if value else "nothing")
    if value and rest:
        reason = f"YAML takes “{rest}” for a comment; put that on a line of its own, or write"
        return Doubt(value, reason, scalar(" ".join(written.split())))
    if value and value in NULLS:
        return Doubt("", f"YAML reads {value} as nothing; if that is the text, write", f'"{value}"')
    if curly := _CURLY.fullmatch(value):
        return Doubt(curly[1], "curly quotes are no quotes to YAML; write", scalar(curly[1]))
    return None


def _misread(written: str, understood: str) -> Doubt:
    text = " ".join(written.split())
    return Doubt(text, f"YAML reads {understood} here, not what is written; write", scalar(text))
