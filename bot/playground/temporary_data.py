"""A data folder for one run of the playground: it begins with the releases of the last run, and is gone afterwards.

An edge: makes and removes files. Releases are linked, not copied, where the file system can.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.settings import Settings


@contextlib.contextmanager
def scratch(settings: Settings) -> Iterator[Settings]:
    """Give the settings with a data folder of their own; only the releases in it are kept for the next run."""
    kept = replace(settings, data_dir=settings.data_dir / "playground").corpus_data_dir / "releases"
    with tempfile.TemporaryDirectory(prefix="playground-", dir=_writable(settings.data_dir)) as folder:
        own = replace(settings, data_dir=Path(folder))
        releases = own.corpus_data_dir / "releases"
        _bring(kept, releases)
        try:
            yield own
        finally:
            _bring(releases, kept)


def _writable(folder: Path) -> Path | None:
    """Give the folder itself, where links to what is kept are possible; None where nothing can be written to it."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return folder if os.access(folder, os.W_OK) else None
    return None


def _bring(source: Path, target: Path) -> None:
    """Put the releases of one folder in the place of another's; what cannot be brought is made anew."""
    fresh = target.with_name(f"{target.name}.new-{os.getpid()}")
    with contextlib.suppress(OSError):
        shutil.copytree(source, fresh, copy_function=_link_or_copy, ignore=shutil.ignore_patterns("lock", "staging*"))
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)
    shutil.rmtree(fresh, ignore_errors=True)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
