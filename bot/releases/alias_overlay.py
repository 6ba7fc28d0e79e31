"""Accepted aliases over a release: articles that have them, and an index that knows them, kept in a file.

A release stays what its files say. What an admin accepted lies over whichever release serves, and falls away by itself
once it is in the files. The file is named after all that it is made of (content, aliases, language, code), so a stale
one is never found. An edge: reads and writes files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, overload

from bot.aliases import pending, with_aliases
from bot.array_file import map_if_sound, write_arrays
from bot.errors import QuicktakeError
from bot.model import Article, Corpus
from bot.progress import UNSEEN
from bot.releases.indexing import index_of, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.aliases import Alias
    from bot.answers.answerer import LoadedRelease
    from bot.model import Release
    from bot.releases.snapshot import Snapshot
    from bot.releases.snapshot_builder import Recipe


KEPT = 5  # indexes with aliases: as many as there are releases to roll back to
NAME_DIGITS = 3  # of the hash behind a release's name: people tell the states of one release apart by it
_SUFFIX = ".taught"


@dataclass(frozen=True, slots=True)
class Teaching:
    """Lays ``accepted`` over releases; ``folder`` keeps the indexes, ``recipe`` is that of the releases."""

    folder: Path
    recipe: Recipe
    accepted: tuple[Alias, ...] = ()

    def load(self, release: Release, snapshot: Snapshot) -> LoadedRelease:
        """Return the release with the aliases that its articles lack; without them until ``make`` has been here."""
        plain = loaded(release, snapshot)
        lacking = self.lacking(snapshot)
        arrays = self._arrays(snapshot, lacking) if lacking else None
        if arrays is None:
            return plain
        articles = Overlaid(snapshot.articles, _changed(snapshot, lacking))
        named = replace(release, aliases=_digest(lacking)[:NAME_DIGITS])
        return replace(plain, release=named, articles=articles, index=index_of(articles, arrays))

    def is_made(self, snapshot: Snapshot) -> bool:
        """Tell whether ``load`` gives the release with all aliases."""
        lacking = self.lacking(snapshot)
        return not lacking or self._arrays(snapshot, lacking) is not None

    def make(self, snapshot: Snapshot) -> None:
        """Build the index of a release with the aliases, unless there is one; takes as long as the release's own.

        Raises:
            QuicktakeError: the data folder cannot be written to.
        """
        if self.is_made(snapshot):
            return
        lacking = self.lacking(snapshot)
        articles = tuple(Overlaid(snapshot.articles, _changed(snapshot, lacking)))
        index = self.recipe.build_index(Corpus(articles, snapshot.synonyms), UNSEEN)
        try:
            write_arrays(self._path(snapshot, lacking), dict(index))
            self._remove_oldest()
        except OSError as failure:
            raise QuicktakeError(f"{self.folder} cannot be written to; check QUICKTAKE_DATA_DIR.") from failure

    def lacking(self, snapshot: Snapshot) -> tuple[Alias, ...]:
        """Return the aliases that are not in the files of a release, in the order of their articles' urls."""
        concerned = [snapshot.articles[place] for place in _places(snapshot, self.accepted)]
        return tuple(sorted(pending(self.accepted, concerned), key=lambda alias: (alias.url, alias.text)))

    def _arrays(self, snapshot: Snapshot, lacking: Sequence[Alias]) -> dict[str, NDArray[Any]] | None:
        path = self._path(snapshot, lacking)
        return map_if_sound(path) if path.exists() else None

    def _path(self, snapshot: Snapshot, lacking: Sequence[Alias]) -> Path:
        # Of the order of files, too: an index counts articles by their place.
        made_of = hashlib.sha256("\n".join((self.recipe.variant, _digest(lacking), *snapshot.urls)).encode())
        return self.folder / f"{snapshot.content_id}-{made_of.hexdigest()[:16]}{_SUFFIX}"

    def _remove_oldest(self) -> None:
        files = sorted(self.folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in files[KEPT:]:
            path.unlink(missing_ok=True)


class Overlaid(Sequence[Article]):
    """Articles, some of them in another version; the others stay where they are until somebody looks at one."""

    def __init__(self, articles: Sequence[Article], changed: Mapping[int, Article]) -> None:
        self._articles = articles
        self._changed = changed

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, index: int | slice) -> Article | tuple[Article, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = index % len(self) if -len(self) <= index < len(self) else index
        return self._changed[place] if place in self._changed else self._articles[place]


def _changed(snapshot: Snapshot, lacking: Sequence[Alias]) -> dict[int, Article]:
    places = list(_places(snapshot, lacking))
    return dict(zip(places, with_aliases([snapshot.articles[place] for place in places], lacking), strict=True))


def _places(snapshot: Snapshot, aliases: Sequence[Alias]) -> Iterator[int]:
    if aliases:
        urls = {alias.url for alias in aliases}
        yield from (place for place, url in enumerate(snapshot.urls) if url in urls)


def _digest(aliases: Sequence[Alias]) -> str:
    named = json.dumps([(alias.url, alias.text) for alias in aliases])
    return hashlib.sha256(named.encode()).hexdigest()
