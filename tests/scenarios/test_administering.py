from __future__ import annotations

from pathlib import Path

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.workspace import ADMIN, PERSON
from tests.scenarios.seeing import words

pytestmark = pytest.mark.usefixtures("bot")


async def told(slack: Emulator, user: str, count: int) -> list[str]:
    """What the person was told privately, once there are ``count`` messages."""
    await slack.wait_for(lambda: len(slack.ephemerals(user, "#general")) >= count, timeout_s=30)
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
    assert "No file has a problem" in status


@pytest.mark.parametrize("subcommand", ["reload", "status", "RELOAD"])
async def test_others_are_refused_politely_and_privately(slack: Emulator, subcommand: str) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", subcommand)

    assert await told(slack, PERSON.id, 1) == [wording.REFUSED]


async def test_help_shows_admins_their_commands(slack: Emulator) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "help")
    (help_text,) = await told(slack, ADMIN.id, 1)

    assert "For admins" in help_text


async def test_reload_reports_what_came_changed_and_went(slack: Emulator, corpus: Path) -> None:
    (corpus / "goals/set-goals.md").unlink()
    silence = corpus / "listening/silence.md"
    silence.write_text(silence.read_text().replace("Count to ten", "Count to five"))
    (corpus / "new.md").write_text("---\ntitle: What is new?\nurl: /new\n---\nThis is.\n")

    report = await reload(slack)

    assert report.startswith("6 articles loaded; release 2-")
    assert "Added: 1 (What is new?)" in report
    assert "Changed: 1 (What is silence good for in coaching?)" in report
    assert "Removed: 1 (How do I set goals with a client?)" in report


async def test_reload_of_an_unchanged_corpus_says_so(slack: Emulator) -> None:
    report = await reload(slack)

    assert wording.UNCHANGED in report


async def test_new_articles_answer_after_the_reload(slack: Emulator, corpus: Path) -> None:
    (corpus / "new.md").write_text("---\ntitle: What is a laser question?\nurl: /laser\n---\nA short one.\n")

    await reload(slack)
    await slack.direct_message(PERSON.id, "what is a laser question?")
    _, answer = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert "A short one." in words(answer)
    assert "release 2-" in words(answer)


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
    await slack.direct_message(PERSON.id, "what is silence good for?")
    _, answer = await slack.wait_for(lambda: slack.messages(PERSON.id)[1:] and slack.messages(PERSON.id))

    assert "cannot be used" in report
    assert "Release 1-" in report
    assert "silence.md" in report
    assert words(answer).startswith("What is silence good for in coaching?")


async def test_questions_are_answered_while_a_reload_runs(slack: Emulator, bot: Bot) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)
    await slack.direct_message(PERSON.id, "what is silence good for?")
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])

    assert len(slack.ephemerals(ADMIN.id, "#general")) == 1
    assert bot.serving.answerer.release.number == 1
    await told(slack, ADMIN.id, 2)


async def test_second_reload_during_a_reload_is_told_so(slack: Emulator) -> None:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    await told(slack, ADMIN.id, 1)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")

    replies = await told(slack, ADMIN.id, 3)

    assert wording.RELOAD_RUNNING in replies
