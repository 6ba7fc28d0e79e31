"""Who is served, and how often: people of the bot's own organisation, a fair number of times a minute.

Slack Connect brings people of other organisations into channels. They are refused unless an operator wants them served,
as the articles are the team's own.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from cachetools import TTLCache

from bot.slack.request import Request

MOST_PEOPLE = 10_000
WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is, as Slack says: its ids, its workspace and organisation, and the scopes of its token.

    ``app`` is the id that its own messages carry as their ``bot_id``.
    """

    user: str = ""
    app: str = ""
    team: str = ""
    enterprise: str = ""
    team_name: str = ""
    scopes: frozenset[str] = frozenset()


class Access:
    """Knows who may do what.

    Args:
        admins: Slack user ids.
        serves_outsiders: whether people of other organisations are served.
        most_a_minute: how many times one person is served in a minute; 0 for no limit.
        clock: seconds that never run backwards.

    Attributes:
        identity: set once Slack has said it; until then everybody is an outsider.
    """

    def __init__(
        self, admins: frozenset[str], *, serves_outsiders: bool, most_a_minute: int, clock: Callable[[], float]
    ) -> None:
        self.identity = Identity()
        self._admins = admins
        self._serves_outsiders = serves_outsiders
        self._most_a_minute = most_a_minute
        self._served: TTLCache[str, itertools.count[int]] = TTLCache(MOST_PEOPLE, WINDOW_S, timer=clock)

    def is_admin(self, request: Request) -> bool:
        """Tell whether the person may administer."""
        return request.user in self._admins

    def is_own(self, request: Request) -> bool:
        """Tell whether the bot itself wrote it."""
        own = self.identity
        return bool((own.user and request.user == own.user) or (own.app and request.app == own.app))

    def serves(self, request: Request) -> bool:
        """Tell whether the person belongs to those who are served."""
        own = self.identity
        is_own = own.team and (request.team == own.team or (own.enterprise and request.enterprise == own.enterprise))
        return self._serves_outsiders or bool(is_own)

    def keeps_inside(self, request: Request) -> bool:
        """Tell whether only people who are served would read what is said there unasked."""
        return self._serves_outsiders or (self.serves(request) and not request.is_shared)

    def count(self, user: str) -> bool:
        """Count that a person, or a program, is served once more; return False if that is too often.

        Their minute begins with their first question; the next ones do not prolong it.
        """
        return not self._most_a_minute or self._most_a_minute >= next(self._served.setdefault(user, itertools.count(1)))
