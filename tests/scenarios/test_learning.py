"""Admins see what people taught the bot, and decide on it: insights, suggestions, accepted aliases."""

from __future__ import annotations

import asyncio
import datetime as dt
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wording
from bot.app import Bot, build
from bot.corpus.patch import add_aliases
from bot.journal.events import AdminAction, Asked, Chosen, Event, NoneOfThese, Voted
from bot.playground.emulator import Emulator
from bot.playground.model import Message, View
from bot.playground.workspace import ADMIN, PERSON
from bot.settings import Settings
from bot.state.alias_decisions import AliasDecisions
from bot.store.database import LOCK_WAIT_S, Database
from tests.scenarios.seeing import labels, words

SILENCE = "/learn/listening/silence"
TAUGHT = "zugzwang in the dialogue"
GAP = "may I fly to the moon?"
ANOTHER_ADMIN = "U0OUTSIDER"


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def taught_by(*people: str) -> list[Event]:
    """These people choose the article on silence for words that it lacks, and miss another one."""
    events: list[Event] = []
    for user in people:
        events += [
            Asked(TAUGHT, user, now(), "command", "choices", (SILENCE,), 0.5, "1-abcdef0", 5.0),
            Chosen(TAUGHT, user, now(), SILENCE),
            NoneOfThese(GAP, user, now()),
            Voted("silence?", user, now(), SILENCE, is_helpful=False, reason="outdated"),
        ]
    return events


@pytest.fixture
async def bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    """A bot with a journal, which two people have taught something."""
    running = build(replace(settings, journal="text", admins=settings.admins | {ANOTHER_ADMIN}, serves_outsiders=True))
    await running.start()
    for event in taught_by("U0ANA0001", "U0BEN0002"):
        running.journal.record(event)
    assert running.journal.flush()
    yield running
    await running.stop()
    assert [call for call in slack.calls if call.messages] == []


async def command(slack: Emulator, text: str, user: str = ADMIN.id, replies: int = 1) -> Message:
    """Run a subcommand and give the last of its replies."""
    before = len(slack.ephemerals(user, "#general"))
    await slack.slash(user, "#general", "/quicktake", text)
    await slack.wait_for(lambda: len(slack.ephemerals(user, "#general")) >= before + replies, 60)
    return slack.ephemerals(user, "#general")[-1]


async def suggestions(slack: Emulator) -> Message:
    return await command(slack, "suggestions", replies=2)


async def shows(slack: Emulator, text: str, user: str = ADMIN.id) -> Message:
    """Wait until the last private message has the text."""
    await slack.wait_for(lambda: text in words(slack.ephemerals(user, "#general")[-1]), 60)
    return slack.ephemerals(user, "#general")[-1]


async def home(slack: Emulator, text: str, user: str = ADMIN.id) -> View:
    """Wait until the Home tab has the text."""

    def has_it() -> View | None:
        seen = slack.home(user)
        return seen if seen and text in words(seen) else None

    found = await slack.wait_for(has_it, 60)
    assert found
    return found


def knows(bot: Bot) -> bool:
    return [hit.article.url for hit in bot.releases.answerer.answer(TAUGHT).hits][:1] == [SILENCE]


def decisions(bot: Bot) -> list[str]:
    bot.journal.flush()
    return [str(row["note"]) for row in bot.journal.rows() if row["kind"] == "admin"]


