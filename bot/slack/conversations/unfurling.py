"""Conversation: somebody posts the address of an article, and sees below it what it says."""

from __future__ import annotations

import logging

from slack_sdk.errors import SlackApiError

from bot.slack.blockkit.unfurls import preview
from bot.slack.bot import SlackBot
from bot.slack.refusals import advise
from bot.slack.request import Request
from bot.slack.routes import overheard

log = logging.getLogger(__name__)

POSTED = "conversations_history"  # not “composer”: who will read it is not known while it is being written


async def unfurl(request: Request, bot: SlackBot) -> None:
    """Unfurl the addresses of articles in a message; all others are left to Slack."""
    found = {url: bot.answerer.show(url, "") for url in request.urls}
    known = [(url, answer) for url, answer in found.items() if answer]
    unfurls = {url: {"blocks": preview(number, answer)} for number, (url, answer) in enumerate(known)}
    if not unfurls:
        return
    try:
        await bot.client.chat_unfurl(unfurl_id=request.unfurl_id, source=POSTED, unfurls=unfurls)
    except SlackApiError as refusal:
        log.warning("No preview could be shown: %s", advise(refusal))


def _is_wanted(request: Request, bot: SlackBot) -> bool:
    return bot.unfurls and request.source == POSTED


ROUTES = (overheard("link_shared", unfurl, _is_wanted),)
