"""The weekly digest: what the journal says of the last week, posted to a channel on Monday morning, once."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.background import BackgroundTask
from bot.errors import QuicktakeError
from bot.learning import Learning
from bot.slack.blockkit.insights import digest
from bot.slack.sending import Sender
from bot.state.schedule import Schedule

log = logging.getLogger(__name__)

HOUR = 9  # UTC, on Mondays: a European week has just begun, an American one begins with it
LOOK_EVERY_S = 3_600.0
CHORE = "digest"


class Digest:
    """Posts to ``channel`` (an id; empty: never) from ``start`` to ``stop``. ``now`` gives the time as aware UTC."""

    def __init__(
        self, channel: str, learning: Learning, schedule: Schedule, sender: Sender, now: Callable[[], dt.datetime]
    ) -> None:
        self._channel = channel
        self._learning = learning
        self._schedule = schedule
        self._sender = sender
        self._now = now
        self._task = BackgroundTask("Weekly digest", self.post_if_due, every_s=LOOK_EVERY_S)

    def start(self) -> None:
        """Begin to look, once an hour, whether the digest is due."""
        if self._channel:
            self._task.start()

    async def stop(self, grace_s: float = 0.0) -> None:
        """Stop looking; what is being posted has ``grace_s`` to be posted."""
        await self._task.stop(grace_s)

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
            if await asyncio.to_thread(self._schedule.claim, CHORE, due):
                await self._post_or_give_back(due)
        except SlackApiError as refusal:
            error = str(refusal.response.get("error"))
            raise QuicktakeError(wording.digest_refused(self._channel, error)) from refusal

    async def _post_or_give_back(self, due: dt.datetime) -> None:
        try:
            found, weeks = await asyncio.to_thread(self._learning.last_week)
            await self._sender.post(digest(found, weeks), self._channel)
        except BaseException:
            await asyncio.to_thread(self._schedule.give_back, CHORE, due)
            raise


def last_due(now: dt.datetime) -> dt.datetime:
    """Return the latest Monday morning that is not after ``now``.

    >>> last_due(dt.datetime(2026, 3, 2, 8, 59, tzinfo=dt.UTC)).isoformat()
    '2026-02-23T09:00:00+00:00'
    """
    monday = now - dt.timedelta(days=now.weekday())
    this_week = monday.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return this_week if this_week <= now else this_week - dt.timedelta(weeks=1)