@pytest.mark.usefixtures("bot")
class TestInsights:
    async def test_tell_what_was_asked_disliked_and_missed(self, slack: Emulator) -> None:
        told = words(await command(slack, "insights"))

        assert "The last 30 days: 2 questions." in told
        assert "Replies: 0% answered, 100% with choices, 0% without an answer" in told
        assert "Helped: 0% of 2 votes" in told
        assert f"“{GAP}”: 2 people, 2 times" in told
        assert "What is silence good for in coaching?: 2 of 2 votes; outdated (2)" in told
        assert "4 articles:" in told or "5 articles:" in told

    @pytest.mark.parametrize("text", ["insights 7", "insights last 7 days", "INSIGHTS 7 days"])
    async def test_look_back_as_far_as_asked(self, slack: Emulator, text: str) -> None:
        assert "The last 7 days: 2 questions." in words(await command(slack, text))

    @pytest.mark.parametrize("days", ["0", "-3", "week", "7.5", "99999", "3651"])
    async def test_wrong_number_of_days_gets_a_clear_answer(self, slack: Emulator, days: str) -> None:
        assert words(await command(slack, f"insights {days}")) == wording.DAYS_WANTED

    async def test_question_about_insights_is_a_question(self, slack: Emulator) -> None:
        assert words(await command(slack, "insights about silence in coaching")) != wording.DAYS_WANTED

    @pytest.mark.parametrize("text", ["insights", "suggestions", "insights 7"])
    async def test_are_for_admins_alone(self, slack: Emulator, text: str) -> None:
        assert words(await command(slack, text, user=PERSON.id)) == wording.REFUSED


async def test_without_a_journal_insights_and_suggestions_say_so(slack: Emulator, settings: Settings) -> None:
    bot = build(settings)
    await bot.start()

    insights, review = await command(slack, "insights"), await command(slack, "suggestions")
    await bot.stop()

    assert wording.NOTHING_RECORDED in words(insights)
    assert words(review) == wording.NOTHING_TO_SUGGEST
    assert not (settings.data_dir / "journal.sqlite3").exists()


async def test_broken_journal_is_told(slack: Emulator, settings: Settings) -> None:
    (settings.data_dir / "journal.sqlite3").mkdir(parents=True)
    bot = build(replace(settings, journal="text"))
    await bot.start()

    insights, review = await command(slack, "insights"), await command(slack, "suggestions")
    await bot.stop()

    assert "journal.sqlite3" in words(insights)
    assert "journal.sqlite3" in words(review)


