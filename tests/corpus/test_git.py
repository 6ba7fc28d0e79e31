from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from bot.corpus.git import Checkout, GitError, Repository, check_out, last_checkout, parse_repository

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("git+https://example.org/a.git", Repository("https://example.org/a.git")),
        ("git+https://example.org/a.git#main", Repository("https://example.org/a.git", "main")),
        ("git+ssh://git@example.org/a#v1:docs/x", Repository("ssh://git@example.org/a", "v1", "docs/x")),
        ("git+file:///srv/a#:docs", Repository("file:///srv/a", "", "docs")),
        ("corpus", None),
        ("/srv/git+/corpus", None),
    ],
)
def test_addresses_are_taken_apart(text: str, expected: Repository | None) -> None:
    assert parse_repository(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "git+ext::sh -c true",
        "git+https://",
        "git+https://example.org/a#--upload-pack=x",
        "git+https://example.org/a#main:../../etc",
        "git+https://example.org/a#main:/etc",
    ],
)
def test_addresses_that_cannot_be_meant_are_refused(text: str) -> None:
    with pytest.raises(GitError):
        parse_repository(text)


def test_a_password_is_never_shown() -> None:
    repository = Repository("https://ana:secret@example.org/a.git", "main")

    assert str(repository) == "https://example.org/a.git#main"
    with pytest.raises(GitError) as caught:
        parse_repository("git+https://ana:secret@example.org/a b")
    assert "secret" not in str(caught.value)


@dataclass
class Origin:
    """A repository to clone from."""

    folder: Path
    repository: Repository

    def git(self, *arguments: str) -> None:
        identity = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        command = ["git", "-C", str(self.folder), *identity, *arguments]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (its arguments stand in this file)

    def commit(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change")


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    if not shutil.which("git"):
        pytest.skip("needs git")
    made = Origin(tmp_path / "origin", Repository(f"file://{tmp_path}/origin"))
    made.folder.mkdir()
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("docs/a.md", "One")
    return made


def read(checkout: Checkout | None, name: str = "docs/a.md") -> str:
    assert checkout is not None
    return (checkout.folder / name).read_text()


def test_each_check_out_brings_the_newest_state(origin: Origin, tmp_path: Path) -> None:
    first = check_out(origin.repository, tmp_path)
    origin.commit("docs/a.md", "Two")
    second = check_out(origin.repository, tmp_path)

    assert second.folder == first.folder
    assert second.commit != first.commit
    assert read(second) == "Two"


def test_branches_tags_and_subfolders_can_be_chosen(origin: Origin, tmp_path: Path) -> None:
    origin.git("tag", "v1")
    origin.commit("docs/a.md", "Two")

    tagged = check_out(replace(origin.repository, reference="v1"), tmp_path)
    inside = check_out(replace(origin.repository, reference="main", subfolder="docs"), tmp_path)

    assert (read(tagged), read(inside, "a.md")) == ("One", "Two")


def test_local_changes_and_a_rewritten_history_do_not_matter(origin: Origin, tmp_path: Path) -> None:
    checkout = check_out(origin.repository, tmp_path)
    (checkout.folder / "docs/a.md").write_text("Changed by hand")
    origin.git("commit", "--quiet", "--amend", "--message", "Another history")

    assert read(check_out(origin.repository, tmp_path)) == "One"


def test_nothing_has_been_checked_out_at_first(origin: Origin, tmp_path: Path) -> None:
    assert last_checkout(origin.repository, tmp_path) is None


def test_what_cannot_be_fetched_leaves_the_last_checkout(origin: Origin, tmp_path: Path) -> None:
    good = check_out(origin.repository, tmp_path)
    shutil.rmtree(origin.folder)

    with pytest.raises(GitError, match="there is no such repository"):
        check_out(origin.repository, tmp_path)

    assert last_checkout(origin.repository, tmp_path) == good
    assert read(good) == "One"


def test_a_branch_or_subfolder_that_does_not_exist_is_told(origin: Origin, tmp_path: Path) -> None:
    with pytest.raises(GitError, match="no such branch or tag"):
        check_out(replace(origin.repository, reference="absent"), tmp_path)
    with pytest.raises(GitError, match="no folder absent in it"):
        check_out(replace(origin.repository, subfolder="absent"), tmp_path)


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(GitError, match="needs git, which is not installed"):
        check_out(Repository("file:///srv/a"), tmp_path)
