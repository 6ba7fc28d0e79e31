"""What the app offered in selects that ask it while somebody types: choosing sends the option as it was offered.

No I/O.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.playground.elements import options
from bot.playground.model import Json

_SLOTS = ("accessory", "element")


class Offers:
    """Remembers by ``action_id``; of options with the same value the latest counts."""

    def __init__(self) -> None:
        self._by_action: dict[str, dict[str, Json]] = {}

    def remember(self, action_id: str, response: Json) -> None:
        """Keep the options of a response, those of its groups included."""
        known = self._by_action.setdefault(action_id, {})
        known.update((option["value"], option) for option in options(response))

    def put_into(self, blocks: Iterable[Json]) -> tuple[Json, ...]:
        """Give blocks whose selects have the options that were offered in them."""
        return tuple(_with_options(block, self._by_action) for block in blocks)


def _with_options(block: Json, offered: Mapping[str, Mapping[str, Json]]) -> Json:
    filled: Json = {slot: _offering(block[slot], offered) for slot in _SLOTS if slot in block}
    if block["type"] == "actions":
        filled["elements"] = [_offering(element, offered) for element in block["elements"]]
    return {**block, **filled}


def _offering(element: Json, offered: Mapping[str, Mapping[str, Json]]) -> Json:
    known = offered.get(element.get("action_id", ""), {})
    if not known or not element["type"].endswith("external_select"):
        return element
    return {**element, "options": list(known.values())}
