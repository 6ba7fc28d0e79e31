"""Accepted aliases over releases: at once, through restarts, reloads and rollbacks, until they are in the files."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.aliases import Alias
from bot.corpus.patch import add_aliases
from bot.errors import QuicktakeError
from bot.model import Answer, ReloadState
from bot.releases.releases import Releases
from bot.settings import Settings, read

WORLD = Path(__file__).parents[1] / "world"
SILENCE = "/learn/listening/silence"
TAUGHT = "zugzwang in the dialogue"
ALIAS = Alias(SILENCE, TAUGHT)


class Admin:
    """Accepts aliases; ``fails`` as a journal that cannot be read does."""

    def __init__(self, *accepted: Alias) -> None:
        self.accepted = accepted
        self.fails = False

    def __call__(self) -> tuple[Alias, ...]:
        if self.fails:
            raise QuicktakeError("the journal is locked")
        return self.accepted


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


@pytest.fixture
def settings(corpus: Path, tmp_path: Path) -> Settings:
    return replace(read({"QUICKTAKE_CORPUS": str(corpus)}), data_dir=tmp_path / "data")


def begun(settings: Settings, admin: Admin) -> Releases:
    return Releases(settings, lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC), accepted=admin)


def knows(releases: Releases) -> bool:
    """Tell whether the bot answers what only the alias asks."""
    reply = releases.answerer.answer(TAUGHT)
    return isinstance(reply, Answer) and reply.hits[0].article.url == SILENCE


def write_into_files(corpus: Path) -> None:
    file = corpus / "listening/silence.md"
    file.write_bytes(add_aliases(file.read_bytes().decode(), [TAUGHT]).encode())


def unlink_other(corpus: Path) -> None:
    (corpus / "listening/unsaid.md").unlink()


async def test_accepted_alias_may_be_one_long_word(settings: Settings) -> None:
    word = "supercalifragilisticexpialidocious"
    admin = Admin(Alias(SILENCE, word))

    await begun(settings, admin).learn()

    reply = begun(settings, admin).answerer.answer(word)
    assert isinstance(reply, Answer)
    assert reply.hits[0].article.url == SILENCE


async def test_accepted_alias_takes_effect_without_a_reload(settings: Settings) -> None:
    admin = Admin()
    releases = begun(settings, admin)
    before = releases.answerer.release
    assert not knows(releases)

    admin.accepted = (ALIAS,)
    await releases.learn()

    assert knows(releases)
    assert replace(releases.answerer.release, aliases="") == before
    assert releases.answerer.release.aliases


async def test_alias_taken_back_has_no_effect_any_more(settings: Settings) -> None:
    admin = Admin(ALIAS)
    releases = begun(settings, admin)

    admin.accepted = ()
    await releases.learn()

    assert not knows(releases)
    assert releases.answerer.release.aliases == ""


def test_restart_serves_what_was_accepted(settings: Settings) -> None:
    assert knows(begun(settings, Admin(ALIAS)))
    assert knows(begun(settings, Admin(ALIAS)))
    assert not knows(begun(settings, Admin()))


def test_damaged_index_is_made_anew(settings: Settings) -> None:
    begun(settings, Admin(ALIAS))
    [file] = settings.data_dir.rglob("*.taught")
    file.write_bytes(b"damaged")

    assert knows(begun(settings, Admin(ALIAS)))


def test_the_order_of_decisions_changes_nothing(settings: Settings) -> None:
    others = Alias(SILENCE, "another way to ask for it")

    one, two = begun(settings, Admin(ALIAS, others)), begun(settings, Admin(others, ALIAS))

    assert one.answerer.release == two.answerer.release
    assert one.answerer.answer(TAUGHT) == two.answerer.answer(TAUGHT)


def test_aliases_of_an_article_that_is_gone_are_no_trouble(settings: Settings) -> None:
    releases = begun(settings, Admin(Alias("/gone", TAUGHT)))

    assert releases.answerer.release.aliases == ""


async def test_unreadable_journal_leaves_what_is_known(settings: Settings) -> None:
    admin = Admin(ALIAS)
    releases = begun(settings, admin)

    admin.fails = True
    with pytest.raises(QuicktakeError, match="locked"):
        await releases.learn()

    assert knows(releases)


def test_unreadable_journal_at_the_start_stops_no_answer(settings: Settings) -> None:
    admin = Admin(ALIAS)
    admin.fails = True

    releases = begun(settings, admin)

    assert releases.answerer.answer("what is silence good for?").hits


async def test_alias_that_comes_into_the_files_falls_away_by_itself(settings: Settings, corpus: Path) -> None:
    releases = begun(settings, Admin(ALIAS))
    write_into_files(corpus)

    outcome = await releases.reload()
    releases.activate(outcome.release)

    assert knows(releases)
    assert releases.answerer.release.aliases == ""


async def test_preview_compares_both_releases_with_the_aliases(settings: Settings, corpus: Path) -> None:
    releases = Releases(
        settings, lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC), lambda: (TAUGHT,), accepted=lambda: (ALIAS,)
    )
    unlink_other(corpus)

    outcome = await releases.reload()

    assert outcome.state is ReloadState.STAGED
    assert TAUGHT not in [reply.question for reply in outcome.changes.replies]


async def test_aliases_lie_over_the_next_release_and_over_the_one_rolled_back_to(
    settings: Settings, corpus: Path
) -> None:
    admin = Admin()
    releases = begun(settings, admin)
    unlink_other(corpus)
    releases.activate((await releases.reload()).release)
    admin.accepted = (ALIAS,)
    await releases.learn()
    assert knows(releases)

    back = releases.roll_back()
    assert releases.answerer.release == back  # at once, even before its index with the alias is made
    await releases.learn()

    assert knows(releases)


async def test_release_activated_meanwhile_gets_the_aliases(settings: Settings, corpus: Path) -> None:
    admin = Admin()
    releases = begun(settings, admin)
    unlink_other(corpus)
    staged = await releases.reload()
    admin.accepted = (ALIAS,)

    async def activate() -> None:
        releases.activate(staged.release)

    await asyncio.gather(releases.learn(), activate())

    assert knows(releases)
    assert releases.answerer.release.number == staged.release.number


def test_old_indexes_are_removed(settings: Settings) -> None:
    for number in range(8):
        begun(settings, Admin(Alias(SILENCE, f"other words {number}")))

    assert len(list(settings.data_dir.rglob("*.taught"))) == 5
