"""The weekly digest: once a week over restarts, never in the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace

import pytest

from bot.app import Bot, build
from bot.errors import QuicktakeError
from bot.journal.events import Asked, NoneOfThese, Voted
from bot.journal.store import Journal
from bot.learning import Learning
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import ADMIN, COACHING, WITHOUT_BOT
from bot.settings import Settings
from bot.slack.digest import Digest
from bot.state.alias_decisions import AliasDecisions
from bot.state.schedule import Schedule
from bot.store.database import Database
from tests.scenarios.seeing import words

Start = Callable[..., Digest]

SILENCE = "/learn/listening/silence"
GAP = "may I fly to the moon?"
SUNDAY = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
A_DAY = dt.timedelta(days=1)


class Calendar:
    """A time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = SUNDAY

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
async def bot(settings: Settings) -> AsyncIterator[Bot]:
    """A bot with a journal of three weeks."""
    running = build(replace(settings, journal="text", journal_days=0))
    for week in range(3):
        at, question = SUNDAY - week * 7 * A_DAY, f"what is silence good for in week {week}?"
        for user in ("U0ANA0001", "U0BEN0002"):
            running.journal.record(Asked(question, user, at, "command", "answer", (SILENCE,), 0.9, "1-abcdef0", 5.0))
            running.journal.record(Voted(question, user, at, SILENCE, is_helpful=week != 1))
            running.journal.record(NoneOfThese(GAP, user, at))
    await running.start()
    assert running.journal.flush()
    yield running
    await running.stop()


@pytest.fixture
def journal(bot: Bot, calendar: Calendar) -> Iterator[Journal]:
    """The same journal, by the calendar."""
    looked_into = Journal.to_look_into(bot.settings.data_dir, calendar)
    yield looked_into
    looked_into.close()


@pytest.fixture
def start(bot: Bot, journal: Journal, calendar: Calendar) -> Start:
    """Start the digest, as each start of the bot does."""
    database = Database.in_folder(bot.settings.data_dir)
    learning = Learning(journal, AliasDecisions(database, calendar), bot.releases.answerer, calendar)
    schedule = Schedule(database, calendar)
    return lambda channel=COACHING.id: Digest(channel, learning, schedule, bot.slack.sender, calendar)


def posted(slack: Emulator) -> list[Message]:
    return list(slack.messages(COACHING.id))


async def begun(weekly: Digest, calendar: Calendar) -> Digest:
    """Switch it on on Sunday, and wait for Monday morning."""
    await weekly.post_if_due()
    calendar.now += A_DAY
    return weekly


async def test_first_monday_brings_figures_gaps_and_trend(slack: Emulator, start: Start, calendar: Calendar) -> None:
    weekly = await begun(start(), calendar)
    assert posted(slack) == []

    await weekly.post_if_due()

    [message] = posted(slack)
    assert "The last 7 days: 2 questions." in words(message)
    assert "Helped: 100% of 2 votes" in words(message)
    assert "Helped, week by week: █▁█" in words(message)
    assert f"“{GAP}”: 2 people, 2 times" in words(message)


async def test_once_a_week_even_over_restarts(slack: Emulator, start: Start, calendar: Calendar) -> None:
    weekly = await begun(start(), calendar)
    counts = []

    for _ in range(9):
        await weekly.post_if_due()
        await start().post_if_due()
        counts.append(len(posted(slack)))
        calendar.now += A_DAY

    assert counts == [1, 1, 1, 1, 1, 1, 1, 2, 2]


async def test_monday_that_was_missed_is_made_up_for(slack: Emulator, start: Start, calendar: Calendar) -> None:
    await begun(start(), calendar)
    calendar.now += 3 * A_DAY

    await start().post_if_due()

    assert len(posted(slack)) == 1


@pytest.mark.parametrize(("channel", "error"), [(WITHOUT_BOT.id, "not_in_channel"), ("C0NOWHERE", "channel_not_found")])
async def test_channel_that_cannot_be_posted_to_is_told_and_tried_again(
    slack: Emulator, start: Start, calendar: Calendar, channel: str, error: str
) -> None:
    weekly = await begun(start(channel), calendar)

    with pytest.raises(QuicktakeError, match=f"{error}.*QUICKTAKE_DIGEST_CHANNEL"):
        await weekly.post_if_due()
    await start().post_if_due()

    assert len(posted(slack)) == 1


async def test_journal_that_cannot_be_read_is_told(
    bot: Bot, journal: Journal, start: Start, calendar: Calendar
) -> None:
    weekly = await begun(start(), calendar)
    bot.journal.close()
    journal.close()
    path = bot.settings.data_dir / "journal.sqlite3"
    path.unlink()
    path.mkdir()

    with pytest.raises(QuicktakeError, match=r"journal\.sqlite3"):
        await weekly.post_if_due()


async def test_admins_read_in_status_what_went_wrong(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, journal="text", digest_channel="C0NOWHERE"))
    schedule = Schedule(Database.in_folder(settings.data_dir), lambda: SUNDAY)
    schedule.claim("digest", SUNDAY)
    schedule.give_back("digest", SUNDAY)  # it was due long ago
    await bot.start()
    await slack.wait_for(bot.slack.digest.problems)

    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    (status,) = await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, "#general"))
    await bot.stop()

    assert "QUICKTAKE_DIGEST_CHANNEL" in words(status)
