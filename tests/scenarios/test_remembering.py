"""The journal behind the conversations: kept in the data folder, forgotten on request, never in the way."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from pathlib import Path

from bot import wording
from bot.app import build
from bot.journal.store import Journal
from bot.playground.emulator import Emulator
from bot.playground.workspace import ADMIN, PERSON
from bot.settings import Settings
from bot.store import FILE_NAME
from tests.scenarios.seeing import words

QUESTION = "what is silence good for in coaching?"


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


async def test_questions_are_remembered_without_who_asked(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, journal="text"))
    await bot.start()
    await slack.direct_message(PERSON.id, f"{QUESTION} mail me at pat@example.com")
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    await bot.stop()

    rows = list(Journal.to_look_into(settings.data_dir, now).rows())

    assert [row["kind"] for row in rows] == ["asked"]
    assert QUESTION in str(rows[0])
    assert PERSON.id not in str(rows[0])
    assert "pat@example.com" not in str(rows[0])


async def test_forget_me_deletes_what_is_remembered(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, journal="text"))
    await bot.start()
    await slack.slash(PERSON.id, "#general", "/quicktake", QUESTION)
    await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    await slack.slash(PERSON.id, "#general", "/quicktake", "forget-me")
    told = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])
    await bot.stop()

    assert words(told[0]) == wording.forgotten(1, is_gone=True)
    assert list(Journal.to_look_into(settings.data_dir, now).rows()) == []


async def test_forget_me_says_so_while_an_export_keeps_it_from_being_gone(slack: Emulator, settings: Settings) -> None:
    bot = build(replace(settings, journal="text"))
    await bot.start()
    await slack.slash(PERSON.id, "#general", "/quicktake", QUESTION)
    await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    assert bot.journal.flush()
    export = sqlite3.connect(settings.data_dir / FILE_NAME)
    export.execute("BEGIN")
    export.execute("SELECT * FROM event").fetchone()

    await slack.slash(PERSON.id, "#general", "/quicktake", "forget-me")
    await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    (status,) = await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, "#general"))
    while_reading = holding(settings.data_dir, QUESTION)
    export.close()
    await slack.slash(PERSON.id, "#general", "/quicktake", "forget-me")
    _, not_yet, gone = await slack.wait_for(
        lambda: slack.ephemerals(PERSON.id, "#general")[2:] and slack.ephemerals(PERSON.id, "#general")
    )
    await bot.stop()

    assert words(not_yet) == wording.forgotten(1, is_gone=False)
    assert wording.TRACES in words(status)
    assert while_reading
    assert words(gone) == wording.forgotten(0, is_gone=True)
    assert not holding(settings.data_dir, QUESTION)


def holding(folder: Path, text: str) -> list[str]:
    """Return the names of the database's files that hold a text."""
    return [path.name for path in folder.glob(f"{FILE_NAME}*") if text.encode() in path.read_bytes()]


async def test_broken_journal_is_told_to_admins_and_stops_no_answer(slack: Emulator, settings: Settings) -> None:
    (settings.data_dir / "journal.sqlite3").mkdir(parents=True)
    bot = build(replace(settings, journal="text"))
    await bot.start()

    await slack.direct_message(PERSON.id, QUESTION)
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    bot.journal.flush(1.0)
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    (status,) = await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, "#general"))
    await bot.stop()

    assert "journal.sqlite3" in words(status)


async def test_reload_tries_what_people_asked_lately(slack: Emulator, settings: Settings, corpus: Path) -> None:
    bot = build(replace(settings, journal="text"))
    await bot.start()
    await slack.direct_message(PERSON.id, "count to ten before helping")
    await slack.wait_for(lambda: slack.messages(PERSON.id)[1:])
    bot.journal.flush()
    (corpus / "listening/silence.md").unlink()

    outcome = await bot.releases.reload()
    await bot.stop()

    assert "count to ten before helping" in [reply.question for reply in outcome.changes.replies]
