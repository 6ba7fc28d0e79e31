from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.corpus.changes import Changes, changes, snapshot_changes
from bot.corpus.refresh import Recipe, refresh
from bot.model import Article
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.corpus.snapshot import Snapshot
    from bot.model import Corpus

A, B = (Article(f"/{name}", name.upper(), "Answer.", source=Path(f"{name}.md")) for name in "ab")


def build_index(_: Corpus) -> Mapping[str, NDArray[Any]]:
    return {"nothing": np.array([])}


def snapshot(folder: Path) -> Snapshot:
    return refresh(Recipe([folder], None, "1", build_index), folder.with_suffix(".snapshot"))


def test_articles_are_compared_by_url() -> None:
    renamed, new = replace(A, title="Another"), replace(B, url="/new")

    assert changes([A, B], [renamed, new]) == Changes(added=(new,), changed=(renamed,), removed=(B,))


def test_an_article_that_only_moved_has_not_changed() -> None:
    assert changes([A], [replace(A, source=Path("elsewhere.md"))]) == Changes((), (), ())


def test_snapshots_differ_as_their_articles_do(tmp_path: Path) -> None:
    for name in ("same.md", "changed.md", "removed.md", "moved.md"):
        write_article(tmp_path / "old", name)
    for name in ("same.md", "added.md"):
        write_article(tmp_path / "new", name)
    write_article(tmp_path / "new", "changed.md", title="Another")
    write_article(tmp_path / "new", "deep/moved.md", url="/moved.md")
    old, new = snapshot(tmp_path / "old"), snapshot(tmp_path / "new")

    found = snapshot_changes(old, new)

    assert found == changes(old.articles, new.articles)
    assert [[article.url for article in part] for part in (found.added, found.changed, found.removed)] == [
        ["/added.md"],
        ["/changed.md"],
        ["/removed.md"],
    ]
