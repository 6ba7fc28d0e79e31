"""The fields of an article's front matter, read one by one; whatever is wrong is noted, not raised.

Pure: no I/O.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.corpus.yaml_repair import shortened
from bot.corpus.yaml_tree import FormatError, Node, scalar
from bot.model import Problem, Related

MOST_RELATED = 5
RELATED_KEYS = frozenset(f"related_article{number}" for number in range(1, MOST_RELATED + 1))
KEYS: Mapping[str, frozenset[str]] = {
    "": RELATED_KEYS
    | {"id", "date", "title", "article_title", "seo", "author", "question", "answer", "subject", "file_name", "url"}
    | {"score", "no_index", "aliases", "expert", "review_by", "date_format", "post_on_text"},
    "seo": frozenset({"title", "page_description", "page_keywords"}),
    "related_article": frozenset({"id", "title", "subject", "url"}),
}
_FLAGS = {"": False, "false": False, "no": False, "off": False, "true": True, "yes": True, "on": True}
_KINDS = {tuple: "a list", dict: "names and values"}
_DATES = ("%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")
_SEVERAL = re.compile(r"\s*[,;]\s*")
_TAG = re.compile(r"</?(?:b|br|code|em|i|p|small|span|strong|su[bp]|u)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HTML = re.compile(rf"{_TAG.pattern}|&(?:amp|quot|apos|lt|gt|nbsp|#\d{{1,6}}|#x[\da-f]{{1,6}});", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|(?<=\s))[-*–•·]\s*(?=\w)")


def place_of(key: str) -> str:
    """Return under which name ``KEYS`` lists what stands below a field."""
    return "related_article" if key in RELATED_KEYS else key


def with_known_spellings(nodes: Mapping[str, Node], place: str = "") -> tuple[dict[str, Node], list[FormatError]]:
    """Return the fields under the names they are known by, whatever their case, and what was misspelled so."""
    found: dict[str, Node] = {}
    misspelled: list[FormatError] = []
    for written, node in nodes.items():
        name = written if written in KEYS[place] else _known_as(written, place)
        if name != written and (name in nodes or name in found):
            name = written
        if name != written:
            shown = written if written.isprintable() else ascii(written).strip("'")
            misspelled.append(FormatError(f"`{shown}` is read as `{name}`; write it so", node.key_line))
        found[name] = node
        if isinstance(node.value, Mapping) and place_of(name) in KEYS and not place:
            value, below = with_known_spellings(node.value, place_of(name))
            misspelled += below
            found[name] = replace(node, value=value) if below else node
    return found, misspelled


def _known_as(written: str, place: str) -> str:
    key = re.sub(r"[-\s]+", "_", written.strip("*`“”„‘’ \u00a0").lower())
    return key if key in KEYS[place] else written


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
        line = " ".join(self._raw_text(key, is_prose=True).split())
        if _HTML.search(line):
            plain = " ".join(html.unescape(_TAG.sub("", line)).split())
            self.note(f"people see the HTML in `{key}` as it stands; write `{key}: {shortened(scalar(plain))}`", key)
        return line

    def answer(self) -> str:
        """Give the answer as written, without blank lines around it."""
        return self._raw_text("answer", is_prose=True).strip("\n").rstrip()

    def date(self, key: str) -> dt.date | None:
        """Give a date written ``YYYY-MM-DD``; a time after it is ignored."""
        text = self.text(key)
        if not text:
            return None
        try:
            return dt.date.fromisoformat(re.split(r"[Tt\s]", text, maxsplit=1)[0])
        except ValueError:
            meant = {date for form in _DATES for date in _parsed_date(text, form)}
            remedy = f"; write `{key}: {min(meant)}`" if len(meant) == 1 else ""
            self.note(f"`{key}` must be a date such as 2025-03-20{remedy}", key)
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

    def aliases(self) -> tuple[str, ...]:
        """Give the aliases. One text that looks like several is noted, and taken for several if it has bullets."""
        found = self.texts("aliases")
        several = _several(found[0]) if len(found) == 1 else ()
        if len(several) < 2:
            return found
        listed, alone = (f"`aliases: [{shortened(', '.join(map(scalar, texts)))}]`" for texts in (several, found))
        if _BULLET.match(found[0]):
            self.note(f"`aliases` is read as a list; write {listed}", "aliases")
            return several
        shown = shortened(found[0])
        self.note(f"“{shown}” is one alias; if several are meant, write {listed}, else {alone}", "aliases")
        return found

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
        below = " and ".join(f"`{name}: …`" for name in sorted(KEYS[place_of(key)] - {"id", "subject"}))
        self.note(f"`{key}` is {_kind(node)}, but has fields of its own: below it, indented, {below}", key)
        return Fields(self.path, {}, node.line, self.problems)

    def related(self) -> tuple[Related, ...]:
        """Give ``related_article1`` to ``related_article5``, in that order, without those that are incomplete."""
        keys = (f"related_article{number}" for number in range(1, MOST_RELATED + 1))
        found = (self._one_related(key) for key in keys if key in self.nodes)
        return tuple(related for related in found if related)

    def note_missing(self, key: str, where: str = "") -> None:
        """Note that a field is missing, unless something else was noted about it."""
        if any(f"`{key}`" in problem.reason or f"`{key}:" in problem.reason for problem in self.problems):
            return
        doubt = self.nodes[key].doubt if key in self.nodes else None
        why = f": {doubt.reason} `{key}: {doubt.remedy}`" if doubt else ""
        self.note(f"`{key}` is missing or empty{where}{why}", key)

    def note(self, reason: str, key: str = "") -> None:
        """Note a problem on the line of a field, or where this mapping begins."""
        line = self.nodes[key].line if key in self.nodes else self.line
        self.problems.append(Problem(self.path, reason, line))

    def _raw_text(self, key: str, *, is_prose: bool = False) -> str:
        """Give a text as it was meant; of a field that is no prose (a url, a date) what YAML reads, comments aside."""
        node = self.nodes.get(key)
        if node is None:
            return ""
        if node.doubt and (node.doubt.meant != node.value or (is_prose and node.value)):
            self.note(f"{node.doubt.reason} `{key}: {shortened(node.doubt.remedy)}`", key)
            return node.value if isinstance(node.value, str) and node.value and not is_prose else node.doubt.meant
        if isinstance(node.value, str):
            return node.value
        self.note(f"`{key}` must be text, not {_kind(node)}", key)
        return ""

    def _items(self, key: str, nodes: tuple[Node, ...]) -> Iterator[str]:
        for node in nodes:
            if node.doubt and node.doubt.meant != node.value:
                reason = f"{node.doubt.reason} `- {shortened(node.doubt.remedy)}`"
                self.problems.append(Problem(self.path, reason, node.line))
            text = node.doubt.meant if node.doubt else node.value
            if not isinstance(text, str):
                self.note(f"`{key}` must be a list of texts", key)
            elif text.strip():
                yield " ".join(text.split())

    def _one_related(self, key: str) -> Related | None:
        group = self.group(key)
        related = Related(group.line_of_text("title"), group.text("url"), group.line_of_text("subject"))
        if related.title and related.url:
            return related
        if group.nodes:
            self.note(f"`{key}` needs a `title` and a `url`; it is left out", key)
        return None


def _several(text: str) -> tuple[str, ...]:
    """Split a text where it looks like several."""
    pieces = _SEVERAL.split(_BULLET.sub(",", text))
    return tuple(piece for piece in pieces if piece)


def _kind(node: Node) -> str:
    return _KINDS.get(type(node.value), "text")


def _parsed_date(text: str, form: str) -> Iterator[dt.date]:
    try:
        yield dt.datetime.strptime(text, form).date()  # noqa: DTZ007  (a day has no time zone)
    except ValueError:
        return
