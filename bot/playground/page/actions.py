"""What people do on the page, turned into the verbs of the emulator.

An action is a JSON object: ``do`` names it, ``user`` does it, the rest is particular to it.
"""

from __future__ import annotations

from collections.abc import Awaitable

from bot.playground.emulator import Emulator
from bot.playground.model import Exchange, Json, Message, RefusedError, View

SLOW_S = 1.5


class Actions:
    """Does in the workspace what the page asks for."""

    def __init__(self, slack: Emulator) -> None:
        self._slack = slack

    async def do(self, action: Json) -> Json:
        """Do it, and give ``acked`` and the ``response`` of the acknowledgement, or an ``error`` for the person."""
        try:
            exchange = await self._carry_out(action)
        except RefusedError as refused:
            return {"error": refused.error}
        except LookupError as mistake:
            return {"error": str(mistake.args[0] if mistake.args else mistake)}
        if exchange is None:
            return {"acked": True}
        return {"acked": exchange.is_acked, "response": exchange.response}

    async def _carry_out(self, action: Json) -> Exchange | None:
        slack, user = self._slack, str(action.get("user", ""))
        verb: Awaitable[Exchange | None]
        match action:
            case {"do": "say", "channel": channel, "text": text}:
                verb = self._say(user, channel, text, action.get("thread_ts"))
            case {"do": "slash", "channel": channel, "text": text}:
                verb = self._type_command(user, channel, text)
            case {"do": "press", "on": on, "action": pressed}:
                values = action.get("value"), action.get("values")
                verb = slack.press(user, self._surface(on), pressed, *values)
            case {"do": "options", "on": on, "action": field, "value": typed}:
                verb = slack.options(user, self._surface(on), field, typed)
            case {"do": "submit", "on": {"view": view_id}, "values": values}:
                verb = slack.submit_view(user, slack.workspace.find_view(view_id=view_id), values)
            case {"do": "close", "on": {"view": view_id}}:
                verb = slack.close_view(user, slack.workspace.find_view(view_id=view_id))
            case {"do": "shortcut", "callback_id": callback_id}:
                verb = slack.shortcut(user, callback_id, self._message(action["on"]) if "on" in action else None)
            case {"do": "open_home", "tab": tab}:
                verb = slack.open_home(user, tab)
            case {"do": "misbehave", "how": how}:
                verb = self._misbehave(how)
            case _:
                raise LookupError(f"no such action: {action.get('do')}")
        return await verb

    async def _say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Exchange | None:
        exchange = await self._slack.say(user, channel, text, thread_ts)
        name = self._slack.installation.bot_name
        where = self._slack.workspace.channel(channel)
        if not where.has_bot and f"@{name}" in text:
            self._slack.workspace.tell(user, where.id, f"{name} is not in #{where.name}, so it did not hear you.")
        return exchange

    async def _type_command(self, user: str, channel: str, typed: str) -> Exchange | None:
        command, _, text = typed.partition(" ")
        if command == "/me":
            return await self._say(user, channel, typed)
        if command not in self._slack.installation.commands:
            raise LookupError(f"{command} is not a command here.")
        return await self._slack.slash(user, channel, command, text.strip())

    async def _misbehave(self, how: str) -> Exchange | None:
        faults = self._slack.faults
        match how:
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
        return None

    def _surface(self, on: Json) -> Message | View:
        return self._slack.workspace.find_view(view_id=on["view"]) if "view" in on else self._message(on)

    def _message(self, on: Json) -> Message:
        for message in self._slack.workspace.messages:
            if (message.channel, message.ts) == (on["channel"], on["ts"]):
                return message
        raise LookupError("That message is gone.")
