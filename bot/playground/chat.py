"""A conversation with the bot in the terminal: what is typed becomes what people do in Slack, what they see is drawn.

An edge: writes to the console. It waits for the bot's reaction before it takes the next line, so that piped input gives
its replies in order.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from bot.playground import forms
from bot.playground.choices import choices
from bot.playground.elements import options, search
from bot.playground.lines import typed_lines
from bot.playground.model import Message, View
from bot.playground.terminal import draw_message, draw_view
from bot.playground.workspace import GENERAL, PERSON, SLACKBOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from rich.console import Console

    from bot.playground.choices import Choice
    from bot.playground.emulator import Emulator
    from bot.playground.model import Exchange

REPLY_S = 15.0  # a reload of a large corpus may take that long
PRESS_S = 3.0  # a press may rightly change nothing that can be seen
QUIET_S = 0.25  # the bot counts as done when nothing happened for so long

INTRO = (
    "Ask a question: what you type is a direct message. [bold]/quicktake …[/] is the slash command, "
    "[bold]@quicktake …[/] a mention in #general, a number presses that button. [bold]Ctrl-D[/] leaves."
)


async def converse(
    slack: Emulator, console: Console, lines: AsyncIterator[str] | None = None, user: str = PERSON.id
) -> None:
    """Talk until the lines end.

    Args:
        slack: the workspace, with the bot connected.
        console: what is drawn on.
        lines: what is typed; standard input unless given.
        user: the id of the person who talks.
    """
    console.print(INTRO, highlight=False)
    console.print()
    conversation = Conversation(slack, console, lines or typed_lines(sys.stdin, console), user)
    await conversation.run()


class Conversation:
    """One person's side of the workspace: what they have seen, and which numbers press what."""

    def __init__(self, slack: Emulator, console: Console, lines: AsyncIterator[str], user: str) -> None:
        self._slack = slack
        self._console = console
        self._lines = lines
        self._user = user
        self._seen: dict[tuple[str, str], Message | View] = {}
        self._in_message: list[Callable[[], Awaitable[None]]] = []
        self._in_modal: list[Callable[[], Awaitable[None]]] = []

    async def run(self) -> None:
        """Take the lines one after the other."""
        async for line in self._lines:
            if line.strip():
                await self._take(line.strip())

    async def _take(self, line: str) -> None:
        await self._show(self._news())  # what came in while nobody looked
        if line.isdecimal():
            await self._choose(int(line))
            return
        if not line.startswith(("/", "@")) and await self._searched(line):
            return
        await self._leave_modals()
        if line.startswith("/"):
            await self._command(line)
        elif line.startswith(f"@{self._slack.installation.bot_name}"):
            await self._react_to(self._slack.mention(self._user, GENERAL.id, line), REPLY_S)
        else:
            await self._react_to(self._slack.direct_message(self._user, line), REPLY_S)

    async def _choose(self, number: int) -> None:
        numbered = self._in_modal if self._slack.views(self._user) else self._in_message
        if not 1 <= number <= len(numbered):
            self._remark(f"There is no button {number}.")
            return
        await numbered[number - 1]()

    async def _leave_modals(self) -> None:
        for view in reversed(self._slack.views(self._user)):
            await self._slack.close_view(self._user, view)

    async def _searched(self, line: str) -> bool:
        """Type into the search of the topmost modal and list what it offers; False if there is no search."""
        view = next(reversed(self._slack.views(self._user)), None)
        found = search(view.blocks) if view else None
        if view is None or found is None:
            return False
        exchange = await self._slack.options(self._user, view, found["action_id"], line)
        offered = options(exchange.response or {})
        self._in_modal = [partial(self._pick, view, found["action_id"], option["value"]) for option in offered]
        for number, option in enumerate(offered, start=1):
            self._console.print(Text.assemble((f"[{number}]", "green"), f" {option['text']['text']}"))
        return True

    async def _pick(self, view: View, action_id: str, value: str) -> None:
        await self._react_to(self._slack.press(self._user, view, action_id, value), PRESS_S)

    async def _command(self, line: str) -> None:
        command, _, text = line.partition(" ")
        if command != f"/{self._slack.installation.bot_name}":
            self._remark(f"{command} is not a command here; /{self._slack.installation.bot_name} is.")
            return
        await self._react_to(self._slack.slash(self._user, GENERAL.id, command, text.strip()), REPLY_S)

    async def _react_to(self, deed: Awaitable[Exchange | None], timeout_s: float) -> None:
        """Do it, wait for what comes of it, and show that."""
        await deed
        try:
            await self._slack.wait_for(self._news, timeout_s)
        except TimeoutError:
            self._remark("(nothing to see)")
            return
        await self._until_quiet()
        await self._show(self._news())

    async def _until_quiet(self) -> None:
        while True:
            before = len(self._slack.calls)
            try:
                await self._slack.wait_for(partial(self._has_gone_on_since, before), QUIET_S)
            except TimeoutError:
                return

    def _has_gone_on_since(self, before: int) -> bool:
        return len(self._slack.calls) > before

    def _news(self) -> tuple[Message | View, ...]:
        return tuple(one for one in self._visible() if self._seen.get(_key(one)) != one)

    def _visible(self) -> tuple[Message | View, ...]:
        """List what others wrote here, oldest first, and what lies on top of it."""
        places = (GENERAL.id, self._user)
        said = [
            message
            for place in places
            for message in self._slack.messages(place)
            if message.user != self._user or message.unfurls
        ]
        whispered = [message for place in places for message in self._slack.ephemerals(self._user, place)]
        return (*sorted([*said, *whispered], key=lambda message: message.ts), *self._slack.views(self._user)[-1:])

    async def _show(self, news: tuple[Message | View, ...]) -> None:
        for one in news:
            self._seen[_key(one)] = one
            if isinstance(one, View):
                await self._show_view(one)
            else:
                self._show_message(one)

    def _show_message(self, message: Message) -> None:
        self._console.print(self._heading(message))
        self._console.print(draw_message(message.operable, message.text))
        self._console.print()
        offered = choices(message.operable)
        if offered:
            self._in_message = [partial(self._press, message, choice) for choice in offered]

    def _heading(self, message: Message) -> Text:
        name = "Slackbot" if message.user == SLACKBOT else self._slack.installation.bot_name
        is_public = message.channel == GENERAL.id
        remarks = (
            f"#{GENERAL.name}" if is_public else "",
            "in the thread" if is_public and message.thread_ts else "",
            "edited" if message.is_edited else "",
            "Only visible to you" if message.visible_to else "",
        )
        aside = " · ".join(filter(None, remarks))
        return Text.assemble((name, "bold magenta"), (f"  {aside}" if aside else "", "dim italic"))

    async def _show_view(self, view: View) -> None:
        closing = view.body.get("close", {}).get("text", "Close")
        submitting = view.body.get("submit", {}).get("text", "")
        if forms.fields(view):
            self._console.print(draw_view(view))
            self._in_modal = []
            await self._fill_in(view)
            return
        self._console.print(draw_view(view, filter(None, (submitting, closing))))
        self._in_modal = [partial(self._press, view, choice) for choice in choices(view.blocks)]
        if submitting:
            self._in_modal.append(partial(self._submit, view, {}))
        self._in_modal.append(partial(self._close, view))

    async def _fill_in(self, view: View) -> None:
        values = await forms.fill_in(view, self._ask)
        if values is None:
            await self._close(view)
            return
        await self._submit(view, values)

    async def _ask(self, question: str) -> str | None:
        self._console.print(Text(question, "bold"))
        return await anext(self._lines, None)

    async def _press(self, surface: Message | View, choice: Choice) -> None:
        if choice.url:
            self._console.print(Text(choice.url, f"underline link {choice.url}"))
            await self._slack.press(self._user, surface, choice.action_id, choice.value)
            return
        await self._react_to(self._slack.press(self._user, surface, choice.action_id, choice.value), PRESS_S)

    async def _submit(self, view: View, values: dict[str, str]) -> None:
        exchange = await self._slack.submit_view(self._user, view, values)
        mistakes = (exchange.response or {}).get("errors", {})
        if mistakes:
            self._remark("\n".join(mistakes.values()))
            await self._show((view,))
            return
        await self._until_quiet()
        await self._show(self._news())

    async def _close(self, view: View) -> None:
        await self._slack.close_view(self._user, view)
        self._remark(f"({view.title} closed)")
        for below in self._slack.views(self._user)[-1:]:
            await self._show((below,))

    def _remark(self, text: str) -> None:
        self._console.print(Text(text, "dim"))


def _key(seen: Message | View) -> tuple[str, str]:
    return (seen.channel, seen.ts) if isinstance(seen, Message) else ("view", seen.id)
