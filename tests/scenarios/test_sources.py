"""Where articles come from: files that are watched, a Git repository."""

from __future__ import annotations

import asyncio
import itertools
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import build
from bot.corpus.git import GitError
from bot.corpus.sources import fetched
from bot.playground.emulator import Emulator
from bot.playground.workspace import ADMIN
from bot.settings import Settings
from tests.scenarios.seeing import words

LASER = "---\ntitle: What is a laser question?\nurl: /laser\n---\nA short one.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = {
        f"GIT_{role}_{what}": "test@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environ = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environ)  # noqa: S603, S607


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "articles")


@pytest.fixture
def repository(corpus: Path) -> Path:
    git(corpus, "init", "-q", "-b", "main")
    commit(corpus)
    return corpus


def from_git(settings: Settings, repository: Path) -> Settings:
    return fetched(replace(settings, corpus=(), repositories=(f"git+file://{repository}#main",)))


async def status(slack: Emulator, count: int = 1) -> str:
    await slack.slash(ADMIN.id, "#general", "/quicktake", "status")
    await slack.wait_for(lambda: len(slack.ephemerals(ADMIN.id, "#general")) >= count)
    return words(slack.ephemerals(ADMIN.id, "#general")[-1])


async def test_repository_is_served_and_its_commit_told(slack: Emulator, settings: Settings, repository: Path) -> None:
    bot = build(from_git(settings, repository))
    await bot.start()

    told = await status(slack)
    await bot.stop()

    assert "6 articles" in told
    assert f"file://{repository}#main at " in told


@pytest.mark.usefixtures("slack")
async def test_reload_fetches_what_is_new(settings: Settings, repository: Path) -> None:
    bot = build(from_git(settings, repository))
    (repository / "laser.md").write_text(LASER)
    commit(repository)

    outcome = await bot.releases.reload()
    await bot.stop()

    assert outcome.changes.added == ("What is a laser question?",)


@pytest.mark.usefixtures("slack")
async def test_unreachable_repository_leaves_its_last_checkout_serving(settings: Settings, repository: Path) -> None:
    bot = build(from_git(settings, repository))
    repository.rename(repository.parent / "moved")

    outcome = await bot.releases.reload()
    again = build(from_git(settings, repository))
    await bot.stop()
    await again.stop()

    assert "repository" in outcome.failure
    assert again.releases.status().articles == 6


def test_repository_that_was_never_there_is_a_clear_mistake(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(GitError, match="repository"):
        from_git(settings, tmp_path / "nowhere")


@pytest.mark.usefixtures("slack")
async def test_changed_files_are_staged_by_themselves(settings: Settings, corpus: Path) -> None:
    bot = build(replace(settings, watches=True))
    await bot.start()

    async with asyncio.timeout(60):
        for attempt in itertools.count():  # what is written before the system watches goes unnoticed, so write again
            (corpus / "laser.md").write_text(f"{LASER}{attempt}\n")
            await asyncio.sleep(3)
            if bot.releases.status().staged:
                break
    await bot.stop()

    staged = bot.releases.status().staged
    assert staged
    assert staged.number >= 2
