"""A Git repository as the source of articles: cloned into the data folder, fetched again on each reload.

An edge: runs the system's ``git`` and reads the network. Nothing is ever asked on a terminal, and a fetch that fails
leaves the last good checkout as it was.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.errors import QuicktakeError
from bot.processes import run_program

TIMEOUT_S = 300
_SOURCE = re.compile(r"git\+((?:https?|ssh|file)://[^#\s]+)(?:#([^:\s]*)(?::(\S*))?)?")
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")
# What git says in English, and what it means for whoever set it up; in other languages its last line must do.
_MEANINGS = (
    (
        r"could not read Username|Authentication failed|Permission denied|terminal prompts disabled|error: 40[13]",
        "access was refused; check the address and the credentials or key of the user who runs the bot",
    ),
    (r"(?i)couldn't find remote ref", "there is no such branch or tag"),
    (
        r"(?i)Could not resolve host|unable to access|Connection (?:refused|timed out)|Network is unreachable",
        "the server cannot be reached",
    ),
    (r"(?i)not found|does not exist|does not appear to be a git repository", "there is no such repository"),
)


class GitError(QuicktakeError):
    """The repository cannot be had; the text says why, and never holds a password."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where articles come from: ``reference`` is a branch or tag ("" for the default), ``subfolder`` is inside."""

    address: str
    reference: str = ""
    subfolder: str = ""

    def __str__(self) -> str:
        """Read as people know it, without credentials."""
        return _CREDENTIALS.sub("", self.address) + (f"#{self.reference}" if self.reference else "")


@dataclass(frozen=True, slots=True)
class Checkout:
    """A repository's files on this machine: the folder with the articles, and the commit they are of."""

    folder: Path
    commit: str


def parse_repository(text: str) -> Repository | None:
    """Read ``git+https://…#branch:subfolder`` (also ``git+ssh://`` and ``git+file://``); None if it is no such address.

    Raises:
        GitError: it begins so, but cannot be meant.
    """
    if not text.startswith("git+"):
        return None
    match = _SOURCE.fullmatch(text)
    if not match:
        raise GitError(f"{_CREDENTIALS.sub('', text)} is not of the form git+https://host/repository#branch:subfolder.")
    address, reference, subfolder = match[1], match[2] or "", match[3] or ""
    path = PurePosixPath(subfolder)
    if reference.startswith("-") or path.is_absolute() or ".." in path.parts:
        raise GitError(f"#{reference}:{subfolder} must name a branch and a folder inside the repository.")
    return Repository(address, reference, subfolder)


def check_out(repository: Repository, data_dir: Path) -> Checkout:
    """Bring the newest state of a repository into the data folder.

    Raises:
        GitError: there is no git, no network, no access, no such branch or subfolder; an earlier checkout is untouched.
    """
    root = _root(repository, data_dir)
    if not (root / ".git").is_dir():
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GitError(f"{root}: {error.strerror}; check QUICKTAKE_DATA_DIR.") from error
        _git(repository, root, "init", "--quiet")
    reference = repository.reference or "HEAD"
    _git(repository, root, "fetch", "--quiet", "--depth=1", "--no-tags", "--", repository.address, reference)
    if repository.subfolder:
        _git(repository, root, "rev-parse", "--verify", "--quiet", f"FETCH_HEAD:{repository.subfolder}")
    _git(repository, root, "checkout", "--quiet", "--force", "--detach", "FETCH_HEAD")
    return _checkout(repository, root)


def last_checkout(repository: Repository, data_dir: Path) -> Checkout | None:
    """Give what the last ``check_out`` brought, without asking the network; None if it never did."""
    root = _root(repository, data_dir)
    try:
        return _checkout(repository, root) if (root / ".git").is_dir() else None
    except GitError:
        return None


def checkout_folder(repository: Repository, data_dir: Path) -> Path:
    """Return the folder with the articles of a checkout, whether or not there is one."""
    return _root(repository, data_dir) / repository.subfolder


def _root(repository: Repository, data_dir: Path) -> Path:
    name = hashlib.sha256(f"{repository.address}#{repository.reference}".encode()).hexdigest()[:16]
    return data_dir / "repositories" / name


def _checkout(repository: Repository, root: Path) -> Checkout:
    return Checkout(root / repository.subfolder, _git(repository, root, "rev-parse", "--verify", "HEAD").strip())


def _git(repository: Repository, root: Path, *arguments: str) -> str:
    try:
        command = ["git", "-C", str(root), "-c", "core.sshCommand=ssh -oBatchMode=yes", *arguments]
        return run_program(command, timeout_s=TIMEOUT_S)  # the address and the branch were checked above
    except FileNotFoundError as error:
        raise GitError(f"{repository} needs git, which is not installed.") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"{repository}: no answer within {TIMEOUT_S} seconds.") from error
    except subprocess.CalledProcessError as error:
        raise GitError(f"{repository}: {_meaning(repository, arguments, error.stderr)}.") from None


def _meaning(repository: Repository, arguments: tuple[str, ...], said: str) -> str:
    if arguments[-1] == f"FETCH_HEAD:{repository.subfolder}":
        return f"there is no folder {repository.subfolder} in it"
    for pattern, meaning in _MEANINGS:
        if re.search(pattern, said):
            return meaning
    last_line = said.strip().rpartition("\n")[2] or "git failed and did not say why"
    return _CREDENTIALS.sub("", last_line).removeprefix("fatal: ").rstrip(".")
