from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.corpus.files import find, read
from bot.errors import CorpusError
from bot.model import Problem

if TYPE_CHECKING:
    from pathlib import Path

is_root = os.geteuid() == 0


def test_markdown_files_are_found_recursively_and_sorted(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.MD", "c.markdown", "a/y.txt", ".git/x.md", "a/.x.md", "synonyms.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    paths, problems = find([tmp_path])

    assert [str(path.relative_to(tmp_path)) for path in paths] == ["a/z.MD", "b.md", "c.markdown"]
    assert problems == ()


@pytest.mark.parametrize("name", ["Smart goals.txt", "smart.mdx", "smart.TXT"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n"])
def test_an_article_by_another_name_is_reported_with_the_right_one(tmp_path: Path, name: str, before: str) -> None:
    (tmp_path / name).write_text(f"{before}---\ntitle: What is SMART?\n---\nIt is.", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("pytest\n")
    (tmp_path / "gone.txt").symlink_to("absent")
    os.mkfifo(tmp_path / "pipe.txt")

    paths, problems = find([tmp_path])

    told = f"not read, though it looks like an article; rename it to {name.rpartition('.')[0]}.md"
    assert paths == ()
    assert [(problem.path.name, problem.reason) for problem in problems] == [(name, told)]


def test_a_folder_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.md").touch()

    paths, _ = find([tmp_path, tmp_path / "a", tmp_path])

    assert len(paths) == 1


def test_links_that_lead_in_circles_are_survived(tmp_path: Path) -> None:
    (tmp_path / "x.md").touch()
    (tmp_path / "self").symlink_to(tmp_path)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")

    paths, problems = find([tmp_path])

    assert [path.name for path in paths] == ["loop.md", "x.md"]
    assert problems == ()
    assert isinstance(read(tmp_path / "loop.md"), Problem)


def test_a_folder_named_like_an_article_is_reported_and_searched(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    (tmp_path / "x.md" / "y.md").touch()

    paths, problems = find([tmp_path])

    assert [path.name for path in paths] == ["y.md"]
    assert [problem.path.name for problem in problems] == ["x.md"]


@pytest.mark.parametrize(
    ("name", "shown"), [(b"\xff.md", "\\xff.md"), (b"a\nb.md", "a\\x0ab.md"), (b"\xe9t\xe9", "\\xe9t\\xe9")]
)
def test_name_that_is_no_text_is_reported_and_the_rest_is_found(tmp_path: Path, name: bytes, shown: str) -> None:
    (tmp_path / "x.md").touch()
    path = tmp_path / os.fsdecode(name)
    path.touch() if name.endswith(b".md") else path.mkdir()

    paths, problems = find([tmp_path])

    assert paths == (tmp_path / "x.md",)
    assert problems == (Problem(tmp_path / shown, "its name has characters that are no text; rename it"),)


def test_names_of_any_language_are_found(tmp_path: Path) -> None:
    names = ["A\u030a.md", "\u00c5.md", "a.md", "A.md", "\u3000.md", "🎉.md", "\u05e9\u05dc.md"]
    for name in names:
        (tmp_path / name).touch()

    paths, problems = find([tmp_path])

    assert sorted(path.name for path in paths) == sorted(names)
    assert problems == ()


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        find([tmp_path / "absent"])


def test_a_file_in_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.md").touch()

    with pytest.raises(CorpusError, match="is not a folder"):
        find([tmp_path / "x.md"])


def test_a_folder_that_cannot_be_reached_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(CorpusError, match="cannot be read"):
        find([tmp_path / "loop"])


def test_a_vanished_file_is_reported(tmp_path: Path) -> None:
    assert read(tmp_path / "gone.md") == Problem(tmp_path / "gone.md", "the file is gone, or a link to nowhere")


def test_a_file_that_is_not_utf8_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"---\ntitle: caf\xe9\n---\n")

    assert read(path) == Problem(path, "not UTF-8 text; save the file as UTF-8", 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_of_another_encoding_is_reported(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("---\ntitle: A\n---\n".encode(encoding))

    problem = read(path)

    assert isinstance(problem, Problem)
    assert "save the file as UTF-8" in problem.reason


def test_a_huge_file_is_reported_and_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    problem = read(path)

    assert isinstance(problem, Problem)
    assert problem.reason.startswith("larger than 1 MB; link to pictures instead of pasting them")


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")

    assert isinstance(read(tmp_path / "x.md"), Problem)


@pytest.mark.skipif(is_root, reason="root may read everything")
def test_what_may_not_be_read_is_reported(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "x.md").touch(mode=0)

    _, problems = find([tmp_path])

    assert [problem.reason for problem in problems] == ["no permission to read it"]
    assert isinstance(read(tmp_path / "x.md"), Problem)
