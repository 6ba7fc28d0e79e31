from __future__ import annotations

import asyncio
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from bot import wording
from bot.app import Bot
from bot.corpus.loader import load
from bot.journal.events import AdminAction, Event
from bot.playground.change_signal import PATIENCE_S
from bot.playground.emulator import Emulator
from bot.playground.workspace import ADMIN, PERSON
from bot.releases.diff import questions_of
from bot.releases.sample_questions import questions_to_try
from bot.settings import Settings
from tests.scenarios.conftest import WORLD, Clock, serving
from tests.scenarios.seeing import words

NAMES = {*questions_to_try(WORLD / "questions.jsonl"), *questions_of(load([WORLD]).articles)}

pytestmark = pytest.mark.usefixtures("bot")


async def told(slack: Emulator, user: str, count: int) -> list[str]:
    """What the person was told privately, once there are ``count`` messages."""
    await slack.wait_for(lambda: len(slack.ephemerals(user, "#general")) >= count)
    return [words(message) for message in slack.ephemerals(user, "#general")]


async def reload(slack: Emulator) -> str:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    begun, report = await told(slack, ADMIN.id, 2)
    assert begun == wording.RELOADING
    return report


async def test_status_tells_what_is_served(slack: Emulator) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    (status,) = await told(slack, ADMIN.id, 1)

    assert "6 articles, release 1-" in status
    assert "No problems in the files" in status


@pytest.mark.parametrize("subcommand", ["reload", "status", "RELOAD", "rollback"])
async def test_others_are_refused_politely_and_privately(slack: Emulator, subcommand: str) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", subcommand)

    assert await told(slack, PERSON.id, 1) == [wording.REFUSED]


@pytest.mark.parametrize("typed", ["status please", "Status now!", "status, please."])
async def test_subcommand_may_be_asked_for_politely(slack: Emulator, typed: str) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", typed)

    assert (await told(slack, ADMIN.id, 1))[0].startswith(wording.STATUS)


async def test_help_shows_admins_their_commands(slack: Emulator) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "help")
    (help_text,) = await told(slack, ADMIN.id, 1)

    assert "For admins" in help_text


def change(corpus: Path) -> None:
    """Remove an article, change one, add one."""
    (corpus / "goals/set-goals.md").unlink()
    silence = corpus / "listening/silence.md"
    silence.write_text(silence.read_text().replace("Count to ten", "Count to five"))
    (corpus / "new.md").write_text("---\ntitle: What is a laser question?\nurl: /laser\n---\nA short one.\n")


async def answer(slack: Emulator, question: str) -> str:
    before = len(slack.messages(PERSON.id))
    await slack.direct_message(PERSON.id, question)
    await slack.wait_for(lambda: len(slack.messages(PERSON.id)) >= before + 2)
    return words(slack.messages(PERSON.id)[-1])


async def test_reload_stages_and_shows_what_would_change(slack: Emulator, corpus: Path) -> None:
    change(corpus)

    report = await reload(slack)

    assert report.startswith("Release 2-")
    assert "with 6 articles is ready. 1-" in report
    assert "Added: 1 (What is a laser question?)" in report
    assert "Changed: 1 (What is silence good for in coaching?)" in report
    assert "Removed: 1 (How do I set goals with a client?)" in report
    assert "“How do I set goals with a client?”: How do I set goals with a client? →" in report
    assert "“What is a laser question?”:" in report
    assert "Count to ten" in await answer(slack, "what is silence good for in coaching?")


async def test_activated_release_answers(slack: Emulator, corpus: Path, recorded: list[Event]) -> None:
    change(corpus)
    await reload(slack)

    await slack.press(ADMIN.id, slack.ephemerals(ADMIN.id, "#general")[-1], "Activate")
    done = (await told(slack, ADMIN.id, 3))[-1]

    assert "is active. 2-" in done
    shown = await answer(slack, "what is a laser question?")
    assert "A short one." in shown
    assert [event.what.split()[0] for event in recorded if isinstance(event, AdminAction)] == ["reload", "Release"]


