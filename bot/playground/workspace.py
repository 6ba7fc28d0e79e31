"""The state of the workspace: people, channels, messages, modals and Home tabs, and how they change.

No I/O: the clock is given, and whoever wants to know of a change hangs a callback on ``observers``. Nothing here checks
what Slack would refuse except what depends on the state itself; payloads were validated before they come here.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.playground.elements import with_ids
from bot.playground.expiring_ids import Tickets
from bot.playground.model import Channel, Installation, Json, Message, RefusedError, User, View

PERSON = User("U0PERSON", "pat")
ADMIN = User("U0ADMIN", "ada", is_admin=True)
OUTSIDER = User("U0OUTSIDER", "oli", team_id="T0ELSEWHERE")
SLACKBOT = "USLACKBOT"
WORKFLOW = "B0WORKFLOW"

GENERAL = Channel("C0GENERAL", "general")
COACHING = Channel("C0COACHING", "coaching")
WITHOUT_BOT = Channel("C0LOUNGE", "lounge", has_bot=False)

MODAL_STACK = 3
TEXT_LIMIT = 40_000

Observer = Callable[[str, Message | View], None]


class Workspace:
    """What the workspace holds.

    ``address`` is the ``host:port`` it is served at. ``drafts`` are the addresses in messages that are still being
    written, ``previews`` what is shown for them. Observers are told ``posted``, ``changed`` or ``deleted`` with a
    message, ``viewed`` or ``closed`` with a view.

    Two switches for what Slack does in some workspaces, by reports, and its documentation does not say: it
    ``loses_threads`` (a reply under a deleted message lands in the channel instead of being refused), and it
    ``refuses_tables_in_responses`` to a ``response_url``.
    """

    def __init__(self, installation: Installation, clock: Callable[[], float]) -> None:
        self.installation = installation
        self.address = ""
        self.tickets = Tickets(clock)
        self.users = {user.id: user for user in (PERSON, ADMIN, OUTSIDER)}
        self.channels = {channel.id: channel for channel in (GENERAL, COACHING, WITHOUT_BOT)}
        self.messages: list[Message] = []
        self.modals: dict[str, tuple[View, ...]] = {}
        self.homes: dict[str, View] = {}
        self.statuses: dict[tuple[str, str], str] = {}
        self.prompts: dict[str, Json] = {}
        self.drafts: dict[str, tuple[str, ...]] = {}
        self.previews: dict[str, tuple[Json, ...]] = {}
        self.loses_threads = False
        self.refuses_tables_in_responses = False
        self.observers: list[Observer] = []
        self._clock = clock
        self._last_ts = 0
        self._numbers = itertools.count(1)
        for user in tuple(self.users):
            self.direct(user)

    def next_ts(self) -> str:
        """Give a timestamp in Slack's form, later than every one before it."""
        self._last_ts = max(self._last_ts + 1, int(self._clock() * 1_000_000))
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def direct(self, user: str) -> Channel:
        """Give the direct message between the bot and a person, or Slackbot.

        Raises:
            RefusedError: ``user_not_found``.
        """
        if user not in {*self.users, SLACKBOT}:
            raise RefusedError("user_not_found")
        name = self.users[user].name if user in self.users else "slackbot"
        channel = Channel(f"D{user.removeprefix('U')}", name, is_direct=True, member=user)
        return self.channels.setdefault(channel.id, channel)

    def channel(self, wanted: str) -> Channel:
        """Find a channel by its id, by ``#name``, or a direct message by the person's id.

        Raises:
            RefusedError: ``channel_not_found``.
        """
        if wanted in self.users:
            return self.direct(wanted)
        for channel in self.channels.values():
            if wanted in {channel.id, f"#{channel.name}"}:
                return channel
        raise RefusedError("channel_not_found")

    def is_shared(self, channel: str, user: str) -> bool:
        """Tell whether a conversation is one with another organisation: it says so, or somebody from there speaks."""
        speaker = self.users.get(user)
        is_foreign = speaker is not None and speaker.is_from_elsewhere(self.installation)
        return is_foreign or (channel in self.channels and self.channels[channel].is_shared)

    def author(self, message: Message) -> User | None:
        """Give who wrote a message; None if nobody did, as of a workflow."""
        app = self.installation
        if message.user in self.users:
            return self.users[message.user]
        return User(message.user, app.bot_name, app.team_id, enterprise_id=app.enterprise_id) if message.user else None

    def references(self) -> dict[str, str]:
        """Map what people type, ``@name`` and ``#channel``, to Slack's references."""
        app = self.installation
        people = {f"@{user.name}": f"<@{user.id}>" for user in self.users.values()}
        channels = {f"#{channel.name}": f"<#{channel.id}|{channel.name}>" for channel in self.channels.values()}
        return {**people, **channels, f"@{app.bot_name}": f"<@{app.bot_user_id}>"}

    def message(self, channel: str, ts: str) -> Message:
        """Find a message that everyone in the channel sees.

        Raises:
            RefusedError: ``message_not_found``.
        """
        for message in self.messages:
            if (message.channel, message.ts) == (channel, ts) and message.visible_to is None:
                return message
        raise RefusedError("message_not_found")

    def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Add what a person wrote."""
        return self.add(Message(channel, self.next_ts(), user, text, thread_ts=thread_ts))

    def tell(self, user: str, channel: str, text: str) -> Message:
        """Show one person a note of Slackbot."""
        return self.add(Message(channel, self.next_ts(), SLACKBOT, text, visible_to=user))

    def post(self, channel: str, body: Json, visible_to: str | None = None) -> Message:
        """Add a message of the bot; ``body`` has ``text``, ``blocks`` and ``thread_ts`` as in ``chat.postMessage``."""
        author = self.installation
        blank = Message(channel, self.next_ts(), author.bot_user_id, "", bot_id=author.bot_id)
        return self.add(replace(_filled(blank, body), thread_ts=body.get("thread_ts"), visible_to=visible_to))

    def add(self, message: Message) -> Message:
        """Add what anybody wrote, whatever its shape."""
        self.messages.append(message)
        self._announce("posted", message)
        return message

    def change(self, message: Message, body: Json) -> Message:
        """Replace the content of a message; what ``body`` leaves out goes."""
        changed = replace(_filled(message, body), edited_ts=self.next_ts())
        self.messages[self._place(message)] = changed
        self._announce("changed", changed)
        return changed

    def unfurl(self, message: Message, shown: Mapping[str, Sequence[Json]]) -> None:
        """Show blocks for addresses below a message, in place of what was shown there before."""
        blocks = with_ids(block for one in shown.values() for block in one)
        urls = tuple(url for url, one in shown.items() for _ in one)
        unfurled = replace(message, unfurls=blocks, unfurl_urls=urls)
        self.messages[self._place(message)] = unfurled
        self._announce("changed", unfurled)

    def delete(self, message: Message) -> None:
        """Take a message away."""
        del self.messages[self._place(message)]
        self._announce("deleted", message)

    def _place(self, message: Message) -> int:
        for place, other in enumerate(self.messages):
            if (other.channel, other.ts) == (message.channel, message.ts):
                return place
        raise RefusedError("message_not_found")

    def open_view(self, user: str, body: Json, *, on_top: bool = False) -> View:
        """Open a modal, alone or ``on_top`` of those that are open.

        Raises:
            RefusedError: ``push_limit_reached``; ``not_found`` when there is nothing to push on.
        """
        below = self.modals.get(user, ()) if on_top else ()
        if on_top and not below:
            raise RefusedError("not_found")
        if len(below) >= MODAL_STACK:
            raise RefusedError("push_limit_reached")
        view = self._new_view(user, body, below)
        self._stack(user, (*below, view))
        return view

    def _new_view(self, user: str, body: Json, below: Sequence[View]) -> View:
        view_id = f"V0{next(self._numbers):06d}"
        root_id, previous_id = (below[0].id, below[-1].id) if below else (view_id, None)
        return View(view_id, user, _with_block_ids(body), self._new_hash(), root_id, previous_id)

    def _new_hash(self) -> str:
        return f"{self.next_ts()}.{next(self._numbers):x}"

    def find_view(self, *, view_id: str = "", external_id: str = "") -> View:
        """Find an open modal or a Home tab.

        Raises:
            RefusedError: ``not_found``.
        """
        for view in (*itertools.chain.from_iterable(self.modals.values()), *self.homes.values()):
            if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
                return view
        raise RefusedError("not_found")

    def update_view(self, view: View, body: Json, expected_hash: str | None = None) -> View:
        """Replace what a modal shows.

        Raises:
            RefusedError: ``hash_conflict`` when someone changed it since ``expected_hash``.
        """
        _check_hash(view, expected_hash)
        changed = replace(view, body=_with_block_ids(body), hash=self._new_hash())
        stack = tuple(changed if other.id == view.id else other for other in self.modals.get(view.user, ()))
        self._stack(view.user, stack)
        return changed

    def close_views(self, user: str, count: int = 1) -> None:
        """Close a person's topmost modals, all of them with a count of the stack's height."""
        stack = self.modals.get(user, ())
        self.modals[user] = stack[: max(0, len(stack) - count)]
        for view in stack[len(self.modals[user]) :]:
            self._announce("closed", view)

    def _stack(self, user: str, views: tuple[View, ...]) -> None:
        self.modals[user] = views
        if views:
            self._announce("viewed", views[-1])

    def publish_home(self, user: str, body: Json, expected_hash: str | None = None) -> View:
        """Put a Home tab before a person.

        Raises:
            RefusedError: ``user_not_found``; ``hash_conflict`` when it changed since ``expected_hash``.
        """
        if user not in self.users:
            raise RefusedError("user_not_found")
        if user in self.homes:
            _check_hash(self.homes[user], expected_hash)
        view = self._new_view(user, body, ())
        self.homes[user] = replace(view, id=self.homes[user].id if user in self.homes else view.id)
        self._announce("viewed", self.homes[user])
        return self.homes[user]

    def _announce(self, what: str, subject: Message | View) -> None:
        for observer in self.observers:
            observer(what, subject)


def _filled(message: Message, body: Json) -> Message:
    text = str(body.get("text") or body.get("markdown_text") or "")
    return replace(message, text=text[:TEXT_LIMIT], blocks=with_ids(body.get("blocks") or ()))


def _with_block_ids(body: Json) -> Json:
    return {**body, "blocks": list(with_ids(body["blocks"]))}


def _check_hash(view: View, expected: str | None) -> None:
    if expected and expected != view.hash:
        raise RefusedError("hash_conflict")
