from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.errors import CorpusError
from bot.progress import Progress
from bot.releases.folder import ReleaseError, ReleaseFolder
from bot.releases.snapshot_builder import Recipe
from tests.corpus.samples import write_article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.model import Corpus, Release


def build_index(corpus: Corpus, _on_progress: object) -> Mapping[str, NDArray[Any]]:
    return {"count": np.array([len(corpus.articles)])}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_article(tmp_path / "corpus", "a.md", title="First")
    return tmp_path / "corpus"


@pytest.fixture
def releases(folder: Path, tmp_path: Path) -> ReleaseFolder:
    return ReleaseFolder(tmp_path / "data" / "releases", Recipe([folder], None, "1", build_index))


def activate_next(releases: ReleaseFolder, folder: Path, title: str) -> Release:
    write_article(folder, "a.md", title=title)
    release = releases.stage().release
    releases.activate(release)
    return release


def titles(releases: ReleaseFolder) -> list[str]:
    active = releases.active()

    assert active is not None
    return [article.title for article in releases.open(active).articles]


def test_nothing_is_active_before_the_first(releases: ReleaseFolder) -> None:
    assert (releases.active(), releases.staged(), releases.served()) == (None, None, ())


def test_a_staged_release_serves_once_it_is_activated(releases: ReleaseFolder) -> None:
    staging = releases.stage()
    before = releases.active()
    releases.activate(staging.release)

    assert (before, releases.active(), releases.staged()) == (None, staging.release, None)
    assert titles(releases) == ["First"]
    assert staging.release.number == 1


def test_a_restart_finds_what_was_active_and_what_was_staged(releases: ReleaseFolder, folder: Path) -> None:
    active = activate_next(releases, folder, "One")
    write_article(folder, "a.md", title="Two")
    staged = releases.stage().release

    restarted = ReleaseFolder(releases.folder, releases.recipe)

    assert (restarted.active(), restarted.staged()) == (active, staged)
    assert titles(restarted) == ["One"]


def test_a_discarded_release_is_gone_and_its_number_is_not_given_again(releases: ReleaseFolder) -> None:
    first = releases.stage().release
    releases.discard(first)

    second = releases.stage().release

    assert second.number == 2
    with pytest.raises(ReleaseError, match="cannot be read any more"):
        releases.open(first)


def test_staging_again_replaces_what_was_staged(releases: ReleaseFolder, folder: Path) -> None:
    first = releases.stage().release
    write_article(folder, "b.md")
    staging = releases.stage()

    assert staging.replaced == first
    with pytest.raises(ReleaseError, match=f"Release {first} is not staged any more: {staging.release} is staged now"):
        releases.activate(first)


def test_activating_twice_is_told(releases: ReleaseFolder) -> None:
    release = releases.stage().release
    releases.activate(release)

    with pytest.raises(ReleaseError, match="nothing is staged now"):
        releases.activate(release)


def test_a_corpus_that_has_not_changed_is_no_new_release(releases: ReleaseFolder, folder: Path) -> None:
    active = activate_next(releases, folder, "One")
    write_article(folder, "a.md", title="Two")
    obsolete = releases.stage().release
    write_article(folder, "a.md", title="One")

    staging = releases.stage()

    assert (staging.release, staging.is_unchanged, staging.replaced) == (active, True, obsolete)
    assert releases.staged() is None
    assert titles(releases) == ["One"]


def test_rolling_back_goes_to_what_served_before(releases: ReleaseFolder, folder: Path) -> None:
    first = activate_next(releases, folder, "One")
    activate_next(releases, folder, "Two")

    back = releases.roll_back()
    third = activate_next(releases, folder, "Three")

    assert back[0] == first
    assert releases.served() == (third, first)
    assert releases.roll_back()[0] == first
    assert titles(releases) == ["One"]


def test_there_is_an_end_to_rolling_back(releases: ReleaseFolder, folder: Path) -> None:
    activate_next(releases, folder, "One")

    with pytest.raises(ReleaseError, match="no earlier release"):
        releases.roll_back()


def test_rolling_back_skips_a_damaged_release(releases: ReleaseFolder, folder: Path) -> None:
    first = activate_next(releases, folder, "One")
    second = activate_next(releases, folder, "Two")
    activate_next(releases, folder, "Three")
    (releases.folder / f"{second}.release").write_bytes(b"damaged")

    assert releases.roll_back()[0] == first


def test_the_last_five_are_kept(releases: ReleaseFolder, folder: Path) -> None:
    all_of_them = [activate_next(releases, folder, f"Title {number}") for number in range(7)]

    assert releases.served() == tuple(reversed(all_of_them[-5:]))
    assert len(list(releases.folder.glob("*.release"))) == 5


def test_an_unusable_corpus_changes_nothing(releases: ReleaseFolder, folder: Path) -> None:
    active = activate_next(releases, folder, "One")
    (folder / "a.md").write_text("# Read me")

    with pytest.raises(CorpusError):
        releases.stage()

    assert (releases.active(), releases.staged()) == (active, None)
    assert titles(releases) == ["One"]


def test_whoever_comes_second_is_told(releases: ReleaseFolder, folder: Path) -> None:
    told: list[str] = []

    def interfere(done: int, total: int) -> None:
        assert (done, total) == (1, 1)
        for change in (releases.stage, releases.roll_back):
            with pytest.raises(ReleaseError, match="Somebody else") as caught:
                change()
            told.append(str(caught.value))

    write_article(folder, "a.md", title="One")
    releases.stage(Progress(reading=interfere))

    assert len(told) == 2
    assert releases.staged() is not None


def test_a_folder_that_cannot_be_written_is_told(releases: ReleaseFolder) -> None:
    releases.folder.parent.write_text("a file where the folder should be")

    with pytest.raises(ReleaseError, match="QUICKTAKE_DATA_DIR"):
        releases.stage()


def test_staging_mends_an_active_release_that_is_damaged(releases: ReleaseFolder, folder: Path) -> None:
    active = activate_next(releases, folder, "One")
    (releases.folder / f"{active}.release").write_bytes(b"damaged")

    staging = releases.stage()

    assert (staging.release, staging.is_unchanged) == (active, True)
    assert titles(releases) == ["One"]


def test_what_a_killed_staging_left_is_not_taken_for_a_release(releases: ReleaseFolder, folder: Path) -> None:
    activate_next(releases, folder, "One")
    (releases.folder / "staging").write_bytes(b"left over")

    staging = releases.stage()

    assert staging.is_unchanged
    assert titles(releases) == ["One"]
