"""Two snapshots of a corpus → what came, changed and went.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Article
    from bot.releases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ChangedArticles:
    """Articles by how they differ from before, each in corpus order; ``changed`` holds them as they are now."""

    added: tuple[Article, ...]
    changed: tuple[Article, ...]
    removed: tuple[Article, ...]


def changes(before: Snapshot, after: Snapshot) -> ChangedArticles:
    """Compare by url and fingerprint; one that only moved has not changed. Only articles that differ are decoded."""
    old, new = before.fingerprints, after.fingerprints
    changed = (url in old and old[url] != fingerprint for url, fingerprint in new.items())
    return ChangedArticles(
        added=_chosen(after, (url not in old for url in new)),
        changed=_chosen(after, changed),
        removed=_chosen(before, (url not in new for url in old)),
    )


def _chosen(snapshot: Snapshot, choices: Iterable[bool]) -> tuple[Article, ...]:
    return tuple(snapshot.articles[place] for place, is_chosen in enumerate(choices) if is_chosen)
