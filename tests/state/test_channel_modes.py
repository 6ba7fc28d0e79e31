from __future__ import annotations

from pathlib import Path

import pytest

from bot.journal.rows import Mode, Policy
from bot.journal.store import Journal
from bot.state.channel_modes import ChannelMode, Remark
from bot.store.database import Database, sqlite_url
from tests.journal.world import ANA, COACHING, DAYS, GOALS, KEY, MONDAY, TEXT, TRUST, Clock, overheard


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database() -> Database:
    return Database("sqlite://")


def opened(database: Database, clock: Clock, request: pytest.FixtureRequest, policy: Policy = TEXT) -> Journal:
    made = Journal(database, policy, clock, retry_s=0.01)
    request.addfinalizer(made.close)
    return made


@pytest.fixture
def journal(database: Database, clock: Clock, request: pytest.FixtureRequest) -> Journal:
    return opened(database, clock, request)


def test_channel_is_off_until_an_admin_chooses(journal: Journal) -> None:
    assert journal.channel_mode(COACHING) is ChannelMode.OFF

    journal.set_channel_mode(COACHING, ChannelMode.SHADOW)
    journal.set_channel_mode(COACHING, ChannelMode.ON)

    assert journal.channel_mode(COACHING) is ChannelMode.ON
    assert journal.channel_mode("C0OTHER") is ChannelMode.OFF


@pytest.mark.parametrize("mode", Mode)
def test_chosen_mode_outlives_the_bot_whatever_is_recorded(
    clock: Clock, request: pytest.FixtureRequest, tmp_path: Path, mode: Mode
) -> None:
    address = sqlite_url(tmp_path / "journal.sqlite3")
    opened(Database(address), clock, request, Policy(mode, key=KEY)).set_channel_mode(COACHING, ChannelMode.ON)

    again = opened(Database(address), clock, request, Policy(mode, key=KEY))

    assert again.channel_mode(COACHING) is ChannelMode.ON


def test_report_counts_outcomes_and_names_the_latest_remarks_first(journal: Journal) -> None:
    journal.set_channel_mode(COACHING, ChannelMode.SHADOW)
    for event in (overheard("unsure", url=""), overheard("shadow", "1.0"), overheard("shadow", "2.0", url=TRUST)):
        journal.record(event)

    report = journal.channel_report(COACHING)

    assert report.mode is ChannelMode.SHADOW
    assert report.outcomes == (("shadow", 2), ("unsure", 1))
    assert report.latest == (Remark(TRUST, "2.0", MONDAY), Remark(GOALS, "1.0", MONDAY))


def test_report_looks_back_a_month_and_into_no_other_channel(journal: Journal, clock: Clock) -> None:
    journal.record(overheard("said"))
    clock.pass_days(31)

    assert journal.channel_report(COACHING).outcomes == ()
    assert journal.channel_report("C0OTHER").outcomes == ()


def test_counts_do_not_tell_which_message_was_overheard(
    database: Database, clock: Clock, request: pytest.FixtureRequest
) -> None:
    journal = opened(database, clock, request, Policy(Mode.COUNTS, DAYS))

    journal.record(overheard("said", "1.0"))

    assert journal.channel_report(COACHING).latest == (Remark(GOALS, "", MONDAY),)


def test_what_was_overheard_of_a_person_is_forgotten_with_them(journal: Journal) -> None:
    journal.record(overheard("said"))

    assert journal.forget(ANA) == 1

    assert journal.channel_report(COACHING).latest == ()
