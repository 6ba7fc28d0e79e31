from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.corpus.frontmatter import parse
from bot.corpus.patch import add_aliases, unified_diff
from bot.errors import QuicktakeError
from bot.model import Article
from tests.corpus.samples import article_text

PATH = Path("a.md")


def read(text: str) -> Article:
    article = parse(text, PATH).article

    assert article is not None
    return article


def inserted(before: str, after: str) -> str:
    """What was put in, at one place; fails if anything else differs."""
    same = next((place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    rest = before[same:]
    assert after.startswith(before[:same])
    assert after.endswith(rest)
    return after[same : len(after) - len(rest)]


def test_without_aliases_the_field_comes_last() -> None:
    text = article_text(body="\n&nbsp;")

    patched = add_aliases(text, ["What do we agree on?", "ground rules"])

    assert patched == text.replace(
        "---\n\n&nbsp;", "aliases:\n  - What do we agree on?\n  - ground rules\n---\n\n&nbsp;"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases:\n  - one\n", "aliases:\n  - one\n  - new\n"),
        ("aliases:\n- one # why\n# more\n", "aliases:\n- one # why\n- new\n# more\n"),
        ("aliases:\n    - 'one: quoted'\n", "aliases:\n    - 'one: quoted'\n    - new\n"),
        ("aliases:\n  - one\n    goes on\n", "aliases:\n  - one\n    goes on\n  - new\n"),
        ("aliases:\n  - >-\n    one\n\n", "aliases:\n  - >-\n    one\n\n  - new\n"),
        ('aliases: [one, "two, three" ]\n', 'aliases: [one, "two, three", new ]\n'),
        ("aliases: [one,\n  two, ] # all\n", "aliases: [one,\n  two, new, ] # all\n"),
        ("aliases: []\n", "aliases: [new]\n"),
        ("aliases:\n", "aliases: [new]\n"),
        ("aliases: # none yet\n", "aliases: [new] # none yet\n"),
        ("aliases: ~\n", "aliases: [new]\n"),
        ("aliases: ''\n", "aliases: [new]\n"),
        ("aliases: one\n", "aliases: [one, new]\n"),
        ("aliases: 'one' # alone\n", "aliases: ['one', new] # alone\n"),
        ("aliases: one, two\n", 'aliases: ["one, two", new]\n'),
        ('"aliases": ["🙂"]\n', '"aliases": ["🙂", new]\n'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_existing_aliases_stay_as_they_are_written(before: str, after: str, newline: str, mark: str) -> None:
    text = mark + article_text(title=f"A?\n{before}x: 1").replace("\n", newline)

    patched = add_aliases(text, ["new"])

    assert patched == text.replace(before.replace("\n", newline), after.replace("\n", newline))
    assert read(patched).aliases == (*read(text).aliases, "new")


@pytest.mark.parametrize("value", ["{a: b}", "|\n  one\n", "one\n  goes on"])
def test_what_cannot_be_changed_safely_is_left_to_people(value: str) -> None:
    with pytest.raises(QuicktakeError, match="by hand"):
        add_aliases(article_text(aliases=value), ["new"])


@pytest.mark.parametrize("text", ["", "# Read me\n", "---\ntitle: a\n---\n", "---\n- a\n---\n", "---\ra: 1\r---\r"])
def test_what_is_no_article_says_why(text: str) -> None:
    with pytest.raises(QuicktakeError, match=r"\w"):
        add_aliases(text, ["new"])


def test_a_mapping_in_brackets_is_left_to_people() -> None:
    with pytest.raises(QuicktakeError, match="by hand"):
        add_aliases("---\n{title: a, url: /a, answer: b}\n---\n", ["new"])


def test_an_alias_it_has_is_not_added_again() -> None:
    text = article_text(aliases="[one]")

    assert add_aliases(text, ["one", " one "]) == text
    assert read(add_aliases(text, ["two", "two"])).aliases == ("one", "two")


@pytest.mark.parametrize("alias", ["yes", "NULL", "2025", "a: b", "- a", "a #b", "'a", 'say "a"', "a\\b", "\x07", "é"])
def test_texts_that_mean_something_else_in_yaml_are_quoted(alias: str) -> None:
    patched = add_aliases(article_text(), [alias])

    assert read(patched).aliases == (alias,)


aliases = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), min_size=1, max_size=4, unique=True
)
written = st.sampled_from([None, "[]", "one", "'one'", "[one, 'two']", '\n  - one\n  - "two"', "\n- one # why", "~"])
bodies = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(aliases, written, bodies, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_nothing_but_the_aliases_changes(
    added: list[str], before: str | None, body: str, newline: str, mark: str
) -> None:
    text = mark + article_text(body, aliases=before).replace("\n", newline)
    added = [" ".join(alias.split()) for alias in added]
    assume(all(added) and len(set(added)) == len(added))

    patched = add_aliases(text, added)

    old, new = read(text), read(patched)
    assert new == replace(old, aliases=(*old.aliases, *(alias for alias in added if alias not in old.aliases)))
    assert add_aliases(patched, added) == patched
    if before != "one":  # which gets brackets around it
        front = text.index(f"aliases:{newline}") if "aliases:\n" in text else 0
        assert patched[:front] == text[:front]
    assert patched.endswith(body.replace("\n", newline))


@given(aliases, bodies)
def test_a_new_field_is_one_insertion(added: list[str], body: str) -> None:
    text = article_text(body)
    assume(all(alias.split() for alias in added))

    patched = add_aliases(text, added)

    assert inserted(text, patched).startswith("aliases:\n  - ")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_git_applies_the_difference(tmp_path: Path, newline: str) -> None:
    before = article_text(body="\n&nbsp;").replace("\n", newline)
    after = add_aliases(before, ["ground rules", "feed\u2028back"])
    (tmp_path / "a.md").write_bytes(before.encode())

    difference = unified_diff("a.md", before, after)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=difference.encode(), check=True)  # noqa: S607  (found above)

    assert (tmp_path / "a.md").read_bytes() == after.encode()


def test_no_change_is_no_difference() -> None:
    assert unified_diff("a.md", article_text(), article_text()) == ""
