from __future__ import annotations

from pathlib import Path

import pytest

from bot.aliases import Alias
from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.state.alias_decisions import AliasDecision, AliasDecisions
from bot.store.database import Database
from tests.journal.world import GOALS, TRUST, Clock, asked

AIMS = Alias(GOALS, "aims")


@pytest.fixture
def decisions() -> AliasDecisions:
    return AliasDecisions(Database("sqlite://"), Clock())


def test_the_first_decision_on_an_alias_counts(decisions: AliasDecisions) -> None:
    first = decisions.reject(AIMS)
    decisions.accept(Alias(TRUST, "rapport"))
    second = decisions.accept(AIMS)

    assert first == AliasDecision(is_accepted=False, is_news=True)
    assert second == AliasDecision(is_accepted=False, is_news=False)
    assert decisions.accepted() == (Alias(TRUST, "rapport"),)
    assert decisions.rejected() == (AIMS,)


def test_accepted_alias_can_be_withdrawn_once(decisions: AliasDecisions) -> None:
    decisions.accept(AIMS)

    first, second = decisions.withdraw(AIMS), decisions.withdraw(AIMS)

    assert (first.is_news, second.is_news) == (True, False)
    assert decisions.rejected() == (AIMS,)


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert AliasDecisions(Database.in_folder(tmp_path), Clock()).accepted() == ()

    assert list(tmp_path.iterdir()) == []


def test_decisions_are_remembered_where_the_journal_is_off_and_nothing_else_is(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    journal = Journal.to_record(database, tmp_path, Mode.OFF, 180, Clock())

    AliasDecisions(database, Clock()).accept(AIMS)
    journal.record(asked("how do I set goals?"))
    journal.close()

    assert AliasDecisions(Database.in_folder(tmp_path), Clock()).accepted() == (AIMS,)
    assert list(Journal.to_look_into(tmp_path, Clock()).rows()) == []


def test_forgetting_everybody_leaves_decisions_which_hold_no_person(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    journal = Journal.to_record(database, tmp_path, Mode.TEXT, 180, Clock())
    decisions = AliasDecisions(database, Clock())
    decisions.accept(AIMS)

    journal.forget_everybody()
    journal.close()

    assert decisions.accepted() == (AIMS,)
