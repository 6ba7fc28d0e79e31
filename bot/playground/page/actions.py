"""What people do on the page, turned into the verbs of the emulator.

No I/O of its own. A deed is a JSON object: ``do`` names it, ``user`` does it, the rest is particular to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.model import RefusedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.playground.emulator import Emulator
    from bot.playground.model import Exchange, Json, Message, View

SLOW_S = 1.5


class Deeds:
    """Does in the workspace what the page asks for."""

    def __init__(self, slack: Emulator) -> None:
        self._slack = slack
        self._verbs: Mapping[str, Callable[[Json], Awaitable[Exchange | None]]] = {
            "say": self._say,
            "slash": self._slash,
            "press": self._press,
            "options": self._options,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "open_home": self._open_home,
            "misbehave": self._misbehave,
        }

    async def do(self, deed: Json) -> Json:
        """Do it, and give ``acked`` and the ``response`` of the acknowledgement, or an ``error`` for the person."""
        try:
            exchange = await self._verbs[deed["do"]](deed)
        except RefusedError as refused:
            return {"error": refused.error}
        except LookupError as mistake:
            return {"error": str(mistake.args[0] if mistake.args else mistake)}
        if exchange is None:
            return {"acked": True}
        return {"acked": exchange.is_acked, "response": exchange.response}

    async def _say(self, deed: Json) -> Exchange | None:
        user, channel, text = deed["user"], deed["channel"], deed["text"]
        exchange = await self._slack.say(user, channel, text, deed.get("thread_ts"))
        name = self._slack.installation.bot_name
        where = self._slack.workspace.channel(channel)
        if not where.has_bot and f"@{name}" in text:
            self._slack.workspace.tell(user, where.id, f"{name} is not in #{where.name}, so it did not hear you.")
        return exchange

    async def _slash(self, deed: Json) -> Exchange | None:
        command, _, text = deed["text"].partition(" ")
        if command == "/me":
            return await self._say(deed)
        if command not in self._slack.installation.commands:
            raise LookupError(f"{command} is not a command here.")
        return await self._slack.slash(deed["user"], deed["channel"], command, text.strip())

    async def _press(self, deed: Json) -> Exchange:
        return await self._slack.press(
            deed["user"], self._surface(deed["on"]), deed["action"], deed.get("value"), deed.get("values")
        )

    async def _options(self, deed: Json) -> Exchange:
        return await self._slack.options(deed["user"], self._surface(deed["on"]), deed["action"], deed["value"])

    async def _submit(self, deed: Json) -> Exchange:
        return await self._slack.submit_view(deed["user"], self._view(deed["on"]), deed["values"])

    async def _close(self, deed: Json) -> Exchange | None:
        return await self._slack.close_view(deed["user"], self._view(deed["on"]))

    async def _shortcut(self, deed: Json) -> Exchange:
        message = self._message(deed["on"]) if "on" in deed else None
        return await self._slack.shortcut(deed["user"], deed["callback_id"], message)

    async def _open_home(self, deed: Json) -> Exchange:
        return await self._slack.open_home(deed["user"], deed["tab"])

    async def _misbehave(self, deed: Json) -> None:
        faults = self._slack.faults
        match deed["how"]:
            case "slow":
                faults.slow_down(SLOW_S)
            case "fast":
                faults.slow_down(0)
            case "rate_limit":
                faults.rate_limit()
            case "server_error":
                faults.server_error()
            case "duplicate":
                faults.duplicate_next()
            case "refresh":
                await faults.refresh()
            case "drop":
                faults.drop()
            case unknown:
                raise LookupError(f"no such misbehaviour: {unknown}")

    def _surface(self, on: Json) -> Message | View:
        return self._view(on) if "view" in on else self._message(on)

    def _view(self, on: Json) -> View:
        return self._slack.workspace.find_view(view_id=on["view"])

    def _message(self, on: Json) -> Message:
        for message in self._slack.workspace.messages:
            if (message.channel, message.ts) == (on["channel"], on["ts"]):
                return message
        raise LookupError("That message is gone.")
