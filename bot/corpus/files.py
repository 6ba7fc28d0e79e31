"""Finding and reading the files of corpus folders, whatever state they are in.

An edge: the only module that lists folders and opens articles. Failures become problems, never exceptions.
"""

from __future__ import annotations

import codecs
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.errors import CorpusError
from bot.model import Problem

LARGEST_FILE_BYTES = 1_000_000  # the largest of 3,115 real articles has 7,538
_TOO_LARGE = "larger than 1 MB; link to pictures instead of pasting them, or split it into several articles"
DEEPEST_FOLDER = 100
_SUFFIXES = (".md", ".markdown")
_OTHER_SUFFIXES = (".txt", ".text", ".mdx", ".mdown", ".mkd")  # of files that may be articles by mistake
_ENOUGH_TO_TELL = 64  # bytes


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
        return Problem(path, _TOO_LARGE)
    if b"\0" in content[:4]:
        return Problem(path, "UTF-16 text, or no text at all; save the file as UTF-8", 1)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(path, "not UTF-8 text; save the file as UTF-8", content.count(b"\n", 0, error.start) + 1)


def is_article(name: str) -> bool:
    """Return whether a file of this name is read as an article."""
    return name.lower().endswith(_SUFFIXES)


def _require_folder(folder: Path) -> None:
    try:
        what = "" if stat.S_ISDIR(folder.stat().st_mode) else "is not a folder"
        if not what and str(folder.absolute()) != _shown(str(folder.absolute())):
            what = "has a name that is no text"
    except FileNotFoundError:
        what = "does not exist"
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
    if what:
        raise CorpusError(f"{_shown(str(folder))}: the corpus folder {what}. Check QUICKTAKE_CORPUS or --corpus.")


def _walk(folder: Path, visited: set[tuple[int, int]], problems: list[Problem]) -> Iterator[Path]:
    """Yield the articles below a folder; without recursion, as folders may be nested deeper than Python's stack is."""
    levels = [_entries(folder, visited, problems)]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif _is_folder(entry):
            if len(levels) == DEEPEST_FOLDER:
                problems.append(Problem(Path(entry.path), f"nested deeper than {DEEPEST_FOLDER} folders; not read"))
            else:
                levels.append(_entries(Path(entry.path), visited, problems))
        elif _is_article(entry):
            yield Path(entry.path)


def _entries(folder: Path, visited: set[tuple[int, int]], problems: list[Problem]) -> Iterator[os.DirEntry[str]]:
    """Yield what is in a folder and can be read, by name."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if _is_first_visit(folder, visited) else []
    except OSError as error:
        problems.append(Problem(folder, _reason(error)))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if reason := _wrong_with_name(entry):
            problems.append(Problem(folder / _shown(entry.name), reason))
        if entry.name == _shown(entry.name):
            yield entry


def _is_first_visit(folder: Path, visited: set[tuple[int, int]]) -> bool:
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    is_first = identity not in visited
    visited.add(identity)
    return is_first


def _wrong_with_name(entry: os.DirEntry[str]) -> str:
    if entry.name != _shown(entry.name):
        matters = _is_article(entry) or _is_folder(entry)
        return "its name has characters that are no text; rename it" if matters else ""
    if _is_article(entry) and _is_folder(entry):
        return "a folder named like an article; articles are files"
    if entry.name.lower().endswith(_OTHER_SUFFIXES) and _begins_like_article(Path(entry.path)):
        return f"not read, though it looks like an article; rename it to {Path(entry.name).stem}.md"
    return ""


def _begins_like_article(path: Path) -> bool:
    try:
        return _bytes(path, _ENOUGH_TO_TELL).removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"---")
    except OSError:
        return False


def _shown(name: str) -> str:
    """Return a name as it can be printed: escapes stand for control characters, and for bytes that are no UTF-8."""
    if name.isprintable():
        return name
    return "".join(_escape(one) if unicodedata.category(one) in {"Cc", "Cs"} else one for one in name)


def _escape(character: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in os.fsencode(character))


def _is_article(entry: os.DirEntry[str]) -> bool:
    return is_article(entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link that leads in a circle; reading it will say so


def _bytes(path: Path, most: int = LARGEST_FILE_BYTES + 1) -> bytes:
    """Read no more than needed to see that a file is too large; a pipe or device is never opened, nor waited for."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a regular file")
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:  # a pipe is there by now?
        return file.read(most)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is gone, or a link to nowhere"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read: {error.strerror or error}"
