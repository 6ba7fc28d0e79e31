"""Pictures that were pasted into the text itself, as kilobytes or megabytes of letters.

Slack could not show them, and nobody could find anything among them: what stays is what they show, in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMELESS = "image"
_DATA = r"data:[\w/+.:;,=%~@&$*-]*+"  # no bracket, so that a text of nothing but openings is read in linear time
_PART = re.compile(
    rf"""
      `{{3,}}.*?(?:`{{3,}}|\Z) | `[^`\n]*`                                                    # code stays as it is
    | ^\ {{0,3}}\[(?P<defined>[^\]\n]{{1,999}})\]:[ \t]*(?P<definition><?{_DATA})[^\n]*$
    | !\[(?P<alt>[^][\n]{{,999}})\]
      (?:\([ \t]*(?P<inline><?{_DATA})[^()[\n]{{,999}}\) | \[(?P<name>[^\]\n]{{,999}})\] | (?![\[(]))
    | (?P<html>(?P<before>\bsrc\s*=\s*)(?:"data:[^"]*"|'data:[^']*'|data:[^\s>]*))
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DataPicture:
    """A picture in the text: the line of the text it stands on (from 0), what stays of it, and how long it is."""

    line: int
    description: str
    length: int


def without_data_pictures(markdown: str) -> str:
    """Return the text with the description of each picture in its place.

    >>> without_data_pictures("Press ![the button](data:image/png;base64,iVBORw0KGgo=).")
    'Press the button.'
    """
    if not _has_data(markdown):
        return markdown
    defined = _defined(markdown)
    return _PART.sub(lambda part: _described(part, defined), markdown)


def data_pictures(markdown: str) -> Iterator[DataPicture]:
    """Find the pictures that stand in a text."""
    for part in _PART.finditer(markdown) if _has_data(markdown) else ():
        data = part["inline"] or part["definition"] or part["html"]
        if data:
            line = markdown.count("\n", 0, part.start())
            yield DataPicture(line, part["alt"] or part["defined"] or _NAMELESS, len(data))


def _has_data(markdown: str) -> bool:
    return "data:" in markdown.lower()


def _defined(markdown: str) -> frozenset[str]:
    return frozenset(part["defined"].casefold() for part in _PART.finditer(markdown) if part["definition"])


def _described(part: re.Match[str], defined: frozenset[str]) -> str:
    if part["definition"]:
        return ""
    if part["html"]:
        return f'{part["before"]}""'
    is_picture = part["inline"] or (part["alt"] is not None and (part["name"] or part["alt"]).casefold() in defined)
    return part["alt"] or _NAMELESS if is_picture else part[0]
