"""A corpus and its index as one file, so that a start takes what a look at the folders takes.

The articles stay in the mapped file until somebody asks for one. Whatever is wrong with a file, it is left aside with
one line in the log. An edge: reads and writes files.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.aliases import Alias
from bot.array_file import ArrayFileError, map_arrays
from bot.corpus.article_records import Records, pack
from bot.corpus.builder import FINGERPRINT_BYTES, Selection, fingerprint, identity
from bot.corpus.frontmatter import Parsed
from bot.model import Article, Corpus, Problem

FORMAT = 4  # of this module and of ``records``; a file of another format is made anew
_PARTS = frozenset(
    (
        "about",
        "names",
        "stamps",
        "of_file",
        "noted",
        "problems",
        "places",
        "urls",
        "outlines",
        "fingerprints",
        "records",
        "record_ends",
    )
)
_INDEX = "index."
OUTDATED = "another version made it, or other settings"
log = logging.getLogger(__name__)


class SnapshotError(Exception):
    """A snapshot is of no use: damaged, or else, where not ``is_damage``, made by another version or settings."""

    def __init__(self, reason: str, *, is_damage: bool) -> None:
        super().__init__(reason)
        self.is_damage = is_damage


@dataclass(frozen=True, slots=True)
class Listing:
    """What the folders hold, without the articles, and what was accepted: enough to see whether anything has changed.

    ``stamps`` has a row of three numbers per file; ``unlisted`` are the problems met on the way. Files are plain names,
    for making 36,000 paths of them would take half of a warm start. ``aliases`` are those that admins accepted.
    """

    names: tuple[str, ...]
    stamps: NDArray[np.int64]
    unlisted: tuple[Problem, ...]
    synonyms: tuple[tuple[str, ...], ...]
    aliases: tuple[Alias, ...] = ()

    def is_same(self, other: Listing) -> bool:
        """Whether all is as it was."""
        mine, others = ((one.names, one.unlisted, one.synonyms, one.aliases) for one in (self, other))
        return mine == others and np.array_equal(self.stamps, other.stamps)


class Outline(NamedTuple):
    """What finds an article where people leaf through all of them; ``file`` is a plain name, empty for none."""

    url: str
    title: str
    subject: str
    file: str


def outline(article: Article) -> Outline:
    """Outline an article."""
    return Outline(article.url, article.title, article.subject, str(article.source or ""))


class Snapshot:
    """A corpus with its index, as arrays in memory or mapped from a file.

    Attributes:
        articles: decoded one by one, when asked for.
        content_id: as of ``assembly.content_id``.
        variant: what else the index depends on, in the words of whoever built it.
        index: the arrays of the index, by name.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        about = _read_json(arrays["about"])
        if about["format"] != FORMAT:
            raise SnapshotError(OUTDATED, is_damage=False)
        if missing := _PARTS - arrays.keys():
            raise ValueError(f"it lacks {sorted(missing)}")
        self._arrays = arrays
        self._about = about
        self.content_id: str = about["content_id"]
        self.variant: str = about["variant"]
        self.articles: Sequence[Article] = Records(arrays, arrays["places"], about["spelling"], about["added"])
        self.index = {name.removeprefix(_INDEX): arrays[name] for name in arrays if name.startswith(_INDEX)}

    @property
    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The groups of words that mean the same."""
        return tuple(tuple(group) for group in self._about["synonyms"])

    @property
    def added(self) -> tuple[Alias, ...]:
        """The accepted aliases that the articles have and their files lack, by url and text."""
        return tuple(Alias(url, text) for url, texts in self._about["added"].items() for text in texts)

    @property
    def urls(self) -> tuple[str, ...]:
        """The articles' urls, in their order, without decoding the articles."""
        return tuple(_read_json(self._arrays["urls"]))

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """What finds each article, in their order, without decoding the articles."""
        return tuple(Outline(*row) for row in _read_json(self._arrays["outlines"]))

    @property
    def fingerprints(self) -> dict[str, bytes]:
        """The articles' fingerprints by url, in their order, without decoding the articles."""
        rows = self._arrays["fingerprints"].reshape(-1, FINGERPRINT_BYTES)
        return dict(zip(self.urls, (row.tobytes() for row in rows), strict=True))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems met when the folders were read."""
        return _problems(_read_json(self._arrays["problems"]))

    @property
    def listing(self) -> Listing:
        """What the folders held when they were read."""
        names = tuple(_read_json(self._arrays["names"]))
        aliases = tuple(Alias(*one) for one in self._about["aliases"])
        return Listing(names, self._arrays["stamps"], _problems(self._about["unlisted"]), self.synonyms, aliases)

    def is_same_corpus(self, other: Snapshot) -> bool:
        """Tell whether the other has the same articles in the same order, and the same synonyms."""
        mine, others = self._arrays["fingerprints"], other._arrays["fingerprints"]
        return np.array_equal(mine, others) and self.synonyms == other.synonyms

    def parsed(self) -> list[Parsed]:
        """Give what each file of the listing gave, as reading it anew would."""
        records = Records(self._arrays)
        noted = _read_json(self._arrays["noted"])
        of_file = enumerate(self._arrays["of_file"].tolist())
        return [
            Parsed(records[place] if place >= 0 else None, _problems(noted.get(str(number), ())))
            for number, place in of_file
        ]


def read_snapshot(path: Path, variant: str) -> Snapshot:
    """Check a snapshot and map it into memory.

    Raises:
        SnapshotError: it is of no use.
    """
    try:
        snapshot = Snapshot(map_arrays(path))
    except (OSError, ArrayFileError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise SnapshotError(str(error), is_damage=True) from error
    if snapshot.variant != variant:
        raise SnapshotError(OUTDATED, is_damage=False)
    return snapshot


def open_snapshot(path: Path, variant: str) -> Snapshot | None:
    """Map a snapshot into memory, or say in the log why it is of no use."""
    if not path.exists():
        return None
    try:
        return read_snapshot(path, variant)
    except SnapshotError as failure:
        log.log(logging.WARNING if failure.is_damage else logging.INFO, "%s is left aside: %s", path, failure)
        return None


def to_arrays(
    listing: Listing,
    parsed: Sequence[Parsed],
    selection: Selection,
    *,
    corpus: Corpus,
    added: Sequence[Alias] = (),
    variant: str,
) -> dict[str, NDArray[Any]]:
    """Write a corpus, and what each file gave, into arrays; the index's are added by ``with_index``.

    Args:
        listing: the files.
        parsed: what each of them gave.
        selection: which of their articles make the corpus.
        corpus: the corpus, accepted aliases included.
        added: which of these the files lack.
        variant: what else the index depends on.
    """
    fingerprints = [fingerprint(article) for article in corpus.articles]
    has_article = np.array([one.article is not None for one in parsed], dtype=bool)
    texts: dict[str, list[str]] = {}
    for alias in added:
        texts.setdefault(alias.url, []).append(alias.text)
    noted = {number: _rows(one.problems) for number, one in enumerate(parsed) if one.problems}
    about = {
        "format": FORMAT,
        "variant": variant,
        "content_id": identity(fingerprints, corpus.synonyms),
        "spelling": selection.spelling,
        "synonyms": corpus.synonyms,
        "unlisted": _rows(listing.unlisted),
        "aliases": [(alias.url, alias.text) for alias in listing.aliases],
        "added": texts,
    }
    return {
        "about": _json_array(about),
        "names": _json_array(listing.names),
        "stamps": listing.stamps,
        "of_file": np.where(has_article, np.cumsum(has_article) - 1, -1),
        "noted": _json_array(noted),
        "problems": _json_array(_rows(corpus.problems)),
        "places": np.array(selection.places, dtype=np.int64),
        "urls": _json_array([article.url for article in corpus.articles]),
        "outlines": _json_array([outline(article) for article in corpus.articles]),
        "fingerprints": np.frombuffer(b"".join(fingerprints), dtype=np.uint8),
        **pack(one.article for one in parsed if one.article),
    }


def with_index(arrays: Mapping[str, NDArray[Any]], index: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Add the arrays of the index."""
    return {**arrays, **{_INDEX + name: array for name, array in index.items()}}


def _json_array(value: object) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(value).encode(), dtype=np.uint8)


def _read_json(array: NDArray[np.uint8]) -> Any:  # noqa: ANN401  (whatever was written)
    return json.loads(array.tobytes())


def _rows(problems: Iterable[Problem]) -> list[tuple[str, str, int | None]]:
    return [(str(problem.path), problem.reason, problem.line) for problem in problems]


def _problems(rows: Iterable[Sequence[Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(Path(path), reason, line) for path, reason, line in rows)
