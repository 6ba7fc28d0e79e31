"""Which events were seen already, so that a redelivered one is answered once.

Slack redelivers an event up to three times, and over several connections: https://docs.slack.dev/apis/events-api#retries
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REMEMBERED_S = 600
MOST_REMEMBERED = 10_000


class Deliveries:
    """Remembers events for ten minutes by their id, and messages by their kind and place; bounded.

    ``clock`` gives seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._seen: TTLCache[str, bool] = TTLCache(MOST_REMEMBERED, REMEMBERED_S, timer=clock)

    def is_new(self, body: Mapping[str, Any]) -> bool:
        """Tell whether the Events API ``body`` comes for the first time, and remember it."""
        keys = _keys(body)
        is_new = not any(key in self._seen for key in keys)
        self._seen.update(dict.fromkeys(keys, True))
        return is_new


def _keys(body: Mapping[str, Any]) -> list[str]:
    """One message can come as a mention and as a message, which are different matters."""
    event = body.get("event", {})
    place = f"{event.get('type')}/{event['channel']}/{event['ts']}" if "channel" in event and "ts" in event else None
    return [key for key in (body.get("event_id"), place) if key]
