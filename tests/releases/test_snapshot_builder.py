from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.corpus.builder import content_id
from bot.corpus.loader import load
from bot.errors import CorpusError
from bot.progress import Progress
from bot.releases.snapshot_builder import Recipe, refresh
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.model import Corpus


@dataclass
class Kitchen:
    """A corpus folder and a data folder; remembers of how many articles each index was built."""

    folder: Path
    snapshot: Path
    built: list[int] = field(default_factory=list)

    def build_index(self, corpus: Corpus, _on_progress: object) -> Mapping[str, NDArray[Any]]:
        self.built.append(len(corpus.articles))
        return {"titles": np.array([len(article.title) for article in corpus.articles])}

    def recipe(self, variant: str = "1") -> Recipe:
        return Recipe([self.folder], None, variant, self.build_index)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    folder = tmp_path / "corpus"
    write_article(folder, "a.md", title="First", subject="Self care")
    write_article(folder, "b.md", title="Second", subject="Self Care")
    write_article(folder, "c.md", title="Third", subject="Self Care")
    write_article(folder, "twin.md", title="Twin", url="/a.md")
    (folder / "README.md").write_text("# Read me")
    (folder / "synonyms.yml").write_text("- [client, coachee]\n- [lonely]\n")
    return Kitchen(folder, tmp_path / "data" / "snapshot")


def test_a_snapshot_holds_what_loading_gives(kitchen: Kitchen) -> None:
    loaded = load([kitchen.folder])

    snapshot = refresh(kitchen.recipe(), kitchen.snapshot)

    assert tuple(snapshot.articles) == loaded.articles
    assert set(snapshot.problems) == set(loaded.problems)
    assert snapshot.synonyms == loaded.synonyms
    assert snapshot.content_id == content_id(loaded)
    assert snapshot.urls == tuple(article.url for article in loaded.articles)
    assert snapshot.index["titles"].tolist() == [5, 6, 5]


def test_a_second_start_builds_nothing(kitchen: Kitchen) -> None:
    first = refresh(kitchen.recipe(), kitchen.snapshot)
    second = refresh(kitchen.recipe(), kitchen.snapshot)

    assert tuple(second.articles) == tuple(first.articles)
    assert second.problems == first.problems
    assert kitchen.built == [3]


def test_only_changed_files_are_read_again(kitchen: Kitchen) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    write_article(kitchen.folder, "b.md", title="Second, changed", subject="Self care")
    (kitchen.folder / "c.md").unlink()
    write_article(kitchen.folder, "d.md", title="Fourth")
    told: list[tuple[int, int]] = []

    progress = Progress(reading=lambda done, total: told.append((done, total)))
    snapshot = refresh(kitchen.recipe(), kitchen.snapshot, progress=progress)

    assert told == [(2, 2)]
    assert tuple(snapshot.articles) == load([kitchen.folder]).articles
    assert set(snapshot.problems) == set(load([kitchen.folder]).problems)
    assert kitchen.built == [3, 3]


def test_files_that_were_only_touched_keep_their_index(kitchen: Kitchen) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    os.utime(kitchen.folder / "b.md", (1, 1))

    refresh(kitchen.recipe(), kitchen.snapshot)
    refresh(kitchen.recipe(), kitchen.snapshot)

    assert kitchen.built == [3]


def test_a_change_that_hides_its_time_is_seen(kitchen: Kitchen) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    path = kitchen.folder / "b.md"
    status = path.stat()
    write_article(kitchen.folder, "b.md", title="SECOND", subject="Self Care")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    snapshot = refresh(kitchen.recipe(), kitchen.snapshot)

    assert snapshot.articles[1].title == "SECOND"


def test_changed_synonyms_make_a_new_index(kitchen: Kitchen) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    (kitchen.folder / "synonyms.yml").write_text("- [aim, goal]\n")

    snapshot = refresh(kitchen.recipe(), kitchen.snapshot)

    assert snapshot.synonyms == (("aim", "goal"),)
    assert kitchen.built == [3, 3]


def test_another_variant_of_the_index_is_made_anew(kitchen: Kitchen, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    refresh(kitchen.recipe("english"), kitchen.snapshot)
    refresh(kitchen.recipe("german"), kitchen.snapshot)

    assert kitchen.built == [3, 3]
    assert len(caplog.records) == 1


def test_a_damaged_snapshot_is_replaced_with_one_line_in_the_log(
    kitchen: Kitchen, caplog: pytest.LogCaptureFixture
) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    content = kitchen.snapshot.read_bytes()
    kitchen.snapshot.write_bytes(content[:-100] + bytes(100))

    refresh(kitchen.recipe(), kitchen.snapshot)
    snapshot = refresh(kitchen.recipe(), kitchen.snapshot)

    assert len(snapshot.articles) == 3
    assert kitchen.built == [3, 3]
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_data_folder_that_cannot_be_written_is_served_from_memory(
    kitchen: Kitchen, caplog: pytest.LogCaptureFixture
) -> None:
    kitchen.snapshot.parent.write_text("a file where the folder should be")

    snapshot = refresh(kitchen.recipe(), kitchen.snapshot)

    assert snapshot.articles[0].title == "First"
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_new_snapshot_may_start_from_an_old_one_elsewhere(kitchen: Kitchen) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    write_article(kitchen.folder, "d.md", title="Fourth")
    other = kitchen.snapshot.with_name("other")

    snapshot = refresh(kitchen.recipe(), other, previous=[kitchen.snapshot])

    assert len(snapshot.articles) == 4
    assert len(refresh(kitchen.recipe(), other).articles) == 4
    assert kitchen.built == [3, 4]


def test_a_corpus_that_became_unusable_leaves_the_snapshot_alone(kitchen: Kitchen) -> None:
    refresh(kitchen.recipe(), kitchen.snapshot)
    before = kitchen.snapshot.read_bytes()
    for path in kitchen.folder.glob("*.md"):
        path.unlink()

    with pytest.raises(CorpusError, match="No usable article"):
        refresh(kitchen.recipe(), kitchen.snapshot)

    assert kitchen.snapshot.read_bytes() == before


def test_a_recipe_without_a_folder_is_an_error(kitchen: Kitchen) -> None:
    recipe = replace(kitchen.recipe(), folders=[kitchen.folder / "absent"])

    with pytest.raises(CorpusError, match="does not exist"):
        refresh(recipe, kitchen.snapshot)
