"""Composition root: Settings → wired objects → Bolt app. The whole bot is put together here, by hand."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import secrets
import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from slack_bolt.async_app import AsyncApp

from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.learning import Lessons
from bot.progress import UNSEEN
from bot.releases.releases import Releases
from bot.releases.sample_questions import questions_to_try
from bot.releases.watcher import Watcher
from bot.slack.access import Courtesy
from bot.slack.blockkit.messages import Presentation
from bot.slack.claims import Claims
from bot.slack.conversations.admin import Administration, ReleaseDesk
from bot.slack.conversations.asking import Asking
from bot.slack.conversations.browsing import Browsing
from bot.slack.conversations.channels import ChannelDesk, Channels
from bot.slack.conversations.choosing import Choosing
from bot.slack.conversations.commands import Commands
from bot.slack.conversations.continuing import Continuing
from bot.slack.conversations.escalating import Escalating
from bot.slack.conversations.feedback import Feedback
from bot.slack.conversations.following import Following
from bot.slack.conversations.forgetting import Forgetting
from bot.slack.conversations.home import Home, Memory
from bot.slack.conversations.messages import Messages
from bot.slack.conversations.reviewing import LearningDesk, Reviewing
from bot.slack.conversations.shortcuts import Shortcuts
from bot.slack.conversations.unfurling import Unfurling
from bot.slack.conversations.unprompted import Overhearing
from bot.slack.delay import Patience
from bot.slack.deliveries import Deliveries
from bot.slack.digest import Chronicle, Digest
from bot.slack.dispatch import Dispatcher
from bot.slack.listeners import Conversations, register
from bot.slack.recording import Recording
from bot.slack.repetitions import Repetitions
from bot.slack.socket_mode import SocketMode
from bot.slack.transport import WebClient, bolt_receiver, check_bot_token, web_client
from bot.state.alias_decisions import AliasDecisions
from bot.state.channel_modes import ChannelModes
from bot.state.schedule import Schedule
from bot.state.topics import Topics
from bot.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.journal.events import Event
    from bot.model import Status
    from bot.progress import Progress
    from bot.settings import Settings

log = logging.getLogger(__name__)

SETTLE_S = 60.0  # how long people have to answer each other before the bot speaks up unasked
DRAIN_S = 20.0  # how long work in flight may take when the bot stops; Slack's longest back-off, and some


@dataclass(frozen=True, slots=True)
class Bot:
    """The running bot: ``start`` it, ``stop`` it."""

    settings: Settings
    releases: Releases
    client: WebClient
    dispatcher: Dispatcher
    socket_mode: SocketMode
    journal: Journal
    watcher: Watcher
    patience: Patience
    digest: Digest

    async def start(self) -> None:
        """Check the tokens and connect; may be tried again.

        Raises:
            ConnectionRefusedBySlackError: Slack cannot be reached or refuses a token.
        """
        team, _ = await check_bot_token(self.client)
        await self.socket_mode.connect()
        if self.settings.watches:
            self.watcher.start()
        self.digest.start()
        log.info("Connected to %s; release %s answers", team, self.releases.answerer.release)

    async def wait(self) -> None:
        """Wait until the bot cannot go on.

        Raises:
            TokenRefusedError: Slack refuses a token.
            DeafError: Slack has not been heard for too long.
        """
        ends = [asyncio.ensure_future(end) for end in (self.socket_mode.wait(), self.client.wait_for_refusal())]
        try:
            (ended, *_), _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            await ended
        finally:
            for end in ends:
                end.cancel()

    async def stop(self) -> None:
        """Disconnect, so that nothing more comes, and finish what is under way."""
        await self.socket_mode.close()
        await self.watcher.stop()
        await self.digest.stop()
        self.patience.end()
        await self.dispatcher.drain(DRAIN_S)
        self.journal.close()


@dataclass(frozen=True, slots=True)
class Ground:
    """What the bot stands on, and what takes long to be had."""

    settings: Settings
    database: Database
    journal: Journal
    decisions: AliasDecisions
    releases: Releases


def build(
    settings: Settings,
    record: Callable[[Event], None] | None = None,
    *,
    settle_s: float = SETTLE_S,
    starts_fresh: bool = False,
    progress: Progress = UNSEEN,
) -> Bot:
    """Load the corpus and wire the bot; nothing connects yet.

    Args:
        settings: checked, with both tokens.
        record: takes what happens, in place of the journal.
        settle_s: how long people have to answer each other before the bot speaks up unasked.
        starts_fresh: as for ``Releases``.
        progress: as for ``Releases``.

    Raises:
        CorpusError: the corpus cannot be served.
    """
    return wire(load(settings, starts_fresh=starts_fresh, progress=progress), record, settle_s=settle_s)


def load(settings: Settings, *, starts_fresh: bool = False, progress: Progress = UNSEEN) -> Ground:
    """Load the corpus, as ``build`` does; any thread may."""
    database = Database.in_folder(settings.data_dir)
    days = settings.journal_days or None
    journal = Journal.to_record(database, settings.data_dir, Mode(settings.journal), days, _now)
    decisions = AliasDecisions(database, _now)
    releases = Releases(
        settings,
        _now,
        lambda: questions_to_try(settings.questions, journal),
        accepted=decisions.accepted,
        starts_fresh=starts_fresh,
        progress=progress,
    )
    return Ground(settings, database, journal, decisions, releases)


def wire(ground: Ground, record: Callable[[Event], None] | None = None, *, settle_s: float = SETTLE_S) -> Bot:
    """Wire the bot, as ``build`` does; in the event loop that it will run in."""
    settings, journal, releases = ground.settings, ground.journal, ground.releases
    client = web_client(settings.bot_token, settings.slack_api_url)
    courtesy = _courtesy(settings)
    dispatcher = Dispatcher(Deliveries(time.monotonic), courtesy, new_reference=lambda: secrets.token_hex(3))
    app = AsyncApp(client=client, name="quicktake")  # unnamed, it would search all modules for its caller: 0.2 s
    recording = Recording(record or journal.record, now=_now, clock=time.monotonic)
    patience, lessons = Patience(settle_s), Lessons(journal, ground.decisions, releases, settings, _now)
    digest = Digest(settings.digest_channel, _chronicle(lessons, Schedule(ground.database, _now)), client, _now)
    modes = ChannelModes(ground.database, _now)
    parts = Parts(
        settings,
        releases,
        journal,
        ground.decisions,
        modes,
        courtesy,
        recording,
        patience,
        lessons,
        digest.problems,
    )
    register(app, conversations(parts), dispatcher)
    socket_mode = SocketMode(client, settings.app_token, bolt_receiver(app))
    watcher = Watcher(releases, settings.corpus)
    return Bot(settings, releases, client, dispatcher, socket_mode, journal, watcher, patience, digest)


def _courtesy(settings: Settings) -> Courtesy:
    return Courtesy(serves_outsiders=settings.serves_outsiders, most_a_minute=settings.rate_limit, clock=time.monotonic)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the conversations are made over."""

    settings: Settings
    releases: Releases
    journal: Journal
    decisions: AliasDecisions
    modes: ChannelModes
    courtesy: Courtesy
    recording: Recording
    patience: Patience
    lessons: Lessons
    digest_problems: Callable[[], tuple[str, ...]] = tuple

    def status(self) -> Status:
        """Return what is served, and what troubles the journal and the digest."""
        return replace(self.releases.status(), troubles=(*self.journal.problems(), *self.digest_problems()))


