"""Corpus folders, accepted aliases and the last snapshot → an up-to-date one, reading only what has changed.

An edge: reads and writes files.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from bot.aliases import extend
from bot.array_file import write_arrays
from bot.corpus.builder import assemble, select
from bot.corpus.file_reader import map_files, read_file
from bot.corpus.file_stamps import stamps
from bot.corpus.files import find
from bot.corpus.frontmatter import Parsed
from bot.corpus.loader import require_articles, synonyms_of
from bot.corpus.synonyms import Synonyms
from bot.errors import QuicktakeError
from bot.model import Corpus, Problem
from bot.progress import UNSEEN, OnProgress, Progress
from bot.releases.accepted_aliases import AcceptedAliases
from bot.releases.snapshot import Listing, Snapshot, open_snapshot, to_arrays, with_index

BuildIndex = Callable[[Corpus, Progress], Mapping[str, NDArray[Any]]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a snapshot is made of, besides what the files hold.

    Attributes:
        folders: the corpus folders.
        synonyms_file: as for ``load``.
        variant: changes whenever the same articles would be indexed differently: the index's version, the language.
        accepted: gives the aliases that admins accepted; may raise QuicktakeError, and then those of last time stay.
        build_index: gives the arrays of a corpus's index, telling how far it is.
    """

    folders: Sequence[Path]
    synonyms_file: Path | None
    variant: str
    build_index: BuildIndex = field(compare=False)  # the variant tells what it is
    accepted: Callable[[], AcceptedAliases] = field(default=AcceptedAliases, compare=False)


def refresh(
    recipe: Recipe,
    path: Path,
    *,
    previous: Sequence[Path] = (),
    progress: Progress = UNSEEN,
) -> Snapshot:
    """Give a snapshot of the folders as they are now, and keep it at ``path``.

    Args:
        recipe: what to make it of.
        path: where it is written; if that fails, the snapshot serves from memory.
        previous: the snapshots to start from, the first that can be read; by default the one at ``path``. If nothing
            has changed, it is the result.
        progress: told of the changed files that are read, and by ``build_index`` of its stages.

    Raises:
        CorpusError: a folder does not exist, or there is no usable article in any.
    """
    known = next((one for file in previous or [path] if (one := open_snapshot(file, recipe.variant))), None)
    listing = list_sources(recipe, known)
    if known and known.listing.is_same(listing):
        return known
    parsed = _parsed(listing, known, progress.reading)
    return _kept(_arrays(recipe, listing, parsed, known=known, progress=progress), path, recipe.variant)


def list_sources(recipe: Recipe, known: Snapshot | None = None) -> Listing:
    """Look at the folders without reading the articles, and at what was accepted."""
    paths, unlisted = find(recipe.folders)
    synonyms = synonyms_of(recipe.folders, recipe.synonyms_file)
    try:
        accepted = recipe.accepted()
    except QuicktakeError as failure:
        log.warning("Accepted aliases cannot be read; those of last time stay: %s", failure)
        before = known.listing.aliases if known else ()
        accepted = AcceptedAliases(before, (f"they cannot be read, so those of last time stay: {failure}",))
    problems = (*unlisted, *synonyms.problems, *_problems(accepted.problems))
    return Listing(tuple(map(str, paths)), stamps(paths), problems, synonyms.groups, accepted.aliases)


def _parsed(listing: Listing, known: Snapshot | None, on_progress: OnProgress) -> list[Parsed]:
    remembered = _remembered(listing, known) if known else {}
    changed = [name for name in listing.names if name not in remembered]
    read = map_files(read_file, [Path(name) for name in changed], on_progress=on_progress)
    remembered |= zip(changed, read, strict=True)
    return [remembered[name] for name in listing.names]


def _remembered(listing: Listing, known: Snapshot) -> dict[str, Parsed]:
    """Give what the files gave that are now as they were then."""
    before = known.listing
    states = zip(before.stamps.tolist(), known.parsed(), strict=True)
    then = dict(zip(before.names, states, strict=True))
    now = zip(listing.names, listing.stamps.tolist(), strict=True)
    return {name: then[name][1] for name, stamp in now if name in then and then[name][0] == stamp}


def _arrays(
    recipe: Recipe,
    listing: Listing,
    parsed: Sequence[Parsed],
    *,
    known: Snapshot | None,
    progress: Progress,
) -> dict[str, NDArray[Any]]:
    selection = select([one.article for one in parsed if one.article])
    of_files = assemble(parsed, Synonyms(listing.synonyms), listing.unlisted)
    require_articles(of_files, recipe.folders)
    extended = extend(of_files.articles, listing.aliases)
    corpus = replace(of_files, articles=extended.articles, problems=(*of_files.problems, *_problems(extended.problems)))
    arrays = to_arrays(listing, parsed, selection, corpus=corpus, added=extended.added, variant=recipe.variant)
    is_known = known and known.is_same_corpus(Snapshot(arrays))
    return with_index(arrays, known.index if known and is_known else recipe.build_index(corpus, progress))


def _problems(sentences: Sequence[str]) -> tuple[Problem, ...]:
    return tuple(Problem(Path("accepted aliases"), sentence) for sentence in sentences)


def _kept(arrays: dict[str, NDArray[Any]], path: Path, variant: str) -> Snapshot:
    try:
        write_arrays(path, arrays)
    except OSError as error:
        log.warning("The snapshot %s cannot be written (%s); the next start will take as long as this one", path, error)
        return Snapshot(arrays)
    return open_snapshot(path, variant) or Snapshot(arrays)
