"""Corpus folders → a corpus: every file is loaded or reported.

An edge: reads files through ``files``; everything it decides is decided by pure modules.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bot.corpus.builder import assemble
from bot.corpus.file_reader import map_files, read_file
from bot.corpus.files import find, read
from bot.corpus.synonyms import Synonyms, parse_synonyms
from bot.errors import CorpusError
from bot.model import Corpus, Problem
from bot.progress import OnProgress, ignore

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SYNONYMS_NAME = "synonyms.yml"


def load(
    folders: Sequence[Path],
    *,
    synonyms_file: Path | None = None,
    processes: int | None = None,
    on_progress: OnProgress = ignore,
) -> Corpus:
    """Read all articles under the folders.

    Args:
        folders: searched recursively for ``.md`` and ``.markdown`` files.
        synonyms_file: words for every corpus, besides the ``synonyms.yml`` at the top of each folder that has one.
        processes: how many to read with; by default one per core for a large corpus, else this one alone.
        on_progress: told now and then how many files are done, of how many.

    Raises:
        CorpusError: a folder does not exist, or there is no usable article in any.
    """
    paths, unlisted = find(folders)
    parsed = map_files(read_file, paths, processes=processes, on_progress=on_progress)
    corpus = assemble(parsed, synonyms_of(folders, synonyms_file), unlisted)
    require_articles(corpus, folders)
    return corpus


def require_articles(corpus: Corpus, folders: Sequence[Path]) -> None:
    """Refuse an empty corpus.

    Raises:
        CorpusError: it has no article; says what is wrong with the files.
    """
    if not corpus.articles:
        raise CorpusError(_nothing_usable(folders, corpus.problems))


def synonyms_of(folders: Sequence[Path], synonyms_file: Path | None = None) -> Synonyms:
    """Read the named synonyms file, and the ``synonyms.yml`` of each folder that has one."""
    own = (folder / SYNONYMS_NAME for folder in folders)
    files = [*([synonyms_file] if synonyms_file else []), *filter(os.path.lexists, own)]
    read_ones = [_read_synonyms(file) for file in {os.path.realpath(file): file for file in files}.values()]
    groups = tuple(group for one in read_ones for group in one.groups)
    return Synonyms(groups, tuple(problem for one in read_ones for problem in one.problems))


def _read_synonyms(path: Path) -> Synonyms:
    text = read(path)
    return Synonyms(problems=(text,)) if isinstance(text, Problem) else parse_synonyms(text, path)


def _nothing_usable(folders: Sequence[Path], problems: Sequence[Problem]) -> str:
    where = ", ".join(str(folder) for folder in folders) or "no folder given"
    shown = "".join(f"\n  {problem}" for problem in problems[:10])
    more = f"\n  … and {len(problems) - 10} more" if len(problems) > 10 else ""
    return f"No usable article in {where}.{shown}{more}"
