"""What every conversation is held over: one value that simply holds the things."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

from bot.answers.answerer import Answerer
from bot.journal.store import Journal
from bot.learning import Lessons
from bot.model import Status
from bot.releases.releases import Releases
from bot.slack.access import Access
from bot.slack.blockkit.messages import Presentation
from bot.slack.delay import Delay
from bot.slack.digest import Digest
from bot.slack.losses import Losses
from bot.slack.recording import Recording
from bot.slack.sending import Sender
from bot.slack.transport import WebClient
from bot.state.alias_decisions import AliasDecisions
from bot.state.channel_modes import ChannelModes
from bot.state.once import Once
from bot.state.topics import Topics


@dataclass(frozen=True, slots=True)
class SlackBot:
    """The bot as its conversations know it.

    Attributes:
        delay: how long people have to answer each other before the bot speaks up unasked.
        expert_channel: where questions go that need a person; empty if nowhere.
        follows_threads: whether somebody may go on in a thread without mentioning the bot again.
        unfurls: whether articles are shown below their addresses.
        records: whether the journal keeps anything.
        reloading: held by the one reload that is running.
    """

    client: WebClient
    sender: Sender
    answerer: Answerer
    releases: Releases
    journal: Journal
    learning: Lessons
    decisions: AliasDecisions
    channel_modes: ChannelModes
    digest: Digest
    access: Access
    topics: Topics
    once: Once
    delay: Delay
    recording: Recording
    losses: Losses
    presentation: Presentation
    expert_channel: str
    follows_threads: bool
    unfurls: bool
    records: bool
    reloading: asyncio.Lock = field(default_factory=asyncio.Lock)

    def status(self) -> Status:
        """Return what is served, and what troubles the bot."""
        troubles = (*self.journal.problems(), *self.digest.problems(), *self.losses.problems())
        return replace(self.releases.status(), troubles=troubles)
