from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import wording
from bot.errors import QuicktakeError
from bot.journal.queries import Confirmation, Period
from bot.journal.rows import MOST_TEXT, Mode, Policy
from bot.journal.store import KEY_NAME, Forgotten, Journal
from bot.store import FILE_NAME
from bot.store.database import Database, sqlite_url
from tests.journal.world import (
    ANA,
    BEN,
    DAYS,
    GOALS,
    KEY,
    MONDAY,
    ONE_OF_EACH,
    TEXT,
    TRUST,
    Clock,
    asked,
    unanswered,
    voted,
)
from tests.small_disk import SmallDisk

Open = Callable[..., Journal]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["on disk", "in memory"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    return Database(sqlite_url(tmp_path / FILE_NAME) if request.param == "on disk" else "sqlite://")


@pytest.fixture
def journal(database: Database, clock: Clock, request: pytest.FixtureRequest) -> Journal:
    return opened(database, clock, request)


def opened(database: Database, clock: Clock, request: pytest.FixtureRequest, policy: Policy = TEXT) -> Journal:
    made = Journal(database, policy, clock, retry_s=0.01)
    request.addfinalizer(made.close)
    return made


@pytest.fixture
def on_disk(tmp_path: Path, clock: Clock, request: pytest.FixtureRequest) -> Open:
    def open_with(policy: Policy = TEXT) -> Journal:
        return opened(Database(sqlite_url(tmp_path / FILE_NAME)), clock, request, policy)

    return open_with


def record(journal: Journal, *events: object) -> None:
    for event in events:
        journal.record(event)  # type: ignore[arg-type]  # tests pass what the union holds
    assert journal.flush(), journal.problems()


def reported(journal: Journal) -> str:
    """Wait for the one problem of the journal."""
    patience = 600
    while not journal.problems() and (patience := patience - 1):
        journal.flush(0.1)
    [problem] = journal.problems()
    return problem


def holding(folder: Path, words: bytes) -> list[str]:
    """Return the names of the files that hold these words, wherever in them."""
    return [path.name for path in folder.iterdir() if words in path.read_bytes()]


def until(is_done: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    patience = 6_000
    while not is_done() and (patience := patience - 1):
        threading.Event().wait(0.01)
    assert is_done()


# Is killed while somebody reads what it has deleted.
FORGETTER = """
import sqlite3, sys
from pathlib import Path
from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.store import FILE_NAME
from bot.store.database import Database
from tests.journal.world import ANA, Clock, asked

folder = Path(sys.argv[1])
journal = Journal.to_record(Database.in_folder(folder), folder, Mode.TEXT, 180, Clock())
journal.record(asked("unmistakable words", ANA))
journal.flush()
export = sqlite3.connect(folder / FILE_NAME)
export.execute("BEGIN")
export.execute("SELECT * FROM event").fetchone()
assert not journal.forget(ANA).is_gone
print("forgotten", flush=True)
sys.stdin.read()
"""


def everything(journal: Journal) -> str:
    return str(list(journal.rows()))


def test_every_event_is_kept_in_order(journal: Journal) -> None:
    record(journal, *ONE_OF_EACH)

    rows = list(journal.rows())
    assert [row["kind"] for row in rows] == [
        *(
            "asked",
            "chosen",
            "none of these",
            "voted",
            "escalated",
            "taken over",
            "answered",
            "posted",
            "admin",
            "overheard",
        )
    ]
    assert rows[0]["url"] == GOALS
    assert rows[0]["others"] == '["/trust"]'
    assert journal.problems() == ()


def test_user_ids_addresses_and_numbers_are_not_kept(journal: Journal) -> None:
    record(journal, asked(f"may <@{BEN}> call +49 170 1234567 or mail ana@example.com?"), *ONE_OF_EACH)

    kept = everything(journal)
    assert "may [person] call [phone] or mail [e-mail]" in kept
    assert not any(secret in kept for secret in (ANA, BEN, "1234567", "example.com"))


def test_counts_keep_neither_texts_nor_people(database: Database, clock: Clock, request: pytest.FixtureRequest) -> None:
    journal = opened(database, clock, request, Policy(Mode.COUNTS, key=KEY))

    record(journal, *ONE_OF_EACH)

    rows = list(journal.rows())
    assert len(rows) == len(ONE_OF_EACH)
    assert {row["person"] for row in rows} == {row["question"] for row in rows} == {None}
    assert "too long" not in str(rows)


def test_forgetting_deletes_all_of_one_person_and_nothing_else(journal: Journal) -> None:
    record(journal, asked("how do I set goals?", ANA), asked("why trust?", BEN), voted("x", is_helpful=True, user=ANA))

    assert journal.forget(ANA).count == 2

    assert [row["question"] for row in journal.rows()] == ["why trust?"]
    assert journal.forget(ANA).count == 0


def test_forgetting_reaches_what_is_not_written_yet(journal: Journal) -> None:
    journal.record(asked("how do I set goals?", ANA))

    assert journal.forget(ANA).count == 1


def test_everybody_can_be_forgotten(journal: Journal) -> None:
    record(journal, *ONE_OF_EACH)

    assert journal.forget_everybody() == Forgotten(len(ONE_OF_EACH), is_gone=True)

    assert list(journal.rows()) == []


def test_what_is_older_than_the_retention_is_deleted_within_a_day(journal: Journal, clock: Clock) -> None:
    record(journal, asked("old"))
    clock.pass_days(DAYS - 1)
    record(journal, asked("newer", at=clock.now))
    assert len(list(journal.rows())) == 2

    clock.pass_days(2)
    record(journal, asked("newest", at=clock.now))

    assert [row["question"] for row in journal.rows()] == ["newer", "newest"]


def test_readings_count_only_their_period(journal: Journal, clock: Clock) -> None:
    record(journal, asked(), asked(), unanswered("how do I fly?"))
    clock.pass_days(10)
    record(journal, asked(at=clock.now))

    read = journal.readings(Period.last(30, clock.now))
    newest = journal.readings(Period.last(7, clock.now))

    assert sorted((one.outcome, one.count) for one in read.asked) == [("answer", 1), ("answer", 2), ("none", 1)]
    assert sorted(read.latencies_ms) == [12.5, 12.5, 12.5, 20.0]
    assert [(one.question, one.why, one.times) for one in read.rejections] == [("how do I fly?", "unanswered", 1)]
    assert [one.count for one in newest.asked] == [1]


def test_readings_know_choices_votes_and_escalations(journal: Journal, clock: Clock) -> None:
    record(journal, *ONE_OF_EACH)

    read = journal.readings(Period.last(1, clock.now))

    assert read.used == ((TRUST, 1),)
    assert [(vote.url, vote.is_helpful, vote.reason) for vote in read.votes] == [(GOALS, False, "too long")]
    assert {(one.question, one.why) for one in read.rejections} == {
        ("how do I fly?", "none of these"),
        ("how do I fly?", "escalated"),
        ("how do I set goals?", "not helpful"),
    }
    assert (read.escalated, read.answered) == (1, 1)


def test_confirmations_come_from_choices_votes_and_peoples_answers(journal: Journal, clock: Clock) -> None:
    record(journal, *ONE_OF_EACH, ONE_OF_EACH[1])

    found = journal.confirmations(Period.last(1, clock.now))

    assert [(one.question, one.url, one.is_right, one.times) for one in found] == [
        ("how do I fly?", TRUST, True, 1),
        ("how do I set goals?", GOALS, False, 1),
        ("how do I win their trust?", TRUST, True, 2),
    ]
    assert all(isinstance(one, Confirmation) for one in found)


def test_own_questions_are_for_the_person_alone(journal: Journal) -> None:
    record(journal, asked("first"), asked("second"), asked("first"), asked("of somebody else", BEN))

    assert journal.questions_of(ANA, 5) == ("first", "second")
    assert journal.questions_of(ANA, 1) == ("first",)
    assert journal.questions_of("U0NOBODY", 5) == ()


def test_most_used_articles_come_first(journal: Journal, clock: Clock) -> None:
    record(journal, *ONE_OF_EACH, asked(), asked(), unanswered("how do I fly?"))

    assert journal.most_used(Period.last(1, clock.now), 5) == (GOALS, TRUST)
    assert journal.most_used(Period.last(1, clock.now), 1) == (GOALS,)


@pytest.mark.parametrize("question", ["\0", "\ud800", "x" * 5_000, "", "'; DROP TABLE event; --", "🙂"])
def test_any_question_can_be_kept(journal: Journal, question: str) -> None:
    record(journal, asked(question))

    [row] = journal.rows()
    assert len(str(row["question"])) <= MOST_TEXT


@pytest.mark.parametrize("mode", [Mode.OFF, Mode.COUNTS])
def test_own_questions_are_not_shown_where_questions_are_not_kept(
    database: Database, clock: Clock, request: pytest.FixtureRequest, mode: Mode
) -> None:
    record(opened(database, clock, request), asked())

    assert opened(database, clock, request, Policy(mode, key=KEY)).questions_of(ANA, 5) == ()


class TestOnDisk:
    def test_off_makes_no_file(self, on_disk: Open, tmp_path: Path) -> None:
        journal = on_disk(Policy(Mode.OFF, key=KEY))

        record(journal, asked())

        assert list(tmp_path.iterdir()) == []

    def test_a_bot_that_is_off_makes_nothing(self, tmp_path: Path, clock: Clock) -> None:
        journal = Journal.to_record(Database.in_folder(tmp_path / "data"), tmp_path / "data", Mode.OFF, DAYS, clock)

        journal.record(asked())
        journal.close()

        assert list(tmp_path.iterdir()) == []

    def test_without_a_usable_key_only_counts_are_kept_and_that_is_reported(self, tmp_path: Path, clock: Clock) -> None:
        (tmp_path / KEY_NAME).write_text("no key")
        journal = Journal.to_record(Database.in_folder(tmp_path), tmp_path, Mode.TEXT, DAYS, clock)

        record(journal, asked())

        assert [row["person"] for row in journal.rows()] == [None]
        assert journal.problems()[0].startswith("Only counts are kept: ")
        journal.close()

    def test_a_person_can_be_forgotten_after_the_journal_is_switched_off(self, tmp_path: Path, clock: Clock) -> None:
        before = Journal.to_record(Database.in_folder(tmp_path), tmp_path, Mode.TEXT, DAYS, clock)
        record(before, asked(user=ANA))
        before.close()

        off = Journal.to_record(Database.in_folder(tmp_path), tmp_path, Mode.OFF, DAYS, clock)

        assert off.forget(ANA).count == 1
        off.close()

    def test_off_still_deletes_what_is_too_old(self, on_disk: Open, clock: Clock) -> None:
        before = on_disk()
        record(before, asked())
        before.close()
        clock.pass_days(DAYS + 1)

        off = on_disk(Policy(Mode.OFF, key=KEY))

        assert off.flush()
        assert list(off.rows()) == []

    def test_looking_into_it_lets_nothing_expire(self, on_disk: Open, tmp_path: Path, clock: Clock) -> None:
        before = on_disk()
        record(before, asked())
        before.close()
        clock.pass_days(1_000)

        looked_into = Journal.to_look_into(tmp_path, clock)

        assert len(list(looked_into.rows())) == 1
        looked_into.close()

    def test_there_must_be_something_to_look_into(self, tmp_path: Path, clock: Clock) -> None:
        with pytest.raises(QuicktakeError, match="there is no journal"):
            Journal.to_look_into(tmp_path, clock)
        assert list(tmp_path.iterdir()) == []

    def test_what_is_forgotten_is_in_no_file(self, on_disk: Open, tmp_path: Path) -> None:
        journal = on_disk()
        record(journal, asked("unmistakable words", ANA), asked("others", BEN))

        journal.forget(ANA)

        assert not holding(tmp_path, b"unmistakable")

    def test_while_somebody_reads_forgetting_says_that_it_is_not_gone_and_goes_on_until_it_is(
        self, on_disk: Open, tmp_path: Path
    ) -> None:
        journal = on_disk()
        record(journal, asked("unmistakable words", ANA), asked("others", BEN))
        export = sqlite3.connect(tmp_path / FILE_NAME)
        export.execute("BEGIN")
        export.execute("SELECT * FROM event").fetchone()

        done = journal.forget(ANA)
        while_reading, in_files = journal.problems(), holding(tmp_path, b"unmistakable")
        export.close()
        until(lambda: not journal.problems())

        assert done == Forgotten(1, is_gone=False)
        assert while_reading == (wording.TRACES,)
        assert in_files
        assert not holding(tmp_path, b"unmistakable")
        assert journal.forget(ANA) == Forgotten(0, is_gone=True)

    def test_events_that_come_meanwhile_are_written_and_keep_nothing_from_being_erased(
        self, on_disk: Open, tmp_path: Path
    ) -> None:
        journal = on_disk()
        record(journal, asked("unmistakable words", ANA))
        export = sqlite3.connect(tmp_path / FILE_NAME)
        export.execute("BEGIN")
        export.execute("SELECT * FROM event").fetchone()
        journal.forget(ANA)

        record(journal, asked("later words", BEN))
        export.close()
        until(lambda: not journal.problems())

        assert not holding(tmp_path, b"unmistakable")
        assert "later words" in everything(journal)

    def test_what_an_earlier_run_could_not_erase_is_erased_at_the_next_start(
        self, on_disk: Open, tmp_path: Path
    ) -> None:
        command = [sys.executable, "-c", FORGETTER, str(tmp_path)]
        with subprocess.Popen(  # noqa: S603  (our own)
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as killed:
            assert killed.stdout
            assert killed.stdout.readline() == b"forgotten\n"
            killed.kill()
        before = holding(tmp_path, b"unmistakable")

        journal = on_disk()
        journal.flush()

        assert before
        assert not holding(tmp_path, b"unmistakable")

    def test_what_expires_is_in_no_file(self, on_disk: Open, tmp_path: Path, clock: Clock) -> None:
        record(on_disk(), asked("unmistakable words", ANA))
        clock.pass_days(DAYS + 1)

        journal = on_disk()
        journal.flush()

        assert not holding(tmp_path, b"unmistakable")

    def test_it_is_still_there_after_a_restart(self, on_disk: Open) -> None:
        before = on_disk()
        record(before, asked("how do I set goals?"))
        before.close()

        assert "how do I set goals?" in everything(on_disk())

    def test_only_the_owner_can_read_the_file(self, on_disk: Open, tmp_path: Path) -> None:
        record(on_disk(), asked())

        assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}

    def test_a_damaged_file_is_set_aside_and_a_new_one_begun(self, on_disk: Open, tmp_path: Path) -> None:
        (tmp_path / FILE_NAME).write_bytes(b"no database" * 1_000)
        journal = on_disk()

        record(journal, asked("how do I set goals?"))

        assert "how do I set goals?" in everything(journal)
        assert (tmp_path / "journal.damaged-1.sqlite3").read_bytes() == b"no database" * 1_000
        assert ["was damaged" in problem for problem in journal.problems()] == [True]

    def test_a_file_damaged_in_the_middle_is_set_aside_as_well(self, on_disk: Open, tmp_path: Path) -> None:
        before = on_disk()
        record(before, *(asked(f"question {number}" * 20) for number in range(500)))
        before.close()
        path = tmp_path / FILE_NAME
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        journal = on_disk()

        record(journal, asked("how do I set goals?"))

        assert "how do I set goals?" in everything(journal)
        assert ["was damaged" in problem for problem in journal.problems()] == [True]

    def test_a_locked_file_is_reported_and_written_once_it_is_free(self, tmp_path: Path, on_disk: Open) -> None:
        journal = on_disk()
        record(journal, asked("first"))
        other = sqlite3.connect(tmp_path / FILE_NAME)
        other.execute("BEGIN IMMEDIATE")
        journal.record(asked("second"))
        assert reported(journal) == f"{tmp_path / FILE_NAME}: database is locked; events waiting: 1"

        other.close()

        assert journal.flush(10)
        assert journal.problems() == ()
        assert "second" in everything(journal)

    def test_a_full_disk_is_reported_and_written_once_there_is_room(
        self, database_with_few_pages: Database, clock: Clock, request: pytest.FixtureRequest
    ) -> None:
        journal = opened(database_with_few_pages, clock, request)
        for number in range(500):
            journal.record(asked(f"question {number} " * 20))
        assert "full" in reported(journal)

        with database_with_few_pages.begin() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")

        assert journal.flush()
        assert len(list(journal.rows())) == 500

    @pytest.mark.parametrize("is_begun", [True, False])
    def test_a_real_disk_that_fills_is_reported_and_nothing_is_lost_once_there_is_room(
        self, small_disk: SmallDisk, clock: Clock, request: pytest.FixtureRequest, *, is_begun: bool
    ) -> None:
        folder = small_disk.folder
        if is_begun:
            before = Journal.to_record(Database.in_folder(folder), folder, Mode.TEXT, DAYS, clock)
            record(before, asked("first"))
            before.close()
        small_disk.fill()
        journal = opened(Database.in_folder(folder), clock, request)
        for number in range(500):
            journal.record(asked(f"question {number} " * 20))
        told = reported(journal)

        small_disk.make_room()

        assert "full" in told or "No space left" in told or "unable to open" in told or "disk I/O" in told
        assert journal.flush(10)
        assert len(list(journal.rows())) == 500 + is_begun
        assert journal.problems() == ()

    def test_a_full_disk_keeps_only_counts_where_there_is_no_key_yet(self, small_disk: SmallDisk, clock: Clock) -> None:
        small_disk.fill()

        journal = Journal.to_record(Database.in_folder(small_disk.folder), small_disk.folder, Mode.TEXT, DAYS, clock)
        problems = journal.problems()
        journal.close()

        assert problems[0].startswith("Only counts are kept: ")
        assert [path.name for path in small_disk.folder.iterdir() if "key" in path.name] == []

    def test_a_folder_that_cannot_be_made_is_reported(
        self, tmp_path: Path, clock: Clock, request: pytest.FixtureRequest
    ) -> None:
        (tmp_path / "file").touch()
        journal = opened(Database(sqlite_url(tmp_path / "file" / FILE_NAME)), clock, request)

        journal.record(asked())

        assert "QUICKTAKE_DATA_DIR" in reported(journal)
        with pytest.raises(QuicktakeError, match="QUICKTAKE_DATA_DIR"):
            journal.readings(Period.last(1, MONDAY))

    def test_nothing_counts_as_forgotten_that_could_still_be_written(self, tmp_path: Path, on_disk: Open) -> None:
        journal = on_disk()
        record(journal, asked("first", ANA))
        other = sqlite3.connect(tmp_path / FILE_NAME)
        other.execute("BEGIN IMMEDIATE")
        journal.record(asked("second", ANA))

        with pytest.raises(QuicktakeError, match="nothing was forgotten"):
            journal.forget(ANA)

        other.close()
        assert journal.flush(10)
        assert journal.forget(ANA).count == 2

    def test_two_processes_can_share_it(self, on_disk: Open) -> None:
        bot, command = on_disk(), on_disk()
        record(bot, asked("first"))

        record(command, asked("second"))

        assert len(list(bot.rows())) == 2


@pytest.fixture
def database_with_few_pages(tmp_path: Path) -> Database:
    database = Database(sqlite_url(tmp_path / FILE_NAME))
    with database.begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 30")
    return database
