"""Conversation: somebody posts the address of an article, and sees below it what it says."""

from __future__ import annotations

from bot.markdown.links import ways_to_write
from bot.model import Answer
from bot.slack.blockkit.unfurls import unfurled
from bot.slack.bot import SlackBot
from bot.slack.request import Request
from bot.slack.routes import overheard

POSTED = "conversations_history"  # not “composer”: who will read it is not known while it is being written


async def unfurl(request: Request, bot: SlackBot) -> None:
    """Unfurl the addresses of articles in a message; all others are left to Slack."""
    found = {url: _answer_at(url, bot) for url in request.urls}
    known = [(url, answer) for url, answer in found.items() if answer]
    unfurls = {url: {"blocks": unfurled(number, answer)} for number, (url, answer) in enumerate(known)}
    if unfurls:
        await bot.client.chat_unfurl(unfurl_id=request.unfurl_id, source=POSTED, unfurls=unfurls)


def _answer_at(url: str, bot: SlackBot) -> Answer | None:
    ways = (bot.answerer.show(way, "") for way in ways_to_write(url, bot.presentation.site_url))
    return next((answer for answer in ways if answer), None)


def _is_wanted(request: Request, bot: SlackBot) -> bool:
    return bot.unfurls and request.source == POSTED


ROUTES = (overheard("link_shared", unfurl, _is_wanted),)
