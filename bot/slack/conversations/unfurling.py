"""Conversation: somebody posts the address of an article, and sees below it what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.markdown.links import ways_to_write
from bot.slack.blockkit.unfurls import unfurled

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.model import Answer
    from bot.slack.access import Courtesy

POSTED = "conversations_history"  # not “composer”: who will read it is not known while it is being written


@dataclass(frozen=True, slots=True)
class Unfurling:
    """Shows articles below their addresses, where the operator wants it and nobody from elsewhere reads along."""

    answerer: Answerer
    courtesy: Courtesy
    site_url: str
    is_on: bool

    async def shared(self, args: AsyncArgs) -> None:
        """Unfurl the addresses of articles in a message; all others are left to Slack."""
        event = args.event or {}
        if not self.is_on or event.get("source") != POSTED or not self.courtesy.keeps_inside(args):
            return
        unfurls = self._unfurls([link["url"] for link in event["links"]])
        if unfurls:
            await args.client.chat_unfurl(unfurl_id=event["unfurl_id"], source=POSTED, unfurls=unfurls)

    def _unfurls(self, urls: list[str]) -> dict[str, dict[str, Any]]:
        found = {url: self._answer(url) for url in urls}
        known = [(url, answer) for url, answer in found.items() if answer]
        return {url: {"blocks": unfurled(number, answer)} for number, (url, answer) in enumerate(known)}

    def _answer(self, url: str) -> Answer | None:
        ways = (self.answerer.show(way, "") for way in ways_to_write(url, self.site_url))
        return next((answer for answer in ways if answer), None)
