"""The synonyms file → groups of words that mean the same.

The file is a YAML list of lists: ``- [client, coachee]``. Pure: no I/O.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus.yaml_tree import FormatError, Node, parse_yaml
from bot.model import Problem

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The groups of a synonyms file, in file order, and its problems."""

    groups: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_synonyms(text: str, path: Path) -> Synonyms:
    """Read a synonyms file; groups that cannot be used are left out and reported."""
    try:
        root = parse_yaml(text.removeprefix("\ufeff"))
    except FormatError as error:
        return Synonyms(problems=(Problem(path, str(error), error.line),))
    if isinstance(root.value, str) and not root.value:
        return Synonyms()
    if not isinstance(root.value, tuple):
        return Synonyms(problems=(Problem(path, "must be a list of groups: - [client, coachee]", root.line),))
    lines = tuple((group, node.line) for node in root.value if len(group := _group(node)) > 1)
    unusable = (node.line for node in root.value if len(_group(node)) < 2)
    problems = [Problem(path, "a group needs at least two words: - [client, coachee]", line) for line in unusable]
    return Synonyms(tuple(group for group, _ in lines), (*problems, *_shared(lines, path)))


def _group(node: Node) -> tuple[str, ...]:
    members = node.value if isinstance(node.value, tuple) else ()
    texts = (" ".join(member.value.split()) for member in members if isinstance(member.value, str))
    return tuple(dict.fromkeys(text for text in texts if text))


def _shared(lines: tuple[tuple[tuple[str, ...], int], ...], path: Path) -> tuple[Problem, ...]:
    counts = Counter(word.casefold() for group, _ in lines for word in group)
    return tuple(
        Problem(path, f"“{word}” is in more than one group", line)
        for group, line in lines
        for word in group
        if counts[word.casefold()] > 1
    )
