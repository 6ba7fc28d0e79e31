"""Conversation: the app's Home tab, and the first sight of the messages tab."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.slack.blockkit import limits, reports
from bot.slack.blockkit.blocks import context, header
from bot.slack.blockkit.buttons import BROWSE, READ_ARTICLE, RELOAD, ROLL_BACK, Pointer, actions, button, plain_button
from bot.slack.markdown import richtext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.model import Article, Status
    from bot.slack.conversations.admin import Administration

log = logging.getLogger(__name__)

Block = dict[str, Any]

MOST_EXAMPLES = 5
MOST_PROMPTS = 4  # Slack's limit


@dataclass(frozen=True, slots=True)
class Home:
    """Shows everyone what the bot does and where to begin; admins also what is served."""

    answerer: Answerer
    administration: Administration

    async def opened(self, args: AsyncArgs) -> None:
        """Publish the tab, or suggest prompts where the conversation was opened."""
        if (args.event or {}).get("tab") == "home":
            await args.client.views_publish(user_id=args.context.user_id or "", view=self._view(args))
        else:
            await self._suggest(args)

    def _view(self, args: AsyncArgs) -> dict[str, Any]:
        state = self.administration.desk.status() if self.administration.is_admin(args) else None
        return home_view(self.answerer.find("", "", MOST_EXAMPLES), self.answerer.subjects(), state)

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


def home_view(examples: Sequence[Article], subjects: Sequence[str], state: Status | None) -> dict[str, Any]:
    """Return the Home tab: what the bot does, examples, subjects; with ``state``, what admins want to see.

    Pure: no I/O.
    """
    blocks = [
        header(wording.BOT),
        *richtext.blocks(wording.HELP),
        *actions(plain_button(BROWSE, wording.BROWSE, BROWSE)),
        *richtext.blocks(f"**{wording.FOR_EXAMPLE}**"),
        *(block for number, article in enumerate(examples) for block in _example(number, article)),
        context(wording.subjects(list(subjects))),
        *(_for_admins(state) if state else []),
    ]
    return {"type": "home", "blocks": blocks[: limits.VIEW_BLOCKS]}


def _example(number: int, article: Article) -> list[Block]:
    """A row for each: titles are long, and several in a row are cut."""
    pointer = Pointer(article.url, article.title)
    return actions(button(f"{READ_ARTICLE}:{number}", article.title, pointer, spoken=wording.show(article.title)))


def _for_admins(state: Status) -> list[Block]:
    deeds = actions(plain_button(RELOAD, wording.RELOAD, RELOAD), plain_button(ROLL_BACK, wording.ROLL_BACK, ROLL_BACK))
    return [header(wording.FOR_ADMINS), *reports.status(state).blocks, *deeds]
