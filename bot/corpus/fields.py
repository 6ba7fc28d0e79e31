"""The fields of an article's front matter, read one by one; whatever is wrong is noted, not raised.

Pure: no I/O.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.model import Problem, Related

if TYPE_CHECKING:
    from pathlib import Path

    from bot.corpus.yaml_tree import Node

MOST_RELATED = 5
_FLAGS = {"": False, "false": False, "no": False, "off": False, "true": True, "yes": True, "on": True}
_KINDS = {tuple: "a list", dict: "a mapping"}


@dataclass(slots=True)
class Fields:
    """One mapping of front matter with typed access; ``problems`` grows as fields are read."""

    path: Path
    nodes: Mapping[str, Node]
    line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        """Give a text field, stripped; the empty text if it is missing or is no text."""
        return self._raw_text(key).strip()

    def line_of_text(self, key: str) -> str:
        """Give a text field as one line."""
        return " ".join(self._raw_text(key).split())

    def answer(self) -> str:
        """Give the answer as written, without blank lines around it."""
        return self._raw_text("answer").strip("\n").rstrip()

    def date(self, key: str) -> dt.date | None:
        """Give a date written ``YYYY-MM-DD``; a time after it is ignored."""
        text = self.text(key)
        if not text:
            return None
        try:
            return dt.date.fromisoformat(re.split(r"[Tt\s]", text, maxsplit=1)[0])
        except ValueError:
            self.note(f"`{key}` must be a date such as 2025-03-20", key)
            return None

    def flag(self, key: str) -> bool:
        """Give a truth value: ``true``, ``yes`` or ``on``; false if missing."""
        value = _FLAGS.get(self.text(key).lower())
        if value is None:
            self.note(f"`{key}` must be true or false", key)
        return bool(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts; one text alone counts as a list of one."""
        node = self.nodes.get(key)
        if node is None or not isinstance(node.value, tuple):
            alone = self.line_of_text(key)
            return (alone,) if alone else ()
        return tuple(self._items(key, node.value))

    def words(self, key: str) -> tuple[str, ...]:
        """Give keywords: a list, or one text with commas between them."""
        pieces = (piece.strip() for text in self.texts(key) for piece in text.split(","))
        return tuple(dict.fromkeys(piece for piece in pieces if piece))

    def group(self, key: str) -> Fields:
        """Give a nested mapping; an empty one if it is missing or is no mapping. It shares ``problems``."""
        node = self.nodes.get(key)
        if node is None or node.value == "":
            return Fields(self.path, {}, self.line, self.problems)
        if isinstance(node.value, Mapping):
            return Fields(self.path, node.value, node.line, self.problems)
        self.note(f"`{key}` must hold fields of its own, not {_kind(node)}", key)
        return Fields(self.path, {}, node.line, self.problems)

    def related(self) -> tuple[Related, ...]:
        """Give ``related_article1`` to ``related_article5``, in that order, without those that are incomplete."""
        keys = (f"related_article{number}" for number in range(1, MOST_RELATED + 1))
        found = (self._one_related(key) for key in keys if key in self.nodes)
        return tuple(related for related in found if related)

    def note(self, reason: str, key: str = "") -> None:
        """Note a problem on the line of a field, or where this mapping begins."""
        line = self.nodes[key].line if key in self.nodes else self.line
        self.problems.append(Problem(self.path, reason, line))

    def _raw_text(self, key: str) -> str:
        node = self.nodes.get(key)
        if node is None:
            return ""
        if isinstance(node.value, str):
            return node.value
        self.note(f"`{key}` must be text, not {_kind(node)}", key)
        return ""

    def _items(self, key: str, nodes: tuple[Node, ...]) -> list[str]:
        texts = [" ".join(node.value.split()) for node in nodes if isinstance(node.value, str)]
        if len(texts) < len(nodes):
            self.note(f"`{key}` must be a list of texts", key)
        return [text for text in texts if text]

    def _one_related(self, key: str) -> Related | None:
        group = self.group(key)
        related = Related(group.line_of_text("title"), group.text("url"), group.line_of_text("subject"))
        if related.title and related.url:
            return related
        if group.nodes:
            self.note(f"`{key}` needs a `title` and a `url`; it is left out", key)
        return None


def _kind(node: Node) -> str:
    return _KINDS.get(type(node.value), "text")
