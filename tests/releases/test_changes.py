from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.releases.changes import changes
from bot.releases.snapshot_builder import Recipe, refresh
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.model import Corpus
    from bot.releases.snapshot import Snapshot


def build_index(_: Corpus, _on_progress: object) -> Mapping[str, NDArray[Any]]:
    return {"nothing": np.array([])}


def snapshot(folder: Path) -> Snapshot:
    return refresh(Recipe([folder], None, "1", build_index), folder.with_suffix(".snapshot"))


def test_articles_are_compared_by_url_wherever_their_files_are(tmp_path: Path) -> None:
    for name in ("same.md", "changed.md", "removed.md", "moved.md"):
        write_article(tmp_path / "old", name)
    for name in ("same.md", "added.md"):
        write_article(tmp_path / "new", name)
    write_article(tmp_path / "new", "changed.md", title="Another")
    write_article(tmp_path / "new", "deep/moved.md", url="/moved.md")
    old, new = snapshot(tmp_path / "old"), snapshot(tmp_path / "new")

    found = changes(old, new)

    assert [[article.url for article in part] for part in (found.added, found.changed, found.removed)] == [
        ["/added.md"],
        ["/changed.md"],
        ["/removed.md"],
    ]
    assert [article.title for article in found.changed] == ["Another"]
