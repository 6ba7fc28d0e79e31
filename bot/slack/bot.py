"""What every conversation is held over: one value that simply holds the things."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answers.answerer import Answerer
from bot.background import FailureLog
from bot.journal.store import Journal
from bot.learning import Learning
from bot.model import Status
from bot.releases.releases import Releases
from bot.releases.watcher import Watcher
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
from bot.state.replies import Replies
from bot.state.topics import Topics


@dataclass(frozen=True, slots=True)
class SlackBot:
    """The bot as its conversations know it.

    Attributes:
        connection: what has become of the connection to Slack.
        delay: how long people have to answer each other before the bot speaks up unasked.
        expert_channel: where questions go that need a person; empty if nowhere.
        follows_threads: whether somebody may go on in a thread without mentioning the bot again.
        unfurls: whether articles are shown below their addresses.
        records: whether the journal keeps anything.
    """

    client: WebClient
    sender: Sender
    answerer: Answerer
    releases: Releases
    watcher: Watcher
    journal: Journal
    learning: Learning
    decisions: AliasDecisions
    channel_modes: ChannelModes
    digest: Digest
    access: Access
    topics: Topics
    once: Once
    replies: Replies
    delay: Delay
    recording: Recording
    losses: Losses
    connection: FailureLog
    presentation: Presentation
    expert_channel: str
    follows_threads: bool
    unfurls: bool
    records: bool

    def status(self) -> Status:
        """Return what is served, and everything that is wrong."""
        served = self.releases.status()
        others = (self.connection, self.watcher, self.journal, self.digest, self.losses)
        return replace(served, troubles=(*served.troubles, *(one for it in others for one in it.problems())))
