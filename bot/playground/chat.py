"""A conversation with the bot in the terminal: what is typed becomes what people do in Slack, what they see is written.

It waits for the bot's reaction before it takes the next line, so that piped questions get their replies in order.
"""

from __future__ import annotations

import contextlib
import html
from collections.abc import Awaitable, Callable
from functools import partial

from bot.playground.block_text import wrap, write_blocks
from bot.playground.elements import options, search
from bot.playground.emulator import Emulator
from bot.playground.model import Json, Message, View
from bot.playground.workspace import GENERAL

REACTION_S = 3.0  # what comes later is shown before the next reply
QUIET_S = 0.25  # the bot counts as done when it asked nothing of Slack for so long
SUBMIT: Json = {"action_id": "submit"}


class Conversation:
    """One person's side of the workspace. ``read`` gives the next line typed, None at the end; ``show`` writes."""

    def __init__(
        self, slack: Emulator, user: str, read: Callable[[], Awaitable[str | None]], show: Callable[[str], None]
    ) -> None:
        self._slack, self._user, self._read, self._show = slack, user, read, show
        self._shown: list[Message | View] = []
        self._numbered: list[tuple[Message | View, Json, str | None]] = []

    async def run(self) -> None:
        """Take one line after the other until there are no more."""
        while (line := await self._read()) is not None:
            self._show_news()
            await self._take(line.strip())

    async def _take(self, line: str) -> None:
        views = self._slack.views(self._user)
        searched = search(views[-1].blocks) if views and line and line[0] not in "/@" else None
        if line.isdecimal():
            await self._press(int(line))
        elif searched:
            found = await self._slack.options(self._user, views[-1], searched["action_id"], line)
            for one in options(found.response or {}):
                self._show(f"[{self._number(views[-1], searched, one['value'])}] {one['text']['text']}")
        else:
            for view in reversed(views):
                await self._slack.close_view(self._user, view)
            await self._say(line)

    async def _say(self, line: str) -> None:
        (command, _, text), name = line.partition(" "), self._slack.installation.bot_name
        if command == f"/{name}":
            await self._react_to(self._slack.slash(self._user, GENERAL.id, command, text.strip()))
        elif line.startswith("/"):
            self._show(f"{command} is no command here; /{name} is.")
        elif line:
            where = GENERAL.id if line.startswith(f"@{name}") else self._user
            await self._react_to(self._slack.say(self._user, where, line))

    async def _press(self, number: int) -> None:
        surface, element, value = self._numbered[number - 1] if 0 < number <= len(self._numbered) else (None, {}, None)
        if surface is None or surface not in self._visible():
            self._show(f"There is no button {number}.")
        elif isinstance(surface, View) and element is SUBMIT:
            await self._react_to(self._submit(surface))
        else:
            if "url" in element:
                self._show(element["url"])
            await self._react_to(self._slack.press(self._user, surface, element["action_id"], value))

    async def _submit(self, view: View) -> None:
        """Ask for the fields of a form and submit them; it stays open if anything is wrong with them."""
        values = {block["block_id"]: await self._ask(block) for block in view.blocks if block["type"] == "input"}
        given = {name: value for name, value in values.items() if value}
        try:
            exchange = await self._slack.submit_view(self._user, view, given)
        except LookupError as mistake:
            self._show(str(mistake))
        else:
            self._show("\n".join((exchange.response or {}).get("errors", {}).values()))

    async def _ask(self, block: Json) -> str:
        offered = options(block["element"])
        listed = [f"  {number}. {one['text']['text']}" for number, one in enumerate(offered, start=1)]
        self._show("\n".join((block["label"]["text"], *listed)))
        typed = (await self._read() or "").strip()
        is_number = typed.isdecimal() and 0 < int(typed) <= len(offered)
        return str(offered[int(typed) - 1]["value"]) if is_number else typed

    async def _react_to(self, deed: Awaitable[object]) -> None:
        """Do it, and show what comes of it until the bot is quiet."""
        await deed
        with contextlib.suppress(TimeoutError):
            await self._slack.wait_for(self._news, REACTION_S)
            while True:
                calls = self._slack.calls
                await self._slack.wait_for(lambda: self._slack.calls != calls, QUIET_S)  # noqa: B023  (waited for here)
        self._show_news()

    def _visible(self) -> list[Message | View]:
        messages: list[Message] = []
        for place in (GENERAL.id, self._user):
            messages += (*self._slack.messages(place), *self._slack.ephemerals(self._user, place))
        return [*(one for one in messages if one.user != self._user or one.unfurls), *self._slack.views(self._user)]

    def _news(self) -> list[Message | View]:
        return [one for one in self._visible() if one not in self._shown]

    def _show_news(self) -> None:
        for one in self._news():
            self._shown.append(one)
            written = write_blocks(one.operable, partial(self._number, one))
            if isinstance(one, Message):
                self._show("(only visible to you)" if one.visible_to else "")
                self._show(f"{written or wrap(html.unescape(one.text))}\n")
            else:
                self._show(f"\n— {one.title} —\n{written}\n")
            if isinstance(one, View) and "submit" in one.body:
                self._show(f"[{self._number(one, SUBMIT, None)}] {one.body['submit']['text']}")

    def _number(self, surface: Message | View, element: Json, value: str | None) -> int:
        self._numbered.append((surface, element, value))
        return len(self._numbered)
