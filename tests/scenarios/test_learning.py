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
    return await command(slack, "suggestions")


async def shows(slack: Emulator, text: str, user: str = ADMIN.id) -> Message:
    """Wait until a private message has the text, and give the last one that has it."""
    found = await slack.wait_for(
        lambda: [message for message in slack.ephemerals(user, "#general") if text in words(message)], 60
    )
    return found[-1]


async def accept(slack: Emulator) -> Message:
    """Accept the suggestion, and give the report on the release with it."""
    await slack.press(ADMIN.id, await suggestions(slack), wording.ACCEPT)
    return await shows(slack, "is ready")


async def accept_and_activate(slack: Emulator) -> None:
    await slack.press(ADMIN.id, await accept(slack), wording.ACTIVATE)
    await shows(slack, "is active")


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
    async def test_show_evidence(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)

        assert f"“{TAUGHT}” → What is silence good for in coaching?" in words(seen)
        assert "meant by 2 people, 2 times" in words(seen)
        assert labels(seen) == [wording.ACCEPT, wording.REJECT]
        assert not knows(bot)

    async def test_accepted_one_is_staged_with_what_it_would_change(self, slack: Emulator, bot: Bot) -> None:
        report = await accept(slack)

        assert "Changed: 1 (What is silence good for in coaching?)" in words(report)
        assert f"“{TAUGHT}”:" in words(report)
        assert labels(report) == [wording.ACTIVATE, wording.DISCARD]
        assert not knows(bot)
        assert decisions(bot) == [wording.ACCEPTED.format(TAUGHT)]

    async def test_accepted_one_waits_for_activation_and_then_for_the_files(self, slack: Emulator, bot: Bot) -> None:
        report = await accept(slack)
        waiting = await suggestions(slack)

        await slack.press(ADMIN.id, report, wording.ACTIVATE)
        await shows(slack, "is active")
        live = await suggestions(slack)

        assert wording.WAITING in words(waiting)
        assert labels(waiting) == [wording.TAKE_BACK]
        assert knows(bot)
        assert wording.PENDING in words(live)
        assert labels(live) == [wording.TAKE_BACK]

    async def test_activated_one_can_be_rolled_back(self, slack: Emulator, bot: Bot) -> None:
        await accept_and_activate(slack)

        await command(slack, "rollback")

        assert not knows(bot)

    async def test_where_reloads_are_direct_it_answers_by_itself(
        self, slack: Emulator, bot: Bot, settings: Settings
    ) -> None:
        await bot.stop()
        direct = build(replace(settings, journal="text", reloads_directly=True))
        await direct.start()

        await slack.press(ADMIN.id, await suggestions(slack), wording.ACCEPT)
        await shows(slack, "is answering now")
        is_known = knows(direct)
        await direct.stop()

        assert is_known

    async def test_second_press_is_told_what_stands(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)
        await slack.press(ADMIN.id, seen, wording.ACCEPT)
        await shows(slack, "is ready")

        await slack.press(ADMIN.id, seen, wording.REJECT)
        await shows(slack, wording.WAS_ACCEPTED.format(TAUGHT))

        assert decisions(bot) == [wording.ACCEPTED.format(TAUGHT)]

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
                if any(pair[0] in words(one) for one in slack.ephemerals(ADMIN.id, "#general"))
                and any(pair[1] in words(one) for one in slack.ephemerals(ANOTHER_ADMIN, "#general"))
            ],
            60,
        )

        stands = AliasDecisions(Database.in_folder(bot.settings.data_dir), now).accepted()
        assert bool(stands) == (told == [accepted])
        assert len(decisions(bot)) == 1

    async def test_rejected_one_is_never_proposed_again(self, slack: Emulator, bot: Bot) -> None:
        seen = await suggestions(slack)

        await slack.press(ADMIN.id, seen, wording.REJECT)
        await shows(slack, wording.REJECTED.format(TAUGHT))

        assert words(await command(slack, "suggestions")) == wording.NOTHING_TO_SUGGEST
        assert not knows(bot)

    async def test_activated_one_can_be_taken_back(self, slack: Emulator, bot: Bot) -> None:
        await accept_and_activate(slack)

        await slack.press(ADMIN.id, await suggestions(slack), wording.TAKE_BACK)
        await slack.press(ADMIN.id, await shows(slack, "3-"), wording.ACTIVATE)
        await shows(slack, "Release 3-")
        await slack.wait_for(lambda: not knows(bot))

        assert wording.TAKEN_BACK.format(TAUGHT) in decisions(bot)

    async def test_taken_back_before_it_was_activated_nothing_is_staged_any_more(
        self, slack: Emulator, bot: Bot
    ) -> None:
        await accept(slack)

        await slack.press(ADMIN.id, await suggestions(slack), wording.TAKE_BACK)
        await shows(slack, wording.UNCHANGED)

        assert bot.releases.status().staged is None

    async def test_one_that_comes_into_the_file_is_pending_no_more(
        self, slack: Emulator, bot: Bot, corpus: Path
    ) -> None:
        await accept_and_activate(slack)
        file = corpus / "listening/silence.md"
        file.write_bytes(add_aliases(file.read_bytes().decode(), [TAUGHT]).encode())

        report = await command(slack, "reload", replies=2)

        assert wording.UNCHANGED in words(report)
        assert words(await suggestions(slack)) == wording.NOTHING_TO_SUGGEST
        assert knows(bot)

    async def test_restart_answers_with_what_was_activated(self, slack: Emulator, bot: Bot, settings: Settings) -> None:
        await accept_and_activate(slack)
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
        await bot.releases.activate((await bot.releases.reload()).release)

        seen = await suggestions(slack)

        assert "could also mean another article: How do I set goals with a client?" in words(seen)
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

        seen = await home(slack, "meant by 2 people")

        assert f"“{GAP}”: 2 people, 2 times" in words(seen)
        assert "2 of 2 votes; outdated (2)" in words(seen)
        assert {wording.ACCEPT, wording.REJECT, wording.RELOAD, wording.ROLL_BACK} <= set(labels(seen))
        assert not knows(bot)

    async def test_decision_there_is_shown_there_with_the_release_that_waits(self, slack: Emulator, bot: Bot) -> None:
        await slack.open_home(ADMIN.id)
        seen = await home(slack, "meant by 2 people")

        await slack.press(ADMIN.id, seen, wording.ACCEPT)
        decided = await home(slack, wording.ACCEPTED.format(TAUGHT))
        staged = await home(slack, "is waiting to be activated")
        await slack.press(ADMIN.id, staged, wording.ACTIVATE)
        await home(slack, wording.PENDING)

        assert wording.TAKE_BACK in labels(decided)
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
        after = await home(slack, "is waiting to be activated")

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
