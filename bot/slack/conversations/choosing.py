"""Conversation: somebody chooses another article than the one shown, or none of those offered."""

from __future__ import annotations

from bot import wording
from bot.model import Choices, Reply
from bot.slack.blockkit.buttons import OPEN_LINK, SHOW_ARTICLE, Pointer
from bot.slack.blockkit.messages import Presentation, message, no_answer
from bot.slack.bot import SlackBot
from bot.slack.conversations.reading import answer_behind
from bot.slack.request import Request
from bot.slack.routes import action, offer


async def show_article(request: Request, bot: SlackBot) -> None:
    """Show a related or chosen article in place of the reply whose button was pressed."""
    answer = answer_behind(request, bot)
    bot.recording.chosen(request, Pointer.from_value(request.value))
    await bot.sender.in_place(request, message(answer, _here(request, bot, can_go_back=True)))


async def go_back(request: Request, bot: SlackBot) -> None:
    """Show the reply to the question again."""
    reply = bot.answerer.answer(Pointer.from_value(request.value).question)
    await bot.sender.in_place(request, message(reply, _here(request, bot)))


async def none_of_these(request: Request, bot: SlackBot) -> None:
    """Lead on where no choice was right: how to rephrase, the next nearest titles, the way to a person."""
    question = Pointer.from_value(request.value).question
    bot.recording.none_fitted(request, question)
    reply = bot.answerer.beyond_choices(question)
    shown = _here(request, bot, can_go_back=True)
    await bot.sender.in_place(request, no_answer(wording.NONE_FITTED, reply, shown))


def _here(request: Request, bot: SlackBot, *, can_go_back: bool = False) -> Presentation:
    """Return what makes sense where the button was: a private answer can be posted, in its thread if it has one."""
    thread_ts = Pointer.from_value(request.value).thread_ts
    can_post = request.is_ephemeral and not thread_ts
    return bot.presentation.here(can_post=can_post, can_go_back=can_go_back, thread_ts=thread_ts)


async def open_link(_request: Request, _bot: SlackBot) -> None:
    """Do nothing: the browser opened the link; Slack only wants its ack."""


def _is_choice(reply: Reply, _shown: Presentation) -> bool:
    return isinstance(reply, Choices)


def _can_go_back(_reply: Reply, shown: Presentation) -> bool:
    return shown.can_go_back


ROUTES = (
    action(SHOW_ARTICLE, show_article),
    action(OPEN_LINK, open_link),
    offer("none_of_these", wording.NONE_OF_THESE, none_of_these, _is_choice),
    offer("back", wording.BACK, go_back, _can_go_back),
)
