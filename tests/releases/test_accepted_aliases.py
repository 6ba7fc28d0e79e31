"""Accepted aliases are one more source of releases: staged, activated, rolled back, until they are in the files."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.aliases import Alias
from bot.corpus.patch import add_aliases
from bot.model import Answer, Reload, ReloadState
from bot.releases.indexing import load_answerer
from bot.releases.releases import Releases, preview
from bot.settings import Settings, read
from bot.state.alias_decisions import AliasDecisions
from bot.store import FILE_NAME
from bot.store.database import Database
from tests.store.test_schema import make_first_version

WORLD = Path(__file__).parents[1] / "world"
SILENCE = "/learn/listening/silence"
TAUGHT = "zugzwang in the dialogue"
ALIAS = Alias(SILENCE, TAUGHT)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


@pytest.fixture
def settings(corpus: Path, tmp_path: Path) -> Settings:
    return replace(read({"QUICKTAKE_CORPUS": str(corpus)}), data_dir=tmp_path / "data")


@pytest.fixture
def decisions(settings: Settings) -> AliasDecisions:
    return AliasDecisions(Database.in_folder(settings.data_dir), now)


def now() -> dt.datetime:
    return dt.datetime(2026, 3, 2, tzinfo=dt.UTC)


def begun(settings: Settings) -> Releases:
    return Releases(settings, now, lambda: (TAUGHT,))


def knows(releases: Releases) -> bool:
    """Tell whether the bot answers what only the alias asks."""
    reply = releases.answerer.answer(TAUGHT)
    return isinstance(reply, Answer) and reply.hits[0].article.url == SILENCE


def problems(outcome: Reload) -> str:
    return "\n".join(map(str, outcome.problems))


def write_into_files(corpus: Path) -> None:
    file = corpus / "listening/silence.md"
    file.write_bytes(add_aliases(file.read_bytes().decode(), [TAUGHT]).encode())


async def test_accepted_alias_is_staged_compared_activated_and_rolled_back(
    settings: Settings, decisions: AliasDecisions
) -> None:
    releases = begun(settings)
    decisions.accept(ALIAS)

    staged = await releases.reload()
    is_known_before = knows(releases)
    await releases.activate(staged.release)
    is_known_after = knows(releases)
    await releases.roll_back()

    assert staged.state is ReloadState.STAGED
    assert TAUGHT in [reply.question for reply in staged.changes.replies]
    assert (is_known_before, is_known_after, knows(releases)) == (False, True, False)


async def test_several_are_staged_together(settings: Settings, decisions: AliasDecisions) -> None:
    releases = begun(settings)
    decisions.accept(ALIAS)
    decisions.accept(Alias("/learn/goals/set-goals", "where are we headed"))

    await releases.activate((await releases.reload()).release)

    assert {alias.text for alias in releases.answerer.added} == {TAUGHT, "where are we headed"}


async def test_where_reloads_are_direct_it_answers_by_itself(settings: Settings, decisions: AliasDecisions) -> None:
    releases = begun(replace(settings, reloads_directly=True))
    decisions.accept(ALIAS)

    assert (await releases.reload()).state is ReloadState.ACTIVE
    assert knows(releases)


async def test_what_is_taken_back_goes_with_the_next_release(settings: Settings, decisions: AliasDecisions) -> None:
    decisions.accept(ALIAS)
    releases = begun(settings)
    assert knows(releases)

    decisions.withdraw(ALIAS)
    await releases.activate((await releases.reload()).release)

    assert not knows(releases)


async def test_restart_answers_with_what_was_active_and_stages_what_was_accepted_since(
    settings: Settings, decisions: AliasDecisions
) -> None:
    begun(settings)
    decisions.accept(ALIAS)

    again = begun(settings)
    is_known = knows(again)
    staged = again.status().staged
    assert staged
    await again.activate(staged)

    assert not is_known
    assert knows(again)
    assert knows(begun(settings))


async def test_content_is_the_same_wherever_the_alias_stands(
    settings: Settings, decisions: AliasDecisions, corpus: Path
) -> None:
    decisions.accept(ALIAS)
    releases = begun(settings)
    accepted = releases.answerer.release
    write_into_files(corpus)

    outcome = await releases.reload()

    assert (outcome.state, outcome.release) == (ReloadState.UNCHANGED, accepted)
    assert begun(settings).answerer.added == ()


def test_the_order_of_decisions_changes_nothing(settings: Settings, decisions: AliasDecisions, tmp_path: Path) -> None:
    other = Alias(SILENCE, "another way to ask for it")
    elsewhere = replace(settings, data_dir=tmp_path / "elsewhere")
    for alias in (ALIAS, other):
        decisions.accept(alias)
    for alias in (other, ALIAS):
        AliasDecisions(Database.in_folder(elsewhere.data_dir), now).accept(alias)

    assert begun(settings).answerer.release == begun(elsewhere).answerer.release


async def test_commands_see_it(settings: Settings, decisions: AliasDecisions) -> None:
    before = load_answerer(settings).release.content_id
    begun(settings)
    decisions.accept(ALIAS)

    reply = load_answerer(settings).answer(TAUGHT)

    assert isinstance(reply, Answer)
    assert reply.release.content_id != before
    assert preview(settings).state is ReloadState.STAGED


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (Alias("/gone", "anything"), "there is no such article"),
        (Alias("/learn/goals/set-goals", "What is silence good for in coaching?"), "is called that"),
        (Alias(SILENCE, "…?!"), "there is no word in it"),
    ],
)
async def test_a_bad_one_is_left_out_and_told(
    settings: Settings, decisions: AliasDecisions, bad: Alias, reason: str
) -> None:
    decisions.accept(bad)
    decisions.accept(ALIAS)

    releases = begun(settings)

    assert releases.answerer.added == (ALIAS,)
    assert reason in problems(await releases.reload())
    assert releases.status().problems == 1


@pytest.mark.parametrize("text", ["x" * 33, "ж" * 40, "supercalifragilisticexpialidocious", "a" * 5_000, "\0", "🙂"])
def test_any_text_can_be_accepted(settings: Settings, decisions: AliasDecisions, text: str) -> None:
    decisions.accept(Alias(SILENCE, text))

    releases = begun(settings)

    assert releases.answerer.answer("what is silence good for?").hits
    assert (
        releases.answerer.decide(text).hits[:1] == () or releases.answerer.decide(text).hits[0].article.url == SILENCE
    )


@pytest.mark.parametrize("value", ["X'FF00FE'", "CAST(X'C3' AS TEXT)", "NULL", "''"])
@pytest.mark.parametrize("column", ["url", "text"])
def test_a_row_that_cannot_be_read_is_left_out_and_told(
    settings: Settings, decisions: AliasDecisions, column: str, value: str
) -> None:
    decisions.accept(Alias(SILENCE, "to be spoilt"))
    decisions.accept(ALIAS)
    with sqlite3.connect(settings.data_dir / FILE_NAME) as connection:
        connection.executescript(
            "CREATE TABLE lax AS SELECT * FROM alias; DROP TABLE alias; ALTER TABLE lax RENAME TO alias;"
        )
        connection.execute(f"UPDATE alias SET {column} = {value} WHERE text = 'to be spoilt'")  # noqa: S608  (our own)
    connection.close()

    releases = begun(settings)

    assert knows(releases)
    assert releases.answerer.added == (ALIAS,)
    assert releases.status().problems == 1


def lock(path: Path) -> Callable[[], None]:
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    return other.close


def damage(path: Path) -> Callable[[], None]:
    for companion in path.parent.glob(f"{path.name}-*"):
        companion.unlink()
    path.write_bytes(b"no database" * 1_000)
    return lambda: None


@pytest.mark.parametrize("spoil", [lock, damage])
async def test_while_decisions_cannot_be_read_those_of_last_time_stay(
    settings: Settings, decisions: AliasDecisions, spoil: Callable[[Path], Callable[[], None]]
) -> None:
    decisions.accept(ALIAS)
    decisions._database.close()
    releases = begun(settings)
    undo = spoil(settings.data_dir / FILE_NAME)

    outcome = await releases.reload()
    again = begun(settings)
    undo()

    assert outcome.state is ReloadState.UNCHANGED
    assert "cannot be read" in problems(outcome)
    assert knows(again)


def test_unreadable_decisions_stop_no_first_start(settings: Settings) -> None:
    settings.data_dir.mkdir()
    (settings.data_dir / FILE_NAME).write_bytes(b"no database" * 1_000)

    assert begun(settings).answerer.answer("what is silence good for?").hits
    assert (settings.data_dir / FILE_NAME).read_bytes() == b"no database" * 1_000  # the journal sets it aside


def test_a_database_of_the_first_version_is_read_as_it_is(settings: Settings) -> None:
    settings.data_dir.mkdir()
    make_first_version(settings.data_dir / FILE_NAME)
    with sqlite3.connect(settings.data_dir / FILE_NAME) as connection:
        connection.execute(
            "INSERT INTO alias (url, text, is_accepted, decided_at_ms) VALUES (?, ?, 1, 0)", (SILENCE, TAUGHT)
        )
    connection.close()

    assert knows(begun(settings))


def test_what_version_01_kept_for_aliases_is_removed(settings: Settings) -> None:
    taught = settings.corpus_data_dir / "taught"
    taught.mkdir(parents=True)
    (taught / "1f0c9a2-0123456789abcdef.taught").write_bytes(b"an index")

    begun(settings)

    assert not taught.exists()
