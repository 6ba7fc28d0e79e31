"""The synonyms file → groups of words that mean the same.

The file is a YAML list of lists: ``- [client, coachee]``. Pure: no I/O.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.corpus.yaml_repair import read_yaml
from bot.corpus.yaml_tree import FormatError, Node
from bot.model import Problem

_WANTED = "- [client, coachee]"
_BETWEEN_WORDS = re.compile(r"[,;=]")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The groups of a synonyms file, in file order, and its problems."""

    groups: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()


def parse_synonyms(text: str, path: Path) -> Synonyms:
    """Read a synonyms file; groups that cannot be used are left out and reported."""
    try:
        root, guesses = read_yaml(text.removeprefix("\ufeff"))
    except FormatError as error:
        return Synonyms(problems=tuple(Problem(path, str(one), one.line) for one in (*error.found_before, error)))
    guessed = tuple(Problem(path, str(guess), guess.line) for guess in guesses)
    if isinstance(root.value, str):
        unusable = (Problem(path, f"must be a list of groups: {_WANTED}", root.line),) if root.value else ()
        return Synonyms(problems=(*guessed, *unusable))
    found = [(_group(node), node.line) for node in _nodes(root.value)]
    groups = tuple((group, line) for group, line in found if len(group) > 1)
    short = tuple(
        Problem(path, f"a group needs at least two words: {_WANTED}", line) for g, line in found if len(g) < 2
    )
    return Synonyms(tuple(group for group, _ in groups), (*guessed, *short, *_shared(groups, path)))


def _nodes(value: tuple[Node, ...] | Mapping[str, Node]) -> tuple[Node, ...]:
    """List the groups; ``client: [coachee]`` is one, too."""
    if not isinstance(value, Mapping):
        return value
    listed = ((key, node, node.value if isinstance(node.value, tuple) else (node,)) for key, node in value.items())
    return tuple(Node((Node(key, node.line), *others), node.line) for key, node, others in listed)


def _group(node: Node) -> tuple[str, ...]:
    """Give the words of a group, which may also be one text with commas between them."""
    members = node.value if isinstance(node.value, tuple) else (node,)
    texts = [member.value for member in members if isinstance(member.value, str)]
    words = (" ".join(word.split()) for text in texts for word in _BETWEEN_WORDS.split(text))
    return tuple(dict.fromkeys(word for word in words if word))


def _shared(lines: tuple[tuple[tuple[str, ...], int], ...], path: Path) -> tuple[Problem, ...]:
    counts = Counter(word.casefold() for group, _ in lines for word in group)
    return tuple(
        Problem(path, f"“{word}” is in more than one group", line)
        for group, line in lines
        for word in group
        if counts[word.casefold()] > 1
    )
