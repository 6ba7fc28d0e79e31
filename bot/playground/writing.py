"""What people and other apps write, in every shape that Slack gives it, and the events that come of it.

No I/O of its own. https://docs.slack.dev/reference/events/message
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.playground import elements, envelopes
from bot.playground.composer import message_text
from bot.playground.deliveries import Deliveries
from bot.playground.model import Exchange, Json, Message
from bot.playground.workspace import SLACKBOT, WORKFLOW, Workspace


class Writing:
    """Writes into the workspace, and tells the bot of what is put to it."""

    def __init__(self, workspace: Workspace, deliveries: Deliveries) -> None:
        self._workspace = workspace
        self._deliveries = deliveries

    async def mention(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Exchange:
        """Write in a channel; unless ``@quicktake`` stands somewhere in the text, it is put in front.

        Raises:
            LookupError: the bot is not in that channel: Slack would tell it nothing.
        """
        where, name = self._workspace.channel(channel), f"@{self._workspace.installation.bot_name}"
        if not where.has_bot:
            raise LookupError(f"the bot is not in #{where.name}")
        message = self._typed(user, where.id, text if name in text else f"{name} {text}", thread_ts)
        return await self._put(self._workspace.add(message))

    async def direct_message(self, user: str, text: str, thread_ts: str | None = None) -> Exchange:
        """Write to the bot."""
        message = self._typed(user, self._workspace.direct(user).id, text, thread_ts)
        return await self._put(self._workspace.add(message))

    async def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Exchange | None:
        """Write anywhere, with ``/me`` in front as an action.

        Where the bot is neither written to nor mentioned, it may hear of it in its own time.
        """
        return await self._write(self._typed(user, self._workspace.channel(channel).id, text, thread_ts))

    async def forward(self, user: str, channel: str, message: Message, comment: str = "") -> Exchange | None:
        """Pass a message on, with a comment or none; its words stand in an attachment."""
        said = self._typed(user, self._workspace.channel(channel).id, comment)
        return await self._write(replace(said, attachments=(envelopes.forwarded(message),)))

    async def upload(self, user: str, channel: str, name: str, comment: str = "") -> Exchange | None:
        """Upload a file, with a comment or none; by reports, no mention in the comment is told as one."""
        said = replace(self._typed(user, self._workspace.channel(channel).id, comment), subtype="file_share")
        added = self._workspace.add(replace(said, files=({"name": name},)))
        return await self._put(added) if self._workspace.channel(added.channel).is_direct else None

    async def edit(self, message: Message, text: str) -> Exchange | None:
        """Change what somebody wrote; a mention is sent anew, with the same ``ts`` and ``edited``."""
        body = {"text": message_text(text, self._workspace.references())}
        changed = self._workspace.change(message, body)
        where = self._workspace.channel(changed.channel)
        return await self._put(changed) if not where.is_direct and self._is_put_to_bot(changed) else None

    async def post_by_app(
        self,
        channel: str,
        text: str = "",
        *,
        blocks: Sequence[Json] = (),
        thread_ts: str | None = None,
        user: str = "",
        bot_id: str = WORKFLOW,
    ) -> Exchange | None:
        """Have another app say something: a workflow, a bot (``user`` is its own), or one with a person's token."""
        said = self._typed(user, self._workspace.channel(channel).id, text, thread_ts)
        posted = replace(said, bot_id=bot_id, blocks=elements.with_ids(blocks), subtype="" if user else "bot_message")
        return await self._write(posted)

    async def notify(self, text: str) -> Exchange:
        """Have Slackbot tell the bot something, for example that it was removed from a channel."""
        where = self._workspace.direct(SLACKBOT)
        return await self._put(self._workspace.say(SLACKBOT, where.id, text))

    async def draft(self, user: str, text: str) -> Exchange:
        """Type addresses into the composer and send nothing yet."""
        links = envelopes.links_in(message_text(text, {}), self._workspace.installation.unfurl_domains)
        ts = self._workspace.next_ts()
        name = f"{user}-{ts}"
        self._workspace.drafts[name] = tuple(links)
        return await self._deliveries.event(envelopes.draft_event(user, name, links, ts))

    def _typed(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        words, is_action = text.removeprefix("/me "), text.startswith("/me ")
        said = message_text(words, self._workspace.references())
        subtype = "me_message" if is_action else ""
        return Message(channel, self._workspace.next_ts(), user, said, thread_ts=thread_ts, subtype=subtype)

    async def _write(self, message: Message) -> Exchange | None:
        self._workspace.add(message)
        return await self._put(message) if self._is_put_to_bot(message) else None

    def _is_put_to_bot(self, message: Message) -> bool:
        where = self._workspace.channel(message.channel)
        return where.is_direct or (where.has_bot and message.names(self._workspace.installation.bot_user_id))

    async def _put(self, message: Message) -> Exchange:
        """Deliver what somebody wrote to the bot itself."""
        app, author = self._workspace.installation, self._workspace.author(message)
        where = self._workspace.channel(message.channel)
        if where.is_direct:
            return await self._deliveries.event(envelopes.message_event(app, message, author, where))
        return await self._deliveries.event(envelopes.mention_event(app, message, author))
