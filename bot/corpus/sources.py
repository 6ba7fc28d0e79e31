"""Articles that live in Git repositories: brought into the data folder before the corpus is read."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.corpus.git import GitError, check_out, checkout_folder, last_checkout, parse_repository

if TYPE_CHECKING:
    from pathlib import Path

    from bot.corpus.git import Checkout, Repository
    from bot.settings import Settings

log = logging.getLogger(__name__)


def fetched(settings: Settings) -> Settings:
    """Return the settings with the repositories' folders among the corpus folders, as new as can be had.

    Where a repository cannot be reached, its last checkout serves, and the log says why.

    Raises:
        GitError: there is no checkout of a repository, and none can be had.
    """
    folders = [_folder(repository, settings.data_dir) for repository in _repositories(settings)]
    return replace(settings, corpus=(*settings.corpus, *folders))


def unfetched(settings: Settings) -> Settings:
    """Return the settings with the folders that ``fetched`` would name, whatever is in them."""
    folders = [checkout_folder(repository, settings.data_dir) for repository in _repositories(settings)]
    return replace(settings, corpus=(*settings.corpus, *folders))


def fetch(settings: Settings) -> None:
    """Bring the newest state of all repositories into the folders that ``fetched`` named.

    Raises:
        GitError: one cannot be had; its last checkout is untouched.
    """
    for repository in _repositories(settings):
        check_out(repository, settings.data_dir)


def names(settings: Settings) -> tuple[str, ...]:
    """Return where the articles come from as people know it: folders, and repositories with their commit."""
    checkouts = [(one, last_checkout(one, settings.data_dir)) for one in _repositories(settings)]
    cloned = {checkout.folder for _, checkout in checkouts if checkout}
    folders = [str(folder) for folder in settings.corpus if folder not in cloned]
    return (*folders, *(_name(repository, checkout) for repository, checkout in checkouts))


def _folder(repository: Repository, data_dir: Path) -> Path:
    try:
        return check_out(repository, data_dir).folder
    except GitError as failure:
        last = last_checkout(repository, data_dir)
        if last is None:
            raise
        log.warning("%s The articles of commit %.7s keep serving.", failure, last.commit)
        return last.folder


def _name(repository: Repository, checkout: Checkout | None) -> str:
    return f"{repository} at {checkout.commit[:7]}" if checkout else str(repository)


def _repositories(settings: Settings) -> list[Repository]:
    return [found for text in settings.repositories if (found := parse_repository(text))]
