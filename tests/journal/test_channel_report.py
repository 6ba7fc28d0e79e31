from __future__ import annotations

import pytest

from bot.journal.queries import ChannelReport, UnpromptedReply
from bot.journal.rows import Mode, Policy
from bot.journal.store import Journal
from bot.store.database import Database
from tests.journal.world import ANA, COACHING, DAYS, GOALS, MONDAY, TEXT, TRUST, Clock, overheard


@pytest.fixture
def clock() -> Clock:
    return Clock()


def opened(clock: Clock, request: pytest.FixtureRequest, policy: Policy = TEXT) -> Journal:
    made = Journal(Database("sqlite://"), policy, clock, retry_s=0.01)
    request.addfinalizer(made.close)
    return made


@pytest.fixture
def journal(clock: Clock, request: pytest.FixtureRequest) -> Journal:
    return opened(clock, request)


def test_report_counts_outcomes_and_names_the_latest_remarks_first(journal: Journal) -> None:
    for event in (overheard("unsure", url=""), overheard("shadow", "1.0"), overheard("shadow", "2.0", url=TRUST)):
        journal.record(event)

    report = journal.channel_report(COACHING)

    assert report.outcomes == (("shadow", 2), ("unsure", 1))
    assert report.latest == (UnpromptedReply(TRUST, "2.0", MONDAY), UnpromptedReply(GOALS, "1.0", MONDAY))


def test_report_looks_back_a_month_and_into_no_other_channel(journal: Journal, clock: Clock) -> None:
    journal.record(overheard("said"))
    clock.pass_days(31)

    assert journal.channel_report(COACHING) == ChannelReport()
    assert journal.channel_report("C0OTHER") == ChannelReport()


def test_counts_do_not_tell_which_message_was_overheard(clock: Clock, request: pytest.FixtureRequest) -> None:
    journal = opened(clock, request, Policy(Mode.COUNTS, DAYS))

    journal.record(overheard("said", "1.0"))

    assert journal.channel_report(COACHING).latest == (UnpromptedReply(GOALS, "", MONDAY),)


def test_what_was_overheard_of_a_person_is_forgotten_with_them(journal: Journal) -> None:
    journal.record(overheard("said"))

    assert journal.forget(ANA).count == 1

    assert journal.channel_report(COACHING).latest == ()
