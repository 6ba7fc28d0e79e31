"""The weekly digest: what the journal says of the last week, posted to a channel on Monday morning, once."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.background import BackgroundTask
from bot.errors import QuicktakeError
from bot.slack import sending
from bot.slack.blockkit.insights import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.journal.insights import Insights
    from bot.journal.trend import Week

log = logging.getLogger(__name__)

HOUR = 9  # UTC, on Mondays: a European week has just begun, an American one begins with it
LOOK_EVERY_S = 3_600.0
POST_S = 10.0  # how long posting may still take when the bot stops


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What the digest needs of the journal; all block and may raise QuicktakeError.

    Attributes:
        look: gives the last week, and the trend of some more weeks.
        claim: tells whether what was due then is still to be done; then nobody else gets to do it.
        give_back: lets it be claimed again.
    """

    look: Callable[[], tuple[Insights, Sequence[Week]]]
    claim: Callable[[dt.datetime], bool]
    give_back: Callable[[dt.datetime], None]


class Digest:
    """Posts to ``channel`` (an id; empty: never) from ``start`` to ``stop``. ``now`` gives the time as aware UTC."""

    def __init__(
        self, channel: str, chronicle: Chronicle, client: AsyncWebClient, now: Callable[[], dt.datetime]
    ) -> None:
        self._channel = channel
        self._chronicle = chronicle
        self._client = client
        self._now = now
        self._task = BackgroundTask("Weekly digest", self.post_if_due, every_s=LOOK_EVERY_S)

    def start(self) -> None:
        """Begin to look, once an hour, whether the digest is due."""
        if self._channel:
            self._task.start()

    async def stop(self) -> None:
        """Stop looking; what is being posted is posted."""
        await self._task.stop(POST_S)

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for admins on why the last digest could not be posted; none if it could."""
        return self._task.problems()

    async def post_if_due(self) -> None:
        """Post unless that was done since the last Monday morning.

        Raises:
            QuicktakeError: Slack refuses it, or the journal cannot be read.
        """
        due = last_due(self._now())
        try:
            if await asyncio.to_thread(self._chronicle.claim, due):
                await self._post_or_give_back(due)
        except SlackApiError as refusal:
            error = str(refusal.response.get("error"))
            raise QuicktakeError(wording.digest_refused(self._channel, error)) from refusal

    async def _post_or_give_back(self, due: dt.datetime) -> None:
        try:
            found, weeks = await asyncio.to_thread(self._chronicle.look)
            await sending.post(self._client, digest(found, weeks), self._channel)
        except BaseException:
            await asyncio.to_thread(self._chronicle.give_back, due)
            raise


def last_due(now: dt.datetime) -> dt.datetime:
    """Return the latest Monday morning that is not after ``now``.

    >>> last_due(dt.datetime(2026, 3, 2, 8, 59, tzinfo=dt.UTC)).isoformat()
    '2026-02-23T09:00:00+00:00'
    """
    monday = now - dt.timedelta(days=now.weekday())
    this_week = monday.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return this_week if this_week <= now else this_week - dt.timedelta(weeks=1)
