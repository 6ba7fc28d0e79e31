"""The values of the emulated workspace: who is in it, what they see, and what passed over the wire.

Frozen values, no behaviour beyond what can be derived from the fields. Slack's JSON stays JSON here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Any

from bot.playground.mentions import live_mentions

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut of the app: in a message's menu, or a global one."""

    name: str
    callback_id: str
    is_on_message: bool = True


@dataclass(frozen=True, slots=True)
class Installation:
    """The app as the workspace installed it: its tokens, its ids, and what it was granted.

    ``manifest.installed`` reads all up to ``has_messages_tab`` from a manifest. An event is delivered only if the app
    subscribed to it and was granted its scope.
    """

    scopes: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    commands: tuple[str, ...] = ()
    unfurl_domains: tuple[str, ...] = ()
    has_home_tab: bool = True
    has_messages_tab: bool = True
    bot_token: str = field(default_factory=lambda: f"xoxb-{token_urlsafe()}")  # nobody else on this machine knows it
    app_token: str = field(default_factory=lambda: f"xapp-{token_urlsafe()}")
    team_id: str = "T0QUICKTAKE"
    app_id: str = "A0QUICKTAKE"
    bot_id: str = "B0QUICKTAKE"
    bot_user_id: str = "U0QUICKTAKE"
    bot_name: str = "quicktake"
    enterprise_id: str | None = None


@dataclass(frozen=True, slots=True)
class User:
    """A member of the workspace, or of another one that shares a channel with it.

    ``enterprise_id`` names the Enterprise organisation that their workspace belongs to, if any.
    """

    id: str
    name: str
    team_id: str = "T0QUICKTAKE"
    is_admin: bool = False
    enterprise_id: str | None = None

    def is_from_elsewhere(self, app: Installation) -> bool:
        """Tell whether the app's own organisation is another one."""
        is_colleague = app.enterprise_id is not None and self.enterprise_id == app.enterprise_id
        return self.team_id != app.team_id and not is_colleague


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, or the direct message between one person and the bot (``is_direct``).

    ``is_shared``: with another organisation, by Slack Connect.
    """

    id: str
    name: str
    is_direct: bool = False
    has_bot: bool = True
    is_private: bool = False
    is_shared: bool = False
    member: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as people see it.

    Attributes:
        user: who wrote it: a person or a bot; empty for a workflow.
        visible_to: the only reader of an ephemeral one.
        edited_ts: when it was last changed; None if it never was.
        bot_id: the app that posted it, be it as itself or with a person's token.
        unfurls: blocks below it, for addresses in it; ``unfurl_urls`` names the address of each.
        subtype: Slack's, for example ``me_message``; empty for what is plainly said.
        attachments: what was forwarded with it.
        files: what was uploaded with it, each with a ``name``.
    """

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    thread_ts: str | None = None
    visible_to: str | None = None
    edited_ts: str | None = None
    bot_id: str | None = None
    unfurls: tuple[Json, ...] = ()
    unfurl_urls: tuple[str, ...] = ()
    subtype: str = ""
    attachments: tuple[Json, ...] = ()
    files: tuple[Json, ...] = ()

    @property
    def is_edited(self) -> bool:
        """Tell whether it was changed since it was sent."""
        return self.edited_ts is not None

    def names(self, user: str) -> bool:
        """Tell whether it mentions somebody, in its text or in blocks."""
        return any(one in {f"user:{user}", f"<@{user}>"} for one in self.live_mentions)

    @property
    def operable(self) -> tuple[Json, ...]:
        """List all blocks in which something can be pressed."""
        return (*self.blocks, *self.unfurls)

    @property
    def live_mentions(self) -> tuple[str, ...]:
        """List what Slack would notify or link: broadcasts, people, groups and channels, in reading order."""
        return live_mentions(self.text, self.blocks)


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home tab; ``body`` is the view as the app sent it, its blocks with ids filled in."""

    id: str
    user: str
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None

    @property
    def type(self) -> str:
        """Tell ``modal`` from ``home``."""
        return str(self.body["type"])

    @property
    def title(self) -> str:
        """Give a modal's title, nothing for a Home tab."""
        return str(self.body.get("title", {}).get("text", ""))

    @property
    def blocks(self) -> tuple[Json, ...]:
        """List the view's blocks."""
        return tuple(self.body["blocks"])

    @property
    def operable(self) -> tuple[Json, ...]:
        """List all blocks in which something can be pressed."""
        return self.blocks


@dataclass(frozen=True, slots=True)
class Exchange:
    """An envelope sent to the bot and its acknowledgement, if one came.

    Attributes:
        kind: ``slash_commands``, ``interactive`` or ``events_api``.
        response: the payload of the acknowledgement; None when it had none.
        ack_ms: None when nothing came within Slack's three seconds; set afterwards if the ack came late.
        is_late: whether the acknowledgement came after the person had already been told of a failure.
        sent_at: seconds since the epoch.
    """

    kind: str
    envelope: Json
    response: Json | None = None
    ack_ms: float | None = None
    is_late: bool = False
    sent_at: float = 0.0

    @property
    def payload(self) -> Json:
        """Give what Slack tells the app inside the envelope."""
        payload: Json = self.envelope["payload"]
        return payload

    @property
    def is_acked(self) -> bool:
        """Tell whether the bot acknowledged in time."""
        return self.ack_ms is not None and not self.is_late


@dataclass(frozen=True, slots=True)
class Call:
    """A request of the bot: a Web API method, ``response_url``, or ``ack`` for what an acknowledgement carried.

    Attributes:
        error: Slack's error code; None when the request was accepted.
        messages: why a payload was refused, one sentence with a JSON pointer each.
        made_at: seconds since the epoch.
    """

    method: str
    arguments: Json
    status: int = 200
    error: str | None = None
    messages: tuple[str, ...] = ()
    made_at: float = 0.0

    def __str__(self) -> str:
        """Read as ``chat.postMessage: invalid_blocks ([ERROR] …)``."""
        reasons = f" ({'; '.join(self.messages)})" if self.messages else ""
        return f"{self.method}: {self.error or 'ok'}{reasons}"


class RefusedError(Exception):
    """Slack refuses the request.

    Attributes:
        error: Slack's error code, for example ``channel_not_found``.
        messages: one sentence for each thing wrong with the payload.
        details: further fields of the response, for example ``needed`` of ``missing_scope``.
    """

    def __init__(self, error: str, messages: tuple[str, ...] = (), **details: str) -> None:
        self.error = error
        self.messages = messages
        self.details = details
        super().__init__(error, *messages)
