"""What Slack sends, parsed once: whatever comes, a ``Request`` comes out of it.

Slack leaves out what it likes, and anybody can press a button with a forged value, so nothing here trusts a shape: what
is missing, or is not of its type, is empty, and what is too long is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.slack import message_body

Kind = Literal["command", "event", "action", "shortcut", "view", "options", "unknown"]
Json = dict[str, Any]

MOST_TEXT = 4_000  # characters; what people type in one message, and more than a button or a modal can carry

_INTERACTIONS: Mapping[str, Kind] = {
    "block_actions": "action",
    "block_suggestion": "options",
    "message_action": "shortcut",
    "shortcut": "shortcut",
    "view_submission": "view",
}
_CHANNEL_TYPES = {"im": "im", "channel": "channels", "group": "groups", "mpim": "mpim"}
_WRITTEN = {"", "bot_message", "file_share", "me_message", "thread_broadcast"}  # all others are about messages
_SLACKBOT = "USLACKBOT"  # tells apps that they were removed from a channel, in a direct message


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that somebody did in Slack. A field is empty where Slack says nothing about it.

    Attributes:
        kind: what was used. Events happen without anybody having used anything of ours.
        name: which one: the command, the event as the manifest names it (``message.im``), the button without its
            number, the shortcut's or modal's callback id.
        number: tells buttons of the same name in one message apart.
        event_id: the same for each delivery of an event.
        user: who did it; empty for a workflow.
        app: what posted it, if nobody typed it: a workflow, another bot, or a program with a person's token.
        team: the workspace that person belongs to.
        enterprise: the organisation that person belongs to.
        is_shared: whether people of other organisations read along.
        edited_ts: when the message was last edited, if it was; its author and place are the same then.
        ts: the message that it is about: the one written, pressed, or whose menu was opened.
        thread_ts: the thread that message stands in.
        text: what the person wrote, or the message says, as Slack words it.
        value: what the pressed button carries, the chosen option, or what is typed in a select so far.
        fields: what stands in a submitted modal, by the id of its input.
        metadata: what we gave the modal to carry.
        urls: addresses in a message.
        received_s: when it came, by the bot's clock.
    """

    kind: Kind = "unknown"
    name: str = ""
    number: int = 0
    event_id: str = ""
    user: str = ""
    app: str = ""
    team: str = ""
    enterprise: str = ""
    is_shared: bool = False
    channel: str = ""
    channel_name: str = ""
    ts: str = ""
    edited_ts: str = ""
    thread_ts: str = ""
    text: str = ""
    value: str = ""
    is_ephemeral: bool = False
    has_files: bool = False
    response_url: str = ""
    trigger_id: str = ""
    view_id: str = ""
    view_type: str = ""
    metadata: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    tab: str = ""
    source: str = ""
    unfurl_id: str = ""
    urls: tuple[str, ...] = ()
    received_s: float = 0.0

    @property
    def thread(self) -> str:
        """The thread to reply in: the one the message stands in, or a new one under it."""
        return self.thread_ts or self.ts

    @property
    def private_thread(self) -> str:
        """The thread to show something to one person in; below a message without replies nobody would see it.

        https://docs.slack.dev/reference/methods/chat.postEphemeral
        """
        return self.thread_ts if self.thread_ts != self.ts else ""

    @property
    def places(self) -> tuple[str, ...]:
        """The conversation: its thread, and all of a direct message, as people there write below a thread, too."""
        thread = f"{self.channel}/{self.thread}"
        return (thread, self.channel) if self.is_direct_message else (thread,)

    @property
    def message(self) -> str:
        """Names the message, however often it is edited."""
        return f"{self.channel}/{self.ts}"

    @property
    def deliveries(self) -> tuple[str, ...]:
        """What tells that an event was delivered before: its id, and the message it is about, as it was then."""
        if self.kind != "event":
            return ()
        place = f"{self.name}/{self.message}/{self.edited_ts}" if self.channel and self.ts else ""
        return tuple(f"event/{key}" for key in (self.event_id, place) if key)

    @property
    def author(self) -> str:
        """Who wrote it, be it a program."""
        return self.user or self.app

    @property
    def is_direct_message(self) -> bool:
        """Whether somebody wrote to the bot alone."""
        return self.name == "message.im"

    def key(self, name: str = "") -> str:
        """Name what was pressed, or another button beside it, for ``Once``.

        The same message shows one article after the other in place, so what the button carries belongs to its name.
        """
        return f"{name or self.name}/{self.channel}/{self.ts}/{self.value}"

    def field(self, name: str) -> str:
        """Return what stands in an input of the submitted modal."""
        return dict(self.fields).get(name, "")


