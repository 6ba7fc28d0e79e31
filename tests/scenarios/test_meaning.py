"""Search by meaning, with a model of a few kilobytes, and without one where one was wanted."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.journal.events import Event
from bot.playground.emulator import Emulator
from bot.playground.workspace import ADMIN, PERSON
from bot.settings import Settings
from tests.embedding.tiny import write_model
from tests.scenarios.conftest import serving
from tests.scenarios.seeing import words


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "model")


async def ask(slack: Emulator, question: str) -> str:
    await slack.slash(PERSON.id, "#general", "/quicktake", question)
    await slack.wait_for(lambda: bool(slack.ephemerals(PERSON.id, "#general")))
    return words(slack.ephemerals(PERSON.id, "#general")[-1])


async def status(slack: Emulator) -> str:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    await slack.wait_for(lambda: bool(slack.ephemerals(ADMIN.id, "#general")))
    return words(slack.ephemerals(ADMIN.id, "#general")[-1])


async def test_article_without_a_word_of_the_question_is_found(
    slack: Emulator, settings: Settings, model: Path, recorded: list[Event]
) -> None:
    lenient = replace(settings, model_dir=model, answer_at=0.9, choices_at=0.0)

    async with serving(slack, lenient, recorded):
        told = await ask(slack, "hush?")

    assert "silence" in told.lower()


async def test_status_tells_the_model(slack: Emulator, settings: Settings, model: Path, recorded: list[Event]) -> None:
    async with serving(slack, replace(settings, model_dir=model), recorded):
        told = await status(slack)

    assert f"Searched by words and meaning, with {model}" in told


async def test_model_that_cannot_be_opened_leaves_words(
    slack: Emulator, settings: Settings, model: Path, recorded: list[Event]
) -> None:
    (model / "model.onnx").write_bytes(b"")

    async with serving(slack, replace(settings, model_dir=model), recorded):
        answer, told = await ask(slack, "why is silence useful?"), await status(slack)

    assert "silence" in answer.lower()
    assert "Searched by words alone: the model in" in told


async def test_model_that_goes_away_while_serving_leaves_words_at_the_next_start(
    slack: Emulator, settings: Settings, model: Path, recorded: list[Event]
) -> None:
    semantic = replace(settings, model_dir=model)
    async with serving(slack, semantic, recorded):
        pass
    shutil.rmtree(model)

    async with serving(slack, replace(semantic, model_dir=model.with_name("gone")), recorded):
        answer = await ask(slack, "why is silence useful?")

    assert "silence" in answer.lower()


async def test_reload_serves_new_articles_by_meaning(
    slack: Emulator, settings: Settings, model: Path, corpus: Path, recorded: list[Event]
) -> None:
    direct = replace(settings, model_dir=model, reloads_directly=True, answer_at=0.9, choices_at=0.0)

    async with serving(slack, direct, recorded):
        (corpus / "fees.md").write_text(
            "---\ntitle: What do coaches charge, fee by fee?\nurl: /fees\n---\nIt varies.\n"
        )
        await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
        await slack.wait_for(lambda: "is answering now" in " ".join(map(words, slack.ephemerals(ADMIN.id, "#general"))))
        told = await ask(slack, "money?")

    assert "What do coaches charge" in told
