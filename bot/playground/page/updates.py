"""What one browser has not been told yet.

No I/O: it looks at the workspace and remembers what it told.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.emulator import Emulator
from bot.playground.model import Json
from bot.playground.page.description import described

Section = dict[str, object]


class Feed:
    """Compares the workspace with what one browser knows of it."""

    def __init__(self, slack: Emulator) -> None:
        self._slack = slack
        self._told: dict[str, Section] = {}

    def news(self) -> Json:
        """Give what changed since the last call, by section and key; None for what is gone. Empty without news.

        The first call gives everything.
        """
        seen = _sections(self._slack)
        changed = {name: _changes(self._told.get(name, {}), section) for name, section in seen.items()}
        self._told = seen
        return {name: changes for name, changes in changed.items() if changes}


def _sections(slack: Emulator) -> dict[str, Section]:
    state = slack.workspace
    return {
        "messages": {f"{message.channel}/{message.ts}": message for message in state.messages},
        "modals": dict(state.modals),
        "homes": dict(state.homes),
        "prompts": dict(state.prompts),
        "statuses": {f"{channel}/{thread}": status for (channel, thread), status in state.statuses.items()},
        "exchanges": {str(one.envelope["envelope_id"]): one for one in slack.exchanges},
        "calls": {str(number): call for number, call in enumerate(slack.calls)},
        "faults": {"is_slow": slack.faults.is_slow, "ordered": list(slack.faults.ordered)},
        "wire": {"is_connected": slack.is_connected, "connections_opened": slack.connections_opened},
    }


def _changes(before: Mapping[str, object], now: Mapping[str, object]) -> Json:
    nothing = object()
    changed = {key: described(value) for key, value in now.items() if before.get(key, nothing) != value}
    return {**changed, **dict.fromkeys(before.keys() - now.keys())}