async def test_discarded_release_never_answers(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await reload(slack)
    report = slack.ephemerals(ADMIN.id, "#general")[-1]

    await slack.press(ADMIN.id, report, "Discard")
    assert "is discarded. 1-" in (await told(slack, ADMIN.id, 3))[-1]
    await slack.press(ADMIN.id, report, "Activate")

    assert "is not staged any more" in (await told(slack, ADMIN.id, 4))[-1]


async def test_rollback_returns_to_the_release_before(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await reload(slack)
    await slack.press(ADMIN.id, slack.ephemerals(ADMIN.id, "#general")[-1], "Activate")
    await told(slack, ADMIN.id, 3)

    await slack.slash(ADMIN.id, "#general", "/quicktake", "rollback")

    assert "Rolled back. 1-" in (await told(slack, ADMIN.id, 4))[-1]
    assert "Count to ten" in await answer(slack, "what is silence good for in coaching?")


async def test_rollback_without_an_earlier_release_says_so(slack: Emulator) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "rollback")

    assert "no earlier release" in (await told(slack, ADMIN.id, 1))[0]


async def test_staged_release_waits_through_a_restart(
    slack: Emulator, bot: Bot, corpus: Path, settings: Settings
) -> None:
    change(corpus)
    await reload(slack)
    report = slack.ephemerals(ADMIN.id, "#general")[-1]
    await bot.stop()

    async with serving(slack, settings, []):
        before = await answer(slack, "what is silence good for in coaching?")
        await slack.press(ADMIN.id, report, "Activate")
        await told(slack, ADMIN.id, 3)
        after = await answer(slack, "what is a laser question?")

    assert "Count to ten" in before
    assert "A short one." in after


async def test_newer_reload_replaces_what_is_staged(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await reload(slack)
    first = slack.ephemerals(ADMIN.id, "#general")[-1]
    (corpus / "new.md").unlink()
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 4)

    await slack.press(ADMIN.id, first, "Activate")

    assert "is not staged any more: 3-" in (await told(slack, ADMIN.id, 5))[-1]


async def test_reload_of_an_unchanged_corpus_says_so(slack: Emulator) -> None:
    report = await reload(slack)

    assert report.startswith(f"{wording.UNCHANGED} Release 1-")


async def test_direct_reload_answers_at_once(slack: Emulator, corpus: Path, settings: Settings) -> None:
    async with serving(slack, replace(settings, reloads_directly=True, data_dir=corpus.parent / "direct"), []):
        change(corpus)
        report = await reload(slack)

        assert report.startswith("6 articles loaded. Release 2-")
        assert "A short one." in await answer(slack, "what is a laser question?")


async def test_reload_reports_every_problem_with_file_and_line(slack: Emulator, corpus: Path) -> None:
    (corpus / "broken.md").write_text("---\ntitle: [unclosed\nurl: /broken\n---\ntext\n")
    (corpus / "empty.md").write_text("")

    report = await reload(slack)

    assert "2 problems in the files." in report
    assert "broken.md:" in report
    assert "empty.md" in report


async def test_broken_corpus_leaves_the_old_one_answering(slack: Emulator, corpus: Path) -> None:
    for file in corpus.rglob("*.md"):
        file.write_text("no front matter")

    report = await reload(slack)

    assert "can't be used" in report
    assert "release 1-" in report
    assert "silence.md" in report
    assert (await answer(slack, "what is silence good for?")).startswith("What is silence good for in coaching?")


async def test_questions_are_answered_while_a_reload_runs(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)
    await answer(slack, "what is silence good for?")

    assert len(slack.ephemerals(ADMIN.id, "#general")) == 1
    await told(slack, ADMIN.id, 2)


async def test_second_reload_during_a_reload_is_told_so(slack: Emulator) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")

    replies = await told(slack, ADMIN.id, 3)

    assert wording.RELOAD_RUNNING in replies


async def test_every_title_and_alias_is_tried(slack: Emulator, corpus: Path) -> None:
    change(corpus)

    report = await reload(slack)

    assert f"of {len(NAMES | {'What is a laser question?'})} questions tried" in report


async def test_killed_reload_is_told_and_changes_nothing(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)
    async with asyncio.timeout(PATIENCE_S):
        while not active_children():  # noqa: ASYNC110  (a process that starts rings no bell)
            await asyncio.sleep(0)

    for child in active_children():
        child.kill()

    report = (await told(slack, ADMIN.id, 2))[-1]
    assert "release 1-" in report
    assert "ended from outside" in report
    assert "Count to ten" in await answer(slack, "what is silence good for in coaching?")


async def test_report_that_comes_after_half_an_hour_is_a_direct_message(
    slack: Emulator, corpus: Path, clock: Clock
) -> None:
    change(corpus)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)

    clock.now += 31 * 60

    await slack.wait_for(lambda: bool(slack.messages(ADMIN.id)))
    assert words(slack.messages(ADMIN.id)[-1]).startswith("Release 2-")


async def test_report_arrives_though_the_socket_dropped_meanwhile(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)

    slack.faults.drop()

    assert (await told(slack, ADMIN.id, 2))[-1].startswith("Release 2-")


async def test_status_tells_what_waits(slack: Emulator, corpus: Path) -> None:
    change(corpus)
    await reload(slack)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    status = (await told(slack, ADMIN.id, 3))[-1]

    assert "Release 2-" in status
    assert "is waiting to be activated" in status
    assert "[Activate]" in status
