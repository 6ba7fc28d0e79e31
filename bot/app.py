"""Composition root: settings → the bot. The whole bot is put together here, by hand."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot import logs, wording
from bot.background import BackgroundTask
from bot.errors import QuicktakeError
from bot.journal.events import Event
from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.learning import Learning
from bot.progress import UNSEEN, Progress
from bot.releases.releases import Releases
from bot.releases.sample_questions import MOST_RECENT, questions_to_try
from bot.releases.watcher import Watcher
from bot.running import Note, remove_note, write_note
from bot.settings import Settings
from bot.slack.access import Access
from bot.slack.blockkit.messages import Presentation
from bot.slack.bolt import bolt_app, through
from bot.slack.bot import SlackBot
from bot.slack.conversations import OFFERS, ROUTES
from bot.slack.delay import Delay
from bot.slack.digest import Digest
from bot.slack.dispatch import Dispatcher
from bot.slack.losses import Losses
from bot.slack.recording import Recording
from bot.slack.scopes import Feature, find_missing, switched_on
from bot.slack.sending import Sender
from bot.slack.socket_mode import SocketMode, failure_log
from bot.slack.transport import WebClient, check_bot_token
from bot.state.alias_decisions import AliasDecisions
from bot.state.channel_modes import ChannelModes
from bot.state.once import Once
from bot.state.replies import Replies
from bot.state.schedule import Schedule
from bot.state.topics import Topics
from bot.store.database import Database

log = logging.getLogger(__name__)

SETTLE_S = 60.0  # how long people have to answer each other before the bot speaks up unasked
DRAIN_S = 0.8  # how long work in flight may take when the bot stops; whoever stops it waits for two seconds in all
NOTE_EVERY_S = 30.0
JOURNAL_S = 0.3  # and how long the journal may then take to write


@dataclass(frozen=True, slots=True)
class Bot:
    """The running bot: ``start`` it, ``stop`` it."""

    settings: Settings
    releases: Releases
    journal: Journal
    slack: SlackBot
    dispatcher: Dispatcher
    socket_mode: SocketMode
    noting: BackgroundTask

    async def start(self) -> None:
        """Check the tokens and connect; may be tried again.

        Raises:
            ConnectionRefusedBySlackError: Slack cannot be reached or refuses a token.
        """
        identity = await check_bot_token(self.slack.client)
        self.slack.access.identity = identity
        await self.socket_mode.connect()
        if self.settings.watches:
            self.slack.watcher.start()
        self.slack.digest.start()
        self.noting.start()
        log.info("Connected to %s; release %s answers", identity.team_name, self.releases.answerer.release)
        await self._report_scopes(identity.scopes)

    async def _report_scopes(self, granted: frozenset[str]) -> None:
        """Log what is left out because the app was installed without some scopes."""
        listens = self.settings.follows_threads
        with contextlib.suppress(QuicktakeError):  # the database's own trouble, which it reports itself
            listens = listens or await asyncio.to_thread(self.slack.channel_modes.are_any_on)
        missing = find_missing(granted, switched_on(listens=listens, unfurls=self.settings.unfurls))
        for feature, scopes in missing.items():
            level = logging.ERROR if feature is Feature.ANSWERS else logging.INFO
            log.log(level, wording.lacks(feature.value, scopes))

    async def wait(self) -> None:
        """Wait until the bot cannot go on.

        Raises:
            TokenRefusedError: Slack refuses a token.
            DeafError: Slack has not been heard for too long.
        """
        ends = [asyncio.ensure_future(end) for end in (self.socket_mode.wait(), self.slack.client.wait_for_refusal())]
        try:
            (ended, *_), _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            await ended
        finally:
            for end in ends:
                end.cancel()

    async def stop(self) -> None:
        """Disconnect, so that nothing more comes, and finish what is under way."""
        await self.socket_mode.close()
        self.slack.delay.end()
        self.slack.client.hurry()
        await asyncio.gather(
            self.noting.stop(),
            self.slack.watcher.stop(),
            self.releases.stop(),
            self.slack.digest.stop(DRAIN_S),
            self.dispatcher.drain(DRAIN_S),
        )
        await self.slack.client.close()
        remove_note(self.settings.data_dir)
        self.journal.close(JOURNAL_S)


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
        lambda: questions_to_try(settings.questions, journal.recent_questions(MOST_RECENT)),
        starts_fresh=starts_fresh,
        progress=progress,
    )
    return Ground(settings, database, journal, decisions, releases)


def wire(ground: Ground, record: Callable[[Event], None] | None = None, *, settle_s: float = SETTLE_S) -> Bot:
    """Wire the bot, as ``build`` does; in the event loop that it will run in."""
    logs.silence_libraries()
    settings, journal, releases = ground.settings, ground.journal, ground.releases
    client = WebClient(settings.bot_token, settings.slack_api_url)
    sender = Sender(client)
    learning = Learning(journal, ground.decisions, releases.answerer, _now)
    slack = SlackBot(
        client=client,
        sender=sender,
        answerer=releases.answerer,
        releases=releases,
        watcher=Watcher(releases, settings.corpus),
        journal=journal,
        learning=learning,
        decisions=ground.decisions,
        channel_modes=ChannelModes(ground.database, _now),
        digest=Digest(settings.digest_channel, learning, Schedule(ground.database, _now), sender, _now),
        access=Access(
            settings.admins,
            serves_outsiders=settings.serves_outsiders,
            most_a_minute=settings.rate_limit,
            clock=time.monotonic,
        ),
        topics=Topics(time.monotonic),
        once=Once(time.monotonic),
        replies=Replies(time.monotonic),
        delay=Delay(settle_s),
        recording=Recording(record or journal.record, now=_now, clock=time.monotonic),
        losses=Losses(),
        connection=failure_log(),
        presentation=Presentation(settings.site_url, OFFERS, can_escalate=bool(settings.expert_channel)),
        expert_channel=settings.expert_channel,
        follows_threads=settings.follows_threads,
        unfurls=settings.unfurls,
        records=settings.journal != "off",
    )
    dispatcher = Dispatcher(slack, ROUTES, new_reference=lambda: secrets.token_hex(3))
    receive = through(bolt_app(client, dispatcher.receive), dispatcher.receive)
    socket_mode = SocketMode(client, settings.app_token, receive, slack.connection)
    noting = BackgroundTask("The note for doctor", partial(_write_note, settings, slack), every_s=NOTE_EVERY_S)
    return Bot(settings, releases, journal, slack, dispatcher, socket_mode, noting)


async def _write_note(settings: Settings, slack: SlackBot) -> None:
    status = await asyncio.to_thread(slack.status)  # it may ask git
    await asyncio.to_thread(write_note, settings.data_dir, Note(os.getpid(), str(status.release), status.troubles))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
