"""Conversation: the app's Home tab, and the first sight of the messages tab."""

from __future__ import annotations

import asyncio
import logging

from slack_sdk.errors import SlackApiError

from bot.journal.review import Glance
from bot.slack.blockkit.home import AdminPart, HomeTab, home_view
from bot.slack.bot import SlackBot
from bot.slack.refusals import advise
from bot.slack.request import Request
from bot.slack.routes import Handle, event

log = logging.getLogger(__name__)

MOST_ARTICLES = 5
MOST_PROMPTS = 4  # Slack's limit
JOURNAL_S = 0.3  # how long the tab waits for the journal before it is shown without


async def open_tab(request: Request, bot: SlackBot) -> None:
    """Publish the tab, and suggest prompts where the conversation was opened; Slack need not say which it was."""
    if request.tab != "home":
        await _suggest_prompts(request, bot)
    if request.tab == "messages":
        return
    await show_home(request, bot)


async def show_home(request: Request, bot: SlackBot, outcome: str = "") -> None:
    """Publish the tab, with what came of an admin's press; without the journal first where that is slow."""
    look = bot.learning.glance_of_admin if bot.access.is_admin(request) else bot.learning.glance
    looking = asyncio.ensure_future(asyncio.to_thread(look, request.user))
    await asyncio.wait({looking}, timeout=JOURNAL_S)
    if not looking.done():
        await _publish(request, bot, Glance(), outcome)
    await _publish(request, bot, await looking, outcome)


def is_home(request: Request) -> bool:
    """Tell whether a button was pressed on this tab."""
    return request.view_type == "home"


def and_show_home(handle: Handle) -> Handle:
    """Return ``handle`` that publishes the tab anew where it was started from there."""

    async def handle_and_show_home(request: Request, bot: SlackBot) -> None:
        try:
            await handle(request, bot)
        finally:
            if is_home(request):
                await show_home(request, bot)

    return handle_and_show_home


async def _publish(request: Request, bot: SlackBot, glance: Glance, outcome: str) -> None:
    used = bot.answerer.articles_at(glance.popular)
    linked = [article for article in bot.answerer.find("", "", 2 * MOST_ARTICLES) if article not in used]
    state = await asyncio.to_thread(bot.status) if bot.access.is_admin(request) else None
    tab = HomeTab(
        examples=linked[: MOST_ARTICLES - len(used)],
        subjects=bot.answerer.subjects(),
        popular=used,
        asked=glance.asked,
        admin=AdminPart(state, glance.insights, glance.review, outcome) if state else None,
    )
    try:
        await bot.client.views_publish(user_id=request.user, view=home_view(tab))
    except SlackApiError as refusal:
        log.error("The Home tab could not be shown: %s", advise(refusal))  # noqa: TRY400  (quotes nobody)


async def _suggest_prompts(request: Request, bot: SlackBot) -> None:
    """Best effort: needs the agent experience, which needs a paid plan. A thread_ts would make it fail silently."""
    titles = [article.title for article in bot.answerer.find("", "", MOST_PROMPTS)]
    prompts = [{"title": title, "message": title} for title in titles]
    try:
        await bot.client.api_call(
            "assistant.threads.setSuggestedPrompts", json={"channel_id": request.channel, "prompts": prompts}
        )
    except SlackApiError as refusal:
        log.info("No questions could be suggested: %s", advise(refusal))


ROUTES = (event("app_home_opened", open_tab, is_counted=False),)