class TestSuggestions:
    async def test_show_evidence_and_effect(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)

        assert f"“{TAUGHT}” → What is silence good for in coaching?" in words(seen)
        assert "meant by 2 people, 2 times; gains 0, breaks 0 of 1 labelled question" in words(seen)
        assert labels(seen) == [wording.ACCEPT, wording.REJECT]
        assert not knows(bot)

    async def test_accepted_one_answers_at_once_and_waits_for_the_files(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)

        await slack.press(ADMIN.id, seen, wording.ACCEPT)
        done = await shows(slack, wording.ACCEPTED.format(TAUGHT))

        assert knows(bot)
        assert wording.PENDING in words(done)
        assert labels(done) == [wording.TAKE_BACK]
        assert decisions(bot) == [wording.ACCEPTED.format(TAUGHT)]

    async def test_second_press_is_told_what_stands(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)
        await slack.press(ADMIN.id, seen, wording.ACCEPT)
        await shows(slack, wording.ACCEPTED.format(TAUGHT))

        await slack.press(ADMIN.id, seen, wording.REJECT)
        await shows(slack, wording.WAS_ACCEPTED.format(TAUGHT))

        assert knows(bot)

    async def test_of_two_admins_at_once_one_decides_and_both_are_told(self, slack: Emulator, bot: Bot) -> None:
        mine = await suggestions(slack)
        theirs = await command(slack, "suggestions", user=ANOTHER_ADMIN)

        await asyncio.gather(
            slack.press(ADMIN.id, mine, wording.ACCEPT), slack.press(ANOTHER_ADMIN, theirs, wording.REJECT)
        )
        accepted = wording.ACCEPTED.format(TAUGHT), wording.WAS_ACCEPTED.format(TAUGHT)
        rejected = wording.WAS_REJECTED.format(TAUGHT), wording.REJECTED.format(TAUGHT)
        told = await slack.wait_for(
            lambda: [
                pair
                for pair in (accepted, rejected)
                if pair[0] in words(slack.ephemerals(ADMIN.id, "#general")[-1])
                and pair[1] in words(slack.ephemerals(ANOTHER_ADMIN, "#general")[-1])
            ],
            60,
        )

        assert knows(bot) == (told == [accepted])
        assert len(decisions(bot)) == 1

    async def test_rejected_one_is_never_proposed_again(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)

        await slack.press(ADMIN.id, seen, wording.REJECT)
        await shows(slack, wording.REJECTED.format(TAUGHT))

        assert words(await command(slack, "suggestions")) == wording.NOTHING_TO_SUGGEST
        assert not knows(bot)

    async def test_accepted_one_can_be_taken_back(self, slack: Emulator, bot: Bot) -> None:
        await slack.press(ADMIN.id, await suggestions(slack), wording.ACCEPT)
        done = await shows(slack, wording.PENDING)
        done = await shows(slack, wording.ACCEPTED.format(TAUGHT))

        await slack.press(ADMIN.id, done, wording.TAKE_BACK)
        await shows(slack, wording.TAKEN_BACK.format(TAUGHT))

        assert not knows(bot)

    async def test_pending_one_is_pending_no_more_once_it_is_in_the_file(
        self, slack: Emulator, bot: Bot, corpus: Path
    ) -> None:
        await slack.press(ADMIN.id, await suggestions(slack), wording.ACCEPT)
        await shows(slack, wording.ACCEPTED.format(TAUGHT))
        file = corpus / "listening/silence.md"
        file.write_bytes(add_aliases(file.read_bytes().decode(), [TAUGHT]).encode())

        bot.releases.activate((await bot.releases.reload()).release)

        assert words(await command(slack, "suggestions")) == wording.NOTHING_TO_SUGGEST
        assert knows(bot)

    async def test_restart_answers_with_what_was_accepted(self, slack: Emulator, bot: Bot, settings: Settings) -> None:
        await slack.press(ADMIN.id, await suggestions(slack), wording.ACCEPT)
        await shows(slack, wording.ACCEPTED.format(TAUGHT))
        await bot.stop()

        again = build(replace(settings, journal="text"))
        await again.start()
        is_known = knows(again)
        await again.stop()

        assert is_known

    async def test_one_that_could_mean_another_article_cannot_be_accepted(
        self, slack: Emulator, bot: Bot, corpus: Path
    ) -> None:
        file = corpus / "goals/set-goals.md"
        file.write_bytes(add_aliases(file.read_bytes().decode(), [TAUGHT]).encode())
        bot.releases.activate((await bot.releases.reload()).release)

        seen = await suggestions(slack)

        assert "could mean another article as well: How do I set goals with a client?" in words(seen)
        assert labels(seen) == [wording.REJECT]

    async def test_others_cannot_press(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)

        await slack.press(PERSON.id, seen, wording.ACCEPT)
        await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

        assert words(slack.ephemerals(PERSON.id, "#general")[-1]) == wording.REFUSED
        assert AliasDecisions(Database.in_folder(bot.settings.data_dir), now).accepted() == ()


