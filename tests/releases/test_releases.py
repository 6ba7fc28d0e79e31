"""One running bot's releases: activated while questions are answered, begun whatever is missing."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import QuicktakeError
from bot.model import Reload, ReloadState
from bot.releases.folder import ReleaseError
from bot.releases.releases import Releases
from bot.settings import Settings, read
from tests.corpus.samples import write_article
from tests.small_disk import SmallDisk

WORLD = Path(__file__).parents[1] / "world"
QUESTION = "what is silence good for in coaching?"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))


@pytest.fixture
def settings(corpus: Path, tmp_path: Path) -> Settings:
    return replace(read({"QUICKTAKE_CORPUS": str(corpus)}), data_dir=tmp_path / "data")


def begun(settings: Settings) -> Releases:
    return Releases(settings, lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC))


def add_article(corpus: Path, name: str = "new") -> None:
    write_article(corpus, f"{name}.md", title=f"What is {name}?")


class Opened:
    """Notes in which thread release files are opened; an audit hook stays for ever, so there is one."""

    def __init__(self) -> None:
        self.threads: list[int] | None = None
        sys.addaudithook(self._note)

    @contextmanager
    def watch(self) -> Iterator[list[int]]:
        self.threads = []
        yield self.threads
        self.threads = None

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.threads is not None and event == "open" and str(arguments[0]).endswith((".release", ".staged")):
            self.threads.append(threading.get_ident())


OPENED = Opened()
TO_CHECK_AND_MAP = 2  # once each


async def test_activating_and_rolling_back_read_the_file_once_and_off_the_event_loop(
    settings: Settings, corpus: Path
) -> None:
    releases = begun(settings)
    add_article(corpus)
    staged = (await releases.reload()).release

    with OPENED.watch() as activating:
        await releases.activate(staged)
    with OPENED.watch() as rolling_back:
        await releases.roll_back()

    for threads in (activating, rolling_back):
        assert len(threads) == TO_CHECK_AND_MAP
        assert threading.get_ident() not in threads


async def test_of_two_activations_at_once_one_happens_and_questions_are_answered_meanwhile(
    settings: Settings, corpus: Path
) -> None:
    releases = begun(settings)
    add_article(corpus)
    staged = (await releases.reload()).release
    answered = 0

    activations = asyncio.gather(*(releases.activate(staged) for _ in range(2)), return_exceptions=True)
    while not activations.done():
        assert releases.answerer.answer(QUESTION).hits
        answered += 1
        await asyncio.sleep(0)
    first, second = await activations

    assert first is None
    assert isinstance(second, ReleaseError)
    assert answered > 0
    assert releases.answerer.release == staged


async def test_activating_while_rolling_back_ends_with_one_of_both(settings: Settings, corpus: Path) -> None:
    releases = begun(settings)
    add_article(corpus)
    await releases.activate((await releases.reload()).release)
    add_article(corpus, "newer")
    staged = (await releases.reload()).release

    await asyncio.gather(releases.activate(staged), releases.roll_back())

    assert releases.answerer.release == begun(settings).answerer.release
    assert releases.status().articles == len(releases.snapshot.articles)


async def test_reloads_asked_for_meanwhile_share_the_next_which_sees_their_changes(
    settings: Settings, corpus: Path
) -> None:
    releases = begun(settings)
    add_article(corpus)
    first = asyncio.create_task(releases.reload())
    await asyncio.sleep(0)
    add_article(corpus, "newer")

    second, third = await asyncio.gather(releases.reload(), releases.reload())

    assert second is third
    assert second.articles == 8
    assert (await first).state is ReloadState.STAGED
    assert not releases.is_reloading


async def test_a_reload_that_nobody_waits_for_any_more_goes_on_until_the_bot_stops(
    settings: Settings, corpus: Path
) -> None:
    releases = begun(settings)
    add_article(corpus)
    impatient = asyncio.create_task(releases.reload())
    await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.wait({impatient})
    is_reloading = releases.is_reloading

    await releases.stop()

    assert is_reloading
    assert not releases.is_reloading
    assert releases.status().staged is None


async def test_a_reload_that_changes_no_article_still_tells_of_new_problems(settings: Settings, corpus: Path) -> None:
    releases = begun(settings)
    (corpus / "broken.md").write_text("no front matter")

    outcome = await releases.reload()

    assert outcome.state is ReloadState.UNCHANGED
    assert releases.status().problems == 1


class TestStart:
    @pytest.fixture
    def begun_before(self, settings: Settings) -> None:
        begun(settings)

    @pytest.mark.usefixtures("begun_before")
    def test_missing_corpus_folder_leaves_the_last_release_and_is_told(
        self, settings: Settings, corpus: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        shutil.rmtree(corpus)

        releases = begun(settings)

        assert releases.answerer.answer(QUESTION).hits
        [trouble] = releases.status().troubles
        assert "does not exist" in trouble
        assert "does not exist" in caplog.text

    @pytest.mark.usefixtures("begun_before")
    def test_no_surprise_ends_a_start_that_has_a_release(
        self, settings: Settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        releases = begun(replace(settings, synonyms=Path("no\0path")))

        assert releases.answerer.answer(QUESTION).hits
        assert "ValueError" in releases.status().troubles[0]
        assert "embedded null byte" not in caplog.text  # of what cannot be foreseen, no text gets into the log

    @pytest.mark.usefixtures("begun_before")
    async def test_trouble_goes_with_a_reload_that_works(self, settings: Settings, corpus: Path) -> None:
        corpus.rename(corpus.with_name("away"))
        releases = begun(settings)
        corpus.with_name("away").rename(corpus)

        await releases.reload()

        assert releases.status().troubles == ()

    def test_without_any_release_it_is_an_error(self, settings: Settings, corpus: Path) -> None:
        shutil.rmtree(corpus)

        with pytest.raises(QuicktakeError, match="does not exist"):
            begun(settings)

    async def test_damaged_active_release_falls_back_to_the_one_before_and_is_told(
        self, settings: Settings, corpus: Path
    ) -> None:
        before = begun(settings)
        add_article(corpus)
        await before.activate((await before.reload()).release)
        [path] = settings.data_dir.rglob("2-*.release")
        path.write_bytes(b"damaged")
        add_article(corpus, "newer")

        releases = begun(settings)

        assert releases.answerer.release.number == 1
        assert any("2-" in trouble and "damaged" in trouble for trouble in releases.status().troubles)
        assert releases.status().staged

    async def test_damaged_active_release_whose_articles_are_still_there_is_made_anew(
        self, settings: Settings, corpus: Path
    ) -> None:
        before = begun(settings)
        add_article(corpus)
        await before.activate((await before.reload()).release)
        [path] = settings.data_dir.rglob("2-*.release")
        path.write_bytes(b"damaged")

        releases = begun(settings)

        assert releases.answerer.release == before.answerer.release
        assert releases.status().troubles == ()


class TestFullDisk:
    @pytest.fixture
    def on_disk(self, settings: Settings, small_disk: SmallDisk) -> Settings:
        """Settings whose data folder is on a small disk, with a release."""
        settings = replace(settings, data_dir=small_disk.folder / "data")
        begun(settings)
        return settings

    def start(self, settings: Settings) -> tuple[str, ...]:
        releases = begun(settings)
        assert releases.answerer.answer(QUESTION).hits
        assert releases.answerer.release.number == 1
        return releases.status().troubles

    def test_start_with_a_release_answers_and_says_why_nothing_can_be_written(
        self, on_disk: Settings, small_disk: SmallDisk
    ) -> None:
        small_disk.fill()

        [trouble] = self.start(on_disk)

        assert "No space left on device" in trouble

    def test_start_with_changed_articles_answers_as_before(
        self, on_disk: Settings, small_disk: SmallDisk, corpus: Path
    ) -> None:
        small_disk.fill()
        add_article(corpus)

        troubles = self.start(on_disk)

        assert any("could not be read" in trouble or "No space left" in trouble for trouble in troubles)
        assert not list(on_disk.data_dir.rglob("*.part"))

    def test_start_on_a_disk_that_became_read_only_answers(
        self, on_disk: Settings, small_disk: SmallDisk, corpus: Path
    ) -> None:
        add_article(corpus)
        small_disk.make_read_only()

        troubles = self.start(on_disk)

        assert any("Read-only file system" in trouble for trouble in troubles)

    async def test_reload_says_so_and_works_once_there_is_room(
        self, on_disk: Settings, small_disk: SmallDisk, corpus: Path
    ) -> None:
        releases = begun(on_disk)
        add_article(corpus)
        small_disk.fill()

        failed = await releases.reload()
        while_full = releases.status().troubles
        small_disk.make_room()
        again = await releases.reload()

        assert (failed.state, again.state) == (ReloadState.UNUSABLE, ReloadState.STAGED)
        assert "No space left on device" in failed.failure
        assert any("No space left on device" in trouble for trouble in while_full)
        assert releases.status().troubles == ()
        assert releases.answerer.answer(QUESTION).hits

    async def test_activating_on_a_full_disk_works_or_says_why(
        self, on_disk: Settings, small_disk: SmallDisk, corpus: Path
    ) -> None:
        releases = begun(on_disk)
        add_article(corpus)
        staged: Reload = await releases.reload()
        small_disk.fill()

        await releases.activate(staged.release)

        assert begun(on_disk).answerer.release == staged.release