def parse(payload: object, received_s: float = 0.0) -> Request:
    """Return what ``payload`` says: the body that Slack sends over HTTP, or inside a Socket Mode envelope."""
    event, view, message = _unwrapped(_at(payload, "event")), _at(payload, "view"), _at(payload, "message")
    kind, name = _kind_and_name(payload, event)
    place = _at(payload, "container")
    action = _first(_at(payload, "actions"))
    name, _, number = name.partition(":") if kind == "action" else (name, "", "")
    team, enterprise = _home(payload)
    return Request(
        kind=kind,
        name=name,
        number=int(number) if number.isdecimal() and len(number) < 10 else 0,
        event_id=_text(payload, "event_id"),
        user=_text(payload, "user", "id") or _text(payload, "user_id") or _text(event, "user"),
        app=_text(event, "bot_id"),
        team=team,
        enterprise=enterprise,
        is_shared=_at(payload, "is_ext_shared_channel") is True,
        channel=_any(_text(payload, "channel", "id"), _text(payload, "channel_id"), _text(event, "channel")),
        channel_name=_text(payload, "channel_name"),
        ts=_any(*(_text(event, key) for key in ("ts", "message_ts")), _text(place, "message_ts"), _text(message, "ts")),
        edited_ts=_text(event, "edited", "ts"),
        thread_ts=_any(*(_text(part, "thread_ts") for part in (event, place, message))),
        text=_text(payload, "text")
        if kind == "command"
        else _any(*map(message_body.read, (event, message)))[:MOST_TEXT],
        value=_any(_text(payload, "value"), _text(action, "value"), _text(action, "selected_option", "value")),
        is_ephemeral=_at(place, "is_ephemeral") is True,
        has_files=bool(_at(event, "files")),
        response_url=_text(payload, "response_url") or _text(_first(_at(payload, "response_urls")), "response_url"),
        trigger_id=_text(payload, "trigger_id"),
        view_id=_text(view, "id"),
        view_type=_text(view, "type"),
        metadata=_text(view, "private_metadata"),
        fields=tuple(_fields(_at(view, "state", "values"))),
        tab=_text(event, "tab"),
        source=_text(event, "source"),
        unfurl_id=_text(event, "unfurl_id"),
        urls=tuple(filter(None, (_text(link, "url") for link in _list(_at(event, "links"))))),
        received_s=received_s,
    )


def _unwrapped(event: object) -> object:
    """Return an edited direct message as if it had just been written: what it says now stands a level deeper."""
    message, is_direct = _at(event, "message"), _text(event, "channel_type") == "im"
    is_edit = is_direct and _text(event, "subtype") == "message_changed" and _text(message, "edited", "ts")
    if is_edit and isinstance(event, Mapping) and isinstance(message, Mapping):
        return {**event, "subtype": "", **message}
    return event


def _kind_and_name(payload: object, event: object) -> tuple[Kind, str]:
    kind = _text(payload, "type")
    if kind == "event_callback":
        return "event", _event_name(event)
    if kind not in _INTERACTIONS:
        command = _text(payload, "command")
        return ("command" if command else "unknown"), command
    names = (
        _text(_first(_at(payload, "actions")), "action_id"),
        *(_text(payload, key) for key in ("action_id", "callback_id")),
        _text(payload, "view", "callback_id"),
    )
    return _INTERACTIONS[kind], _any(*names)


def _event_name(event: object) -> str:
    """Name an event as the manifest does; what no person wrote has a name of its own, to which nothing listens."""
    kind, subtype = _text(event, "type"), _text(event, "subtype")
    if kind not in {"message", "app_mention"}:
        return kind
    user, channel_type = _text(event, "user"), _CHANNEL_TYPES.get(_text(event, "channel_type"), "channels")
    is_addressed = kind == "app_mention" or (channel_type == "im" and user)
    is_program = _at(event, "bot_id") is not None or not user
    if subtype not in _WRITTEN or user == _SLACKBOT or (is_program and not is_addressed):
        return f"{kind}/{subtype or 'nobody'}"
    return f"message.{channel_type}" if kind == "message" else kind


def _home(payload: object) -> tuple[str, str]:
    """Return the workspace and the organisation of the person, each empty where Slack does not say it for sure.

    What Slack says about the place must not be taken for the person: in a channel shared with another organisation, the
    two differ. https://docs.slack.dev/apis/slack-connect, https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
    """
    if _text(payload, "type") == "event_callback":
        return _home_in_event(payload)
    team, own = _text(payload, "team", "id") or _text(payload, "team_id"), _text(payload, "user", "team_id")
    organisation = _any(*(_text(payload, *path) for path in (("enterprise", "id"), ("enterprise_id",))))
    is_of_the_place = not own or not team or own == team
    return own or team, organisation if is_of_the_place else ""


def _home_in_event(payload: object) -> tuple[str, str]:
    """Do so for an event, whose ``user_team`` may name an organisation, and is absent among people of one's own."""
    event, installation = _at(payload, "event"), _first(_at(payload, "authorizations"))
    told = _text(event, "user_team") or _text(event, "team")
    is_shared = _at(payload, "is_ext_shared_channel") is True
    organisation = "" if is_shared else _text(payload, "enterprise_id") or _text(installation, "enterprise_id")
    if told:
        return ("", told) if told.startswith("E") else (told, organisation)
    if is_shared:
        return "", ""
    return _text(installation, "team_id") or _text(payload, "team_id"), organisation


def _fields(values: object) -> Iterator[tuple[str, str]]:
    for block in values.values() if isinstance(values, Mapping) else ():
        for name, state in block.items() if isinstance(block, Mapping) else ():
            yield str(name), _text(state, "value") or _text(state, "selected_option", "value")


def _at(part: object, *path: str) -> object:
    for key in path:
        part = part.get(key) if isinstance(part, Mapping) else None
    return part


def _text(part: object, *path: str) -> str:
    """Return a text, cut before any pattern sees it: no question, value or id of ours is longer."""
    found = _at(part, *path)
    return found[:MOST_TEXT] if isinstance(found, str) else ""


def _list(part: object) -> list[object]:
    return part if isinstance(part, list) else []


def _first(part: object) -> object:
    return next(iter(_list(part)), None)


def _any(*texts: str) -> str:
    return next(filter(None, texts), "")