class TestHome:
    async def test_shows_admins_gaps_feedback_and_what_to_decide(self, slack: Emulator, bot: Bot) -> None:
        await slack.open_home(ADMIN.id)

        seen = await home(slack, "gains 0, breaks 0")

        assert f"“{GAP}”: 2 people, 2 times" in words(seen)
        assert "2 of 2 votes; outdated (2)" in words(seen)
        assert {wording.ACCEPT, wording.REJECT, wording.RELOAD, wording.ROLL_BACK} <= set(labels(seen))
        assert not knows(bot)

    async def test_decision_there_is_shown_there(self, slack: Emulator, bot: Bot) -> None:
        await slack.open_home(ADMIN.id)
        seen = await home(slack, "gains 0, breaks 0")

        await slack.press(ADMIN.id, seen, wording.ACCEPT)
        done = await home(slack, wording.ACCEPTED.format(TAUGHT))

        assert wording.TAKE_BACK in labels(done)
        assert knows(bot)

    async def test_people_see_what_they_asked_and_nothing_of_others(self, slack: Emulator, bot: Bot) -> None:
        await slack.direct_message(PERSON.id, "what is silence good for?")
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
        bot.journal.flush()

        await slack.open_home(PERSON.id)
        seen = await home(slack, wording.YOU_ASKED, PERSON.id)

        assert "what is silence good for?" in labels(seen)
        assert TAUGHT not in words(seen)
        assert GAP not in words(seen)
        assert wording.POPULAR in words(seen)

    async def test_own_question_can_be_asked_again(self, slack: Emulator, bot: Bot) -> None:
        await slack.direct_message(PERSON.id, "what is silence good for?")
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
        bot.journal.flush()
        await slack.open_home(PERSON.id)
        seen = await home(slack, wording.YOU_ASKED, PERSON.id)

        await slack.press(PERSON.id, seen, "what is silence good for?")
        await slack.wait_for(lambda: slack.messages(PERSON.id)[2:])

        again = words(slack.messages(PERSON.id)[-1])
        assert again.startswith(wording.asked_again("what is silence good for?"))
        assert "What is silence good for in coaching?" in again

    async def test_reload_pressed_there_shows_it_anew(self, slack: Emulator, bot: Bot, corpus: Path) -> None:
        await slack.open_home(ADMIN.id)
        seen = await home(slack, wording.ACCEPT)
        (corpus / "listening/silence.md").unlink()

        await slack.press(ADMIN.id, seen, wording.RELOAD)
        after = await home(slack, "waits to be activated")

        assert wording.ACTIVATE in labels(after)
        assert bot.releases.answerer.release.number == 1

    async def test_activating_there_shows_the_release_that_answers(
        self, slack: Emulator, bot: Bot, corpus: Path
    ) -> None:
        (corpus / "listening/unsaid.md").unlink()
        await bot.releases.reload()
        await slack.open_home(ADMIN.id)
        seen = await home(slack, wording.ACTIVATE)

        await slack.press(ADMIN.id, seen, wording.ACTIVATE)
        await home(slack, "5 articles, release 2-")

        assert bot.releases.answerer.release.number == 2


@pytest.mark.parametrize("journal", ["off", "counts"])
async def test_home_shows_no_questions_where_none_are_kept(slack: Emulator, settings: Settings, journal: str) -> None:
    keeping = build(replace(settings, journal="text"))
    await keeping.start()
    await slack.direct_message(PERSON.id, "what is silence good for?")
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    await keeping.stop()

    bot = build(replace(settings, journal="counts" if journal == "counts" else "off"))
    await bot.start()
    await slack.open_home(PERSON.id)
    seen = await home(slack, wording.POPULAR, PERSON.id)
    await bot.stop()

    assert wording.YOU_ASKED not in words(seen)


async def test_home_works_without_a_journal_that_can_be_read(slack: Emulator, settings: Settings) -> None:
    (settings.data_dir / "journal.sqlite3").mkdir(parents=True)
    bot = build(replace(settings, journal="text"))
    await bot.start()
    await slack.direct_message(PERSON.id, "what is silence good for?")
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    bot.journal.flush(1.0)

    await slack.open_home(ADMIN.id)
    seen = await home(slack, wording.FOR_EXAMPLE)
    await bot.stop()

    assert "journal.sqlite3" in words(seen)  # the trouble is told to admins


async def test_home_does_not_wait_for_a_locked_journal(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, journal="text"))
    await bot.start()
    bot.journal.record(AdminAction(ADMIN.id, now(), "begin"))
    bot.journal.close()  # nobody has it open, so that somebody else can lock it as a whole

    with sqlite3.connect(settings.data_dir / "journal.sqlite3") as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        await slack.open_home(PERSON.id)
        published = await slack.wait_for(lambda: slack.home(PERSON.id), timeout_s=LOCK_WAIT_S * 0.9)
    other.close()
    await bot.stop()

    assert published
    assert wording.FOR_EXAMPLE in words(published)
