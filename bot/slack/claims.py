"""Who was first, where a button shall work once: a question is taken by one person, an answer posted one time.

Kept in memory and bounded; after a restart a message shows what became of it, as its buttons went with that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

REMEMBERED_S = 24 * 3600.0
MOST_REMEMBERED = 10_000


class Claims:
    """Remembers for a day what was done by the buttons of which message.

    ``clock`` gives seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._done: TTLCache[tuple[str, ...], bool] = TTLCache(MOST_REMEMBERED, REMEMBERED_S, timer=clock)

    def claim(self, args: AsyncArgs, deed: str) -> bool:
        """Tell whether nobody has done it by the pressed message yet; if so, it counts as done from now on."""
        is_first = not self.is_done(args, deed)
        self._done[_key(args, deed)] = True
        return is_first

    def is_done(self, args: AsyncArgs, deed: str) -> bool:
        """Tell whether somebody has done it by the pressed message."""
        return _key(args, deed) in self._done

    def give_back(self, args: AsyncArgs, deed: str) -> None:
        """Let it be tried again, as it did not work."""
        self._done.pop(_key(args, deed), None)


def _key(args: AsyncArgs, deed: str) -> tuple[str, ...]:
    """The same message shows one article after the other in place, so what the button points to belongs to it."""
    place = args.body.get("container", {})
    return (deed, place.get("channel_id", ""), place.get("message_ts", ""), (args.action or {}).get("value", ""))
