"""Finding and reading the files of corpus folders, whatever state they are in.

An edge: the only module that lists folders and opens articles. Failures become problems, never exceptions.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import CorpusError
from bot.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST_FILE_BYTES = 1_000_000  # the largest of 3,115 real articles has 7,538
SUFFIX = ".md"


def find(folders: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """List the Markdown files under the folders, and what could not be listed.

    Hidden files and folders are skipped, links to folders are followed, and each folder is visited once however often
    it is linked.

    Returns:
        Files folder by folder as given, sorted by path within each; and the problems.

    Raises:
        CorpusError: one of the folders does not exist or is no folder.
    """
    require_folders(folders)
    paths: list[Path] = []
    problems: list[Problem] = []
    visited: set[tuple[int, int]] = set()
    for folder in folders:
        paths += _walk(folder, visited, problems)
    return tuple(paths), tuple(problems)


def require_folders(folders: Sequence[Path]) -> None:
    """Refuse folders that cannot be listed.

    Raises:
        CorpusError: one of them does not exist or is no folder.
    """
    for folder in folders:
        _require_folder(folder)


def read(path: Path) -> str | Problem:
    """Read a file as UTF-8 text."""
    try:
        content = _bytes(path)
    except OSError as error:
        return Problem(path, _reason(error))
    if len(content) > LARGEST_FILE_BYTES:
        return Problem(path, f"larger than {LARGEST_FILE_BYTES // 1_000_000} MB; split it into several articles")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(path, "not UTF-8 text; save the file as UTF-8", content.count(b"\n", 0, error.start) + 1)


def _require_folder(folder: Path) -> None:
    try:
        what = "" if stat.S_ISDIR(folder.stat().st_mode) else "is not a folder"
    except FileNotFoundError:
        what = "does not exist"
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
    if what:
        raise CorpusError(f"{folder}: the corpus folder {what}. Check QUICKTAKE_CORPUS or --corpus.")


def _walk(folder: Path, visited: set[tuple[int, int]], problems: list[Problem]) -> Iterator[Path]:
    try:
        if not _is_first_visit(folder, visited):
            return
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(folder, _reason(error)))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _visit(entry, visited, problems)


def _is_first_visit(folder: Path, visited: set[tuple[int, int]]) -> bool:
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    is_first = identity not in visited
    visited.add(identity)
    return is_first


def _visit(entry: os.DirEntry[str], visited: set[tuple[int, int]], problems: list[Problem]) -> Iterator[Path]:
    is_article = entry.name.lower().endswith(SUFFIX)
    if not _is_folder(entry):
        yield from (Path(entry.path),) if is_article else ()
        return
    if is_article:
        problems.append(Problem(Path(entry.path), "a folder named like an article; articles are files"))
    yield from _walk(Path(entry.path), visited, problems)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link that leads in a circle; reading it will say so


def _bytes(path: Path) -> bytes:
    """Read no more than needed to see that a file is too large; a pipe or device is never opened."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a regular file")
    with path.open("rb") as file:
        return file.read(LARGEST_FILE_BYTES + 1)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is gone, or a link to nowhere"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read: {error.strerror or error}"
