"""Conversation: the app's Home tab, and the first sight of the messages tab."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.errors import QuicktakeError
from bot.journal.review import Glance
from bot.slack import sending
from bot.slack.blockkit.blocks import said, sentence
from bot.slack.blockkit.buttons import Pointer
from bot.slack.blockkit.home import AdminPart, HomeTab, home_view
from bot.slack.blockkit.messages import message

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.slack.blockkit.messages import Presentation
    from bot.slack.conversations.admin import Administration
    from bot.slack.recording import Recording

    Work = Callable[[AsyncArgs], Awaitable[None]]

log = logging.getLogger(__name__)

MOST_ARTICLES = 5
MOST_PROMPTS = 4  # Slack's limit
PATIENCE_S = 0.3  # how long the tab waits for the journal before it is shown without


@dataclass(frozen=True, slots=True)
class Memory:
    """What the journal knows about a Slack user, and more for an admin.

    A glance blocks, and is empty rather than raise. ``try_out`` returns when it is known what the suggestions would
    change, and may raise.
    """

    glance: Callable[[str], Glance]
    glance_of_admin: Callable[[str], Glance]
    try_out: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Home:
    """Shows everyone what the bot does and where to begin; admins also how it goes."""

    answerer: Answerer
    shown: Presentation
    administration: Administration
    memory: Memory
    recording: Recording

    async def opened(self, args: AsyncArgs) -> None:
        """Publish the tab, or suggest prompts where the conversation was opened."""
        if (args.event or {}).get("tab") != "home":
            await self._suggest(args)
            return
        glance = await self.show(args)
        if glance.review and not glance.review.is_tried:
            await self._show_effects(args)

    async def show(self, args: AsyncArgs, outcome: str = "") -> Glance:
        """Publish the tab, with what came of an admin's press; without the journal first where that is slow."""
        looking = asyncio.ensure_future(self._look(args))
        await asyncio.wait({looking}, timeout=PATIENCE_S)
        if not looking.done():
            await self._publish(args, Glance(), outcome)
        glance = await looking
        await self._publish(args, glance, outcome)
        return glance

    def is_shown_to(self, args: AsyncArgs) -> bool:
        """Tell whether a button was pressed on this tab."""
        view: dict[str, Any] = args.body.get("view") or {}
        return view.get("type") == "home"

    def then_shown(self, work: Work) -> Work:
        """Return ``work`` that publishes the tab anew where it was started from there."""

        async def done(args: AsyncArgs) -> None:
            await work(args)
            if self.is_shown_to(args):
                await self.show(args)

        return done

    async def ask_again(self, args: AsyncArgs) -> None:
        """Reply in the direct message to a question that was asked before."""
        question, began_s = Pointer.from_value((args.action or {}).get("value", "")).question, self.recording.clock()
        reply = self.answerer.answer(question)
        self.recording.replied(args, "home", reply, began_s)
        made = message(reply, self.shown)
        told = sentence(said(wording.asked_again(question)))
        await sending.in_thread(args, replace(made, blocks=(told, *made.blocks)), args.context.user_id or "")

    async def _look(self, args: AsyncArgs) -> Glance:
        glance = self.memory.glance_of_admin if self.administration.is_admin(args) else self.memory.glance
        return await asyncio.to_thread(glance, args.context.user_id or "")

    async def _show_effects(self, args: AsyncArgs) -> None:
        """Publish the tab again once it is known what the suggestions would change."""
        try:
            await self.memory.try_out()
        except QuicktakeError as failure:
            log.warning("The suggestions on the Home tab cannot be tried: %s", failure)
            return
        await self.show(args)

    async def _publish(self, args: AsyncArgs, glance: Glance, outcome: str) -> None:
        used = self.answerer.articles_at(glance.popular)
        linked = [article for article in self.answerer.find("", "", 2 * MOST_ARTICLES) if article not in used]
        tab = HomeTab(
            examples=linked[: MOST_ARTICLES - len(used)],
            subjects=self.answerer.subjects(),
            popular=used,
            asked=glance.asked,
            admin=self._for_admin(args, glance, outcome),
        )
        await args.client.views_publish(user_id=args.context.user_id or "", view=home_view(tab))

    def _for_admin(self, args: AsyncArgs, glance: Glance, outcome: str) -> AdminPart | None:
        if not self.administration.is_admin(args):
            return None
        return AdminPart(self.administration.desk.status(), glance.insights, glance.review, outcome)

    async def _suggest(self, args: AsyncArgs) -> None:
        """Best effort: needs the agent experience, which needs a paid plan. A thread_ts would make it fail silently."""
        titles = [article.title for article in self.answerer.find("", "", MOST_PROMPTS)]
        prompts = [{"title": title, "message": title} for title in titles]
        try:
            await args.client.api_call(
                "assistant.threads.setSuggestedPrompts",
                json={"channel_id": (args.event or {})["channel"], "prompts": prompts},
            )
        except SlackApiError as refusal:
            log.debug("No prompts could be suggested: %s", refusal.response.get("error"))
