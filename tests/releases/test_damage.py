"""Whatever happens to the files of the releases, what was staged never answers by itself."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from numpy.typing import NDArray

from bot.errors import CorpusError
from bot.model import Corpus, Release
from bot.releases.folder import KEPT, ReleaseError, ReleaseFolder
from bot.releases.snapshot_builder import Recipe
from tests.corpus.samples import write_article

DAMAGES: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda content: content[: len(content) // 2],
    "binary": lambda content: bytes(range(256)) * (1 + len(content) // 256),
    "one byte changed": lambda content: bytes([*content[:-1], content[-1] ^ 1]) if content else b"x",
    "of other types": lambda _: b'{"served": {"1": 2}, "staged": ["3"], "last_number": "many"}',
    "from the future": lambda _: json.dumps({"version": 9, "served": [{"id": 1}], "staged": {"id": 2}}).encode(),
}
RECORDS = ("releases.json", "last-number", "lock", "staging")


def build_index(corpus: Corpus, _on_progress: object) -> Mapping[str, NDArray[Any]]:
    return {"count": np.array([len(corpus.articles)])}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


@pytest.fixture
def releases(corpus: Path, tmp_path: Path) -> ReleaseFolder:
    """Two releases were activated, a third one is staged."""
    made = ReleaseFolder(tmp_path / "data" / "releases", Recipe([corpus], None, "1", build_index))
    for title in ("One", "Two"):
        write_article(corpus, "a.md", title=title)
        made.activate(made.stage().release)
    write_article(corpus, "a.md", title="Three")
    made.stage()
    return made


def answering(releases: ReleaseFolder) -> str:
    """Return the title of the one article that answers after a restart."""
    opened = ReleaseFolder(releases.folder, releases.recipe).open_active()
    assert opened is not None
    return opened[1].articles[0].title


def file_of(releases: ReleaseFolder, release: Release | None) -> Path:
    [path] = releases.folder.glob(f"{release}.*")
    return path


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("damage", [*DAMAGES, "missing"])
def test_a_damaged_record_changes_nothing(releases: ReleaseFolder, name: str, damage: str) -> None:
    path = releases.folder / name
    if damage == "missing":
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(DAMAGES[damage](path.read_bytes() if path.exists() else b""))
    staged = releases.staged()

    assert answering(releases) == "Two"
    assert releases.stage().release == staged
    assert answering(releases) == "Two"


@pytest.mark.parametrize("damage", [*DAMAGES, "missing"])
def test_the_one_before_answers_where_the_active_one_is_damaged(releases: ReleaseFolder, damage: str) -> None:
    path = file_of(releases, releases.active())
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(DAMAGES[damage](path.read_bytes()))

    assert answering(releases) == "One"
    assert [release.number for release in releases.damaged()] == ([] if damage == "missing" else [2])
    assert releases.active() == Release(1, releases.open_active()[0].content_id)  # type: ignore[index]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_staged_release_cannot_be_activated_and_is_made_anew(releases: ReleaseFolder, damage: str) -> None:
    staged = releases.staged()
    assert staged
    path = file_of(releases, staged)
    path.write_bytes(DAMAGES[damage](path.read_bytes()))

    with pytest.raises(ReleaseError, match="cannot be read"):
        releases.activate(staged)

    assert answering(releases) == "Two"
    assert releases.activate(releases.stage().release).articles[0].title == "Three"


def test_all_damaged_is_begun_anew(releases: ReleaseFolder) -> None:
    for path in releases.folder.iterdir():
        path.write_bytes(b"damaged")

    assert releases.open_active() is None
    assert releases.activate(releases.stage().release).articles[0].title == "Three"


def test_another_version_sets_nothing_aside(releases: ReleaseFolder) -> None:
    newer = ReleaseFolder(releases.folder, Recipe(releases.recipe.folders, None, "2", build_index))

    assert newer.open_active() is None
    assert newer.damaged() == ()
    assert answering(releases) == "Two"


def test_a_damaged_file_goes_with_the_next_activation(releases: ReleaseFolder) -> None:
    file_of(releases, releases.active()).write_bytes(b"damaged")
    assert answering(releases) == "One"

    staged = releases.staged()
    assert staged
    releases.activate(staged)

    assert releases.damaged() == ()


def test_a_number_is_not_given_again_to_something_else(releases: ReleaseFolder, corpus: Path) -> None:
    releases.discard(releases.stage().release)
    releases.roll_back()
    write_article(corpus, "a.md", title="Four")

    assert releases.stage().release.number == 4


@pytest.mark.parametrize("noted", [b"", b"-1", b"9" * 4_000, "٣".encode(), b"\xff", b"1"])
def test_a_damaged_number_is_counted_from_the_files(releases: ReleaseFolder, corpus: Path, noted: bytes) -> None:
    (releases.folder / "last-number").write_bytes(noted)
    write_article(corpus, "a.md", title="Four")

    assert releases.stage().release.number == 4


class TestFolderOfVersion01:
    """Activated and staged releases were told apart in ``releases.json``."""

    @pytest.fixture
    def old(self, releases: ReleaseFolder) -> ReleaseFolder:
        staged = releases.staged()
        file_of(releases, staged).rename(releases.folder / f"{staged}.release")
        served = [str(release) for release in reversed(releases.served()[1:])]
        (releases.folder / "last-number").unlink()
        (releases.folder / "releases.json").write_text(
            json.dumps({"served": served, "staged": str(staged), "last_number": 3})
        )
        return releases

    def test_is_taken_over(self, old: ReleaseFolder) -> None:
        staging = old.stage()

        assert (staging.release, staging.is_unchanged) == (old.staged(), False)
        assert answering(old) == "Two"
        assert not (old.folder / "releases.json").exists()

    def test_is_taken_over_though_the_corpus_is_gone(self, old: ReleaseFolder, corpus: Path) -> None:
        (corpus / "a.md").unlink()

        with pytest.raises(CorpusError):
            old.stage()

        assert answering(old) == "Two"


class Admins(RuleBasedStateMachine):
    """Admins and disks do what they like in any order; what answers after a restart is what was activated last."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.corpus = self.place / "corpus"
        recipe = Recipe([self.corpus], None, "1", build_index)
        self.releases = ReleaseFolder(self.place / "releases", recipe)
        self.activated: list[tuple[Release, str]] = []  # the last one answers
        self.staged: tuple[Release, str] | None = None
        self.written = "First"
        write_article(self.corpus, "a.md", title=self.written)
        self.stage()
        self.activate()

    def teardown(self) -> None:
        shutil.rmtree(self.place)

    @rule(title=st.sampled_from(["One", "Two", "Three", "Four"]))
    def write(self, title: str) -> None:
        write_article(self.corpus, "a.md", title=title)
        self.written = title

    @rule()
    def stage(self) -> None:
        staging = self.releases.stage()
        self.staged = None if staging.is_unchanged else (staging.release, self.written)

    @precondition(lambda self: self.staged)
    @rule()
    def activate(self) -> None:
        assert self.staged
        self.releases.activate(self.staged[0])
        self.activated = [*self.activated, self.staged][-KEPT:]
        self.staged = None

    @precondition(lambda self: self.staged)
    @rule()
    def discard(self) -> None:
        assert self.staged
        self.releases.discard(self.staged[0])
        self.staged = None

    @rule()
    def roll_back(self) -> None:
        if len(self.activated) == 1:
            with pytest.raises(ReleaseError, match="no earlier release"):
                self.releases.roll_back()
            return
        self.activated.pop()
        assert self.releases.roll_back()[0] == self.activated[-1][0]

    @precondition(lambda self: len(self.activated) > 1)
    @rule(damage=st.sampled_from(sorted(DAMAGES)))
    def damage_the_active_one(self, damage: str) -> None:
        path = file_of(self.releases, self.activated.pop()[0])
        path.write_bytes(DAMAGES[damage](path.read_bytes()))

    @rule(name=st.sampled_from(RECORDS), damage=st.sampled_from(sorted(DAMAGES)))
    def damage_a_record(self, name: str, damage: str) -> None:
        (self.releases.folder / name).write_bytes(DAMAGES[damage](b"12"))

    @invariant()
    def what_was_activated_last_answers(self) -> None:
        if self.activated:
            opened = ReleaseFolder(self.releases.folder, self.releases.recipe).open_active()
            assert opened
            assert (opened[0], opened[1].articles[0].title) == self.activated[-1]
            assert self.releases.staged() == (self.staged and self.staged[0])


TestAdmins = Admins.TestCase
TestAdmins.settings = hypothesis.settings(max_examples=60, stateful_step_count=25, deadline=None)
