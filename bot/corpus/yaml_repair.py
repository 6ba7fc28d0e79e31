"""YAML that cannot be read → what its author probably meant, tried until the parser agrees. Pure: no I/O.

>>> tree, guesses = read_yaml("title: Invoices: what belongs on them?")
>>> print(tree.value["title"].value, *guesses, sep="; ")
Invoices: what belongs on them?; YAML cannot read this as it stands; write `title: "Invoices: what belongs on them?"`
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from bot.corpus.yaml_tree import FormatError, Node, YamlSyntaxError, parse_yaml, scalar

_MOST_REPAIRS = 20
_LONGEST_REPAIRED = 50_000  # characters; each attempt parses all of them
_LONGEST_SHOWN = 120
_FIELD = re.compile(
    r"""(?P<indent>\s*)(?:-\s+)?[*_"'“”`]*(?P<key>[^\W_](?:[\w-]*\w)?)[*_"'“”`]*(?:\s*[:\uff1a=;]\s*|\s+(?=["'“]))(?P<value>.*)""",
    re.DOTALL,
)
_ENTRY = re.compile(r"(?P<lead>\s*(?:-\s+(?:[\w-]+:\s+)?|[^\s:-][^:]*:\s+))(?P<value>\S.*)")
_LEAD = re.compile(r"\A\s*(?:-\s)?\s*")
_SPACE = re.compile(r"[^\S ]")
_BRACKETS = re.compile(r"\[(?:[^]]*|.*\])|\{(?:[^}]*|.*\})")
_CLOSING = {'"': '"', "'": "'", "[": "]", "(": ")", "{": "}"}
_BLOCK_MARK = re.compile(r"[|>][-+]?\s+")
_ELISION = re.compile(r"'(?:tis|twas|em|til|cause|\d0s)\b", re.IGNORECASE)


class _Repair(NamedTuple):
    """A line as it probably should be. One that is not ``certain`` is only suggested."""

    line: str
    reason: str
    is_certain: bool = True


def read_yaml(text: str, *, first_line: int = 1, keys: Collection[str] = ()) -> tuple[Node, tuple[FormatError, ...]]:
    """Read one YAML document, lines that YAML cannot read as they were probably meant.

    Args:
        text: the document.
        first_line: as for ``parse_yaml``.
        keys: names of fields, which are recognised even if their colon is wrong.

    Returns:
        The tree, and what had to be guessed, in the order of the lines.

    Raises:
        FormatError: it cannot be read, as for ``parse_yaml``; the reason says what was probably meant.
    """
    guesses: list[FormatError] = []
    while True:
        try:
            return parse_yaml(text, first_line=first_line), tuple(guesses)
        except YamlSyntaxError as error:
            at = error.line - first_line
            number, repair = _repaired(text, at, keys) or (at, None)
            if repair is None or not repair.is_certain or len(guesses) == _MOST_REPAIRS:
                raise FormatError(_reason(error, text, at, repair), first_line + number, tuple(guesses)) from error
            guesses.append(FormatError(f"{repair.reason}; write `{shortened(repair.line)}`", first_line + number))
            text = _replaced(text, number, repair.line)
        except FormatError as error:
            raise FormatError(str(error), error.line, tuple(guesses)) from error


def shortened(line: str) -> str:
    """Return a line as it is shown in a message: its middle is left out if it is long."""
    half = _LONGEST_SHOWN // 2
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:half]}…{line[-half:]}"


def _reason(error: FormatError, text: str, at: int, repair: _Repair | None) -> str:
    if repair:
        meant = "` and, below it, `".join(map(shortened, repair.line.split("\n")))
        return f"{repair.reason}; did you mean `{meant}`?"
    line = text.split("\n")[at] if at <= text.count("\n") else ""
    where = f"`{shortened(line.strip())}`; see “Quotes” in docs/writing-articles.md"
    return f"YAML cannot read this line ({error}): {where}"


def _repaired(text: str, at: int, keys: Collection[str]) -> tuple[int, _Repair] | None:
    """Find the first repair near a line with which the parser comes further."""
    if len(text) > _LONGEST_REPAIRED:
        return None
    lines = text.split("\n")
    for is_certain in (True, False):
        for number in (at, at - 1, at + 1):
            for repair in _repairs(lines, number, keys) if 0 <= number < len(lines) else ():
                if repair.is_certain == is_certain and _reaches(_replaced(text, number, repair.line)) > at:
                    return number, repair
    return None


def _reaches(text: str) -> int:
    """Return the line, counted from 0, on which YAML gives up; beyond the last for none."""
    try:
        parse_yaml(text)
    except YamlSyntaxError as error:
        return error.line - 1
    except FormatError:
        pass
    return text.count("\n") + 1


def _replaced(text: str, number: int, line: str) -> str:
    lines = text.split("\n")
    return "\n".join((*lines[:number], line, *lines[number + 1 :]))


def _repairs(lines: list[str], number: int, keys: Collection[str]) -> Iterator[_Repair]:
    line = lines[number]
    lead = line[: len(line) - len(_LEAD.sub("", line, count=1))]
    spaced = _SPACE.sub(lambda space: "  " if space[0] == "\t" else " ", lead) + line[len(lead) :]
    if spaced != line:
        yield _Repair(spaced, "YAML is indented with spaces only")
    named = _named(spaced, keys)
    if named != spaced:
        yield _Repair(named, "a field is its name, a colon and a space")
    below = next((_indent(other) for other in lines[number + 1 :] if other.strip()), 0)
    if entry := _ENTRY.fullmatch(named):
        yield from _repairs_of_text(entry, below if below > _indent(named) else 0)
    if line.strip():
        yield _Repair(_named(spaced, None), "a field is its name, a colon and a space", is_certain=False)
        for opening, closing in _CLOSING.items():
            if opening in line:
                yield _Repair(line + closing, f"a {closing} is missing", is_certain=False)
        yield _Repair(f"  {line}", "the text above goes on here only if this line is indented", is_certain=False)
        yield _Repair(line.lstrip(), "this line is indented, but belongs to nothing above it", is_certain=False)


def _repairs_of_text(entry: re.Match[str], below: int) -> Iterator[_Repair]:
    """Put a text in quotes or, if it goes on in lines that are indented so far, begin it there."""
    lead, value = entry["lead"], entry["value"].rstrip()
    if below:
        text = _BLOCK_MARK.sub("", value, count=1)
        yield _Repair(
            f"{lead}|\n{' ' * below}{text}", "a text of several lines begins below its name", is_certain=False
        )
    elif value[0] == "[" and value.endswith("]"):
        items = (item.strip() for item in value[1:-1].split(","))
        listed = ", ".join(item if item[:1] in {'"', "'"} else scalar(item) for item in items)
        yield _Repair(f"{lead}[{listed}]", "YAML cannot read this as it stands")
    elif not _BRACKETS.fullmatch(value):
        yield _Repair(lead + scalar(_meant(value)), "YAML cannot read this as it stands")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _named(line: str, keys: Collection[str] | None) -> str:
    """Write the name of a field as YAML wants it, if it is one of these; None stands for any."""
    found = _FIELD.fullmatch(line)
    is_known = found and (keys is None or found["key"].lower() in keys)
    return f"{found['indent']}{found['key']}: {found['value']}".rstrip() if found and is_known else line


def _meant(value: str) -> str:
    """Return the text within quotes that YAML cannot read, or else the text as it stands."""
    mark, inner = value[0], value[1:].removesuffix(value[0])
    if mark not in "\"'" or _ELISION.match(value):
        return _BLOCK_MARK.sub("", value, count=1)
    is_closed_early = re.match(rf"[^{mark}]*\S{mark}(?!\w)", inner)
    if is_closed_early and (inner.count(mark) % 2 == 0 or not value.endswith(mark)):
        return value
    return inner
