from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.corpus.file_reader import read_file
from bot.corpus.loader import load
from bot.errors import CorpusError
from tests.corpus.samples import article_text, write_article

if TYPE_CHECKING:
    from pathlib import Path


def test_articles_come_in_file_order_and_bad_files_are_reported(tmp_path: Path) -> None:
    write_article(tmp_path, "b.md", title="Second")
    write_article(tmp_path, "a/z.md", title="First")
    write_article(tmp_path, "c.md", title=None)
    (tmp_path / "README.md").write_text("# Read me")
    (tmp_path / "dangling.md").symlink_to(tmp_path / "absent")

    corpus = load([tmp_path])

    assert [article.title for article in corpus.articles] == ["First", "Second"]
    assert [problem.path.name for problem in corpus.problems] == ["README.md", "c.md", "dangling.md"]


def test_several_folders_make_one_corpus(tmp_path: Path) -> None:
    write_article(tmp_path, "two/a.md", title="Second")
    write_article(tmp_path, "one/b.md", title="First")

    corpus = load([tmp_path / "one", tmp_path / "two"])

    assert [article.title for article in corpus.articles] == ["First", "Second"]


def test_each_folder_brings_its_synonyms(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md")
    (tmp_path / "synonyms.yml").write_text("- [client, coachee]\n- [lonely]\n")

    corpus = load([tmp_path])

    assert corpus.synonyms == (("client", "coachee"),)
    assert [problem.line for problem in corpus.problems] == [2]


def test_the_folders_synonyms_come_on_top_of_the_named_file(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md")
    (tmp_path / "synonyms.yml").write_text("- [client, coachee]\n")
    (tmp_path / "other.yml").write_text("- [aim, goal]\n")

    corpus = load([tmp_path], synonyms_file=tmp_path / "other.yml")

    assert corpus.synonyms == (("aim", "goal"), ("client", "coachee"))


def test_a_synonyms_file_that_is_named_and_lies_in_a_folder_is_read_once(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md")
    (tmp_path / "synonyms.yml").write_text("- [client, coachee]\n- [lonely]\n")

    corpus = load([tmp_path], synonyms_file=tmp_path / "." / "synonyms.yml")

    assert corpus.synonyms == (("client", "coachee"),)
    assert [problem.line for problem in corpus.problems] == [2]


def test_a_named_synonyms_file_that_is_missing_is_reported(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md")

    corpus = load([tmp_path], synonyms_file=tmp_path / "absent.yml")

    assert [problem.path.name for problem in corpus.problems] == ["absent.yml"]


def test_a_corpus_without_a_usable_article_is_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Read me")

    with pytest.raises(CorpusError, match=r"(?s)No usable article in .*README.md:1: no front matter"):
        load([tmp_path])


def test_progress_ends_at_the_number_of_files(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        write_article(tmp_path, name)
    told: list[tuple[int, int]] = []

    load([tmp_path], on_progress=lambda done, total: told.append((done, total)))

    assert told[-1] == (3, 3)
    assert told == sorted(told)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_any_bytes_are_loaded_or_reported(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(content)

    parsed = read_file(path)

    assert parsed.article or parsed.problems


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(position=st.integers(0, 250), noise=st.binary(min_size=1, max_size=3))
def test_an_article_with_damaged_bytes_is_loaded_or_reported(position: int, noise: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    content = article_text(body="Text.").encode()
    path.write_bytes(content[:position] + noise + content[position + len(noise) :])

    parsed = read_file(path)

    assert parsed.article or parsed.problems
