"""Who is served, and how fast: people of the own organisation, a fair number of times a minute.

Slack Connect brings people of other organisations into channels; by default they are refused politely, as the articles
are the team's own.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cachetools import TTLCache

from bot import wording
from bot.slack import sending
from bot.slack.blockkit.messages import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt.context.async_context import AsyncBoltContext
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

MOST_PEOPLE = 10_000
WINDOW_S = 60.0


class Courtesy:
    """Turns people away with a reason.

    Args:
        serves_outsiders: whether people of other organisations are served.
        most_a_minute: how many times one person is served in a minute; 0 for no limit.
        clock: seconds that never run backwards.
    """

    def __init__(self, *, serves_outsiders: bool, most_a_minute: int, clock: Callable[[], float]) -> None:
        self._serves_outsiders = serves_outsiders
        self._most_a_minute = most_a_minute
        self._served: TTLCache[str, itertools.count[int]] = TTLCache(MOST_PEOPLE, WINDOW_S, timer=clock)

    async def turns_away(self, args: AsyncArgs) -> bool:
        """Tell whether the person is not served now; then they have been told why."""
        reason = self._reason(args.context)
        if reason:
            await sending.privately(args, plain(reason))
        return bool(reason)

    def keeps_inside(self, args: AsyncArgs) -> bool:
        """Tell whether only people who are served would read what is said there unasked."""
        is_shared = bool(args.body.get("is_ext_shared_channel"))
        return self._serves_outsiders or not (is_shared or is_outsider(args.context))

    def _reason(self, context: AsyncBoltContext) -> str | None:
        if not self._serves_outsiders and is_outsider(context):
            return wording.OUTSIDER
        if self._most_a_minute and self._count(context.user_id or "") > self._most_a_minute:
            return wording.TOO_FAST
        return None

    def _count(self, user: str) -> int:
        """A person's minute begins with their first question; the next ones do not prolong it."""
        return next(self._served.setdefault(user, itertools.count(1)))


def is_outsider(context: AsyncBoltContext) -> bool:
    """Tell whether a request comes from somebody of another organisation than the bot's."""
    own = context.authorize_result
    if own is None or context.actor_team_id in {None, own.team_id}:
        return False
    return own.enterprise_id is None or context.actor_enterprise_id != own.enterprise_id