def conversations(parts: Parts) -> Conversations:
    """Return the conversations over everything they need."""
    settings, releases, journal, recording = parts.settings, parts.releases, parts.journal, parts.recording
    answerer = releases.answerer
    shown = Presentation(settings.site_url, can_escalate=bool(settings.expert_channel))
    claims, topics, continuing = Claims(time.monotonic), Topics(time.monotonic), Continuing(answerer, shown)
    asking = Asking(answerer, shown, parts.courtesy, topics, continuing, recording)
    desk = ReleaseDesk(
        parts.status, releases.reload, releases.activate, releases.discard, releases.roll_back, releases.learn
    )
    administration = Administration(settings.admins, desk, recording)
    browsing = Browsing(answerer, shown, recording)
    channel_desk = ChannelDesk(parts.modes, journal.channel_report, is_recording=settings.journal != "off")
    channels = Channels(administration, channel_desk, answerer)
    following = Following(asking, topics, parts.courtesy) if settings.follows_threads else None
    overhearing = _overhearing(parts, shown, topics, administration)
    lessons = parts.lessons
    memory = Memory(lessons.glance, lessons.glance_of_admin, lessons.try_out)
    home = Home(answerer, shown, administration, memory, recording)
    reviewing = Reviewing(administration, _learning_desk(parts), home, recording)
    return Conversations(
        commands=Commands(asking, administration, browsing, Forgetting(journal.forget), channels, reviewing),
        asking=asking,
        messages=Messages(asking, following, overhearing),
        overhearing=overhearing,
        choosing=Choosing(answerer, shown, claims, recording),
        feedback=Feedback(recording),
        escalating=Escalating(answerer, settings.expert_channel, claims, recording),
        administration=administration,
        browsing=browsing,
        shortcuts=Shortcuts(answerer, shown, claims, recording),
        unfurling=Unfurling(answerer, parts.courtesy, settings.site_url, is_on=settings.unfurls),
        home=home,
        reviewing=reviewing,
    )


def _learning_desk(parts: Parts) -> LearningDesk:
    decisions, lessons = parts.decisions, parts.lessons
    return LearningDesk(
        insights=lessons.insights,
        review=lessons.review,
        accept=decisions.accept,
        reject=decisions.reject,
        take_back=decisions.withdraw,
        try_out=lessons.try_out,
        learn=parts.releases.learn,
    )


def _chronicle(lessons: Lessons, schedule: Schedule) -> Chronicle:
    return Chronicle(lessons.last_week, partial(schedule.claim, "digest"), partial(schedule.give_back, "digest"))


def _overhearing(parts: Parts, shown: Presentation, topics: Topics, administration: Administration) -> Overhearing:
    return Overhearing(
        parts.releases.answerer,
        shown,
        parts.courtesy,
        parts.modes.mode,
        parts.patience,
        Repetitions(time.monotonic),
        topics,
        administration,
        parts.recording,
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
