"""Two states of a corpus → what came, changed and went.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.corpus.snapshot import Snapshot
    from bot.model import Article


@dataclass(frozen=True, slots=True)
class Changes:
    """Articles by how they differ from before, each in corpus order; ``changed`` holds them as they are now."""

    added: tuple[Article, ...]
    changed: tuple[Article, ...]
    removed: tuple[Article, ...]


def changes(before: Sequence[Article], after: Sequence[Article]) -> Changes:
    """Compare by url; an article that only moved to another file has not changed."""
    old = {article.url: article for article in before}
    new_urls = {article.url for article in after}
    return Changes(
        added=tuple(article for article in after if article.url not in old),
        changed=tuple(article for article in after if article.url in old and _differ(old[article.url], article)),
        removed=tuple(article for article in before if article.url not in new_urls),
    )


def snapshot_changes(before: Snapshot, after: Snapshot) -> Changes:
    """Compare by url and fingerprint; only the articles that differ are decoded."""
    old, new = before.fingerprints, after.fingerprints
    changed = (url in old and old[url] != fingerprint for url, fingerprint in new.items())
    return Changes(
        added=_chosen(after, (url not in old for url in new)),
        changed=_chosen(after, changed),
        removed=_chosen(before, (url not in new for url in old)),
    )


def _chosen(snapshot: Snapshot, choices: Iterable[bool]) -> tuple[Article, ...]:
    return tuple(snapshot.articles[place] for place, is_chosen in enumerate(choices) if is_chosen)


def _differ(one: Article, other: Article) -> bool:
    return replace(one, source=None) != replace(other, source=None)
