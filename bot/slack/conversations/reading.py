"""Conversation: somebody reads on in the article behind an answer, or wants to know why it was chosen."""

from __future__ import annotations

from bot import wording
from bot.errors import QuicktakeError
from bot.model import Answer, Reply
from bot.slack.blockkit.buttons import READ_ARTICLE, Pointer
from bot.slack.blockkit.messages import Presentation, plain
from bot.slack.blockkit.modals import TURN_PAGE, full_answer, in_words
from bot.slack.bot import SlackBot
from bot.slack.request import Request
from bot.slack.routes import action, offer


def answer_behind(request: Request, bot: SlackBot) -> Answer:
    """Return the answer that the pressed button points to.

    Raises:
        QuicktakeError: its article is gone.
    """
    pointer = Pointer.from_value(request.value)
    answer = bot.answerer.show(pointer.url, pointer.question)
    if answer is None:
        raise QuicktakeError(wording.GONE)
    return answer


async def show_full_answer(request: Request, bot: SlackBot) -> None:
    """Open a modal with the whole article."""
    answer = answer_behind(request, bot)
    await bot.sender.open_modal(request, full_answer(answer, bot.presentation.site_url), in_words(answer))


async def turn_page(request: Request, bot: SlackBot) -> None:
    """Show another page of the whole article in its modal."""
    answer = answer_behind(request, bot)
    view = full_answer(answer, bot.presentation.site_url, request.number)
    await bot.sender.update_modal(request, view, in_words(answer))


async def why_this(request: Request, bot: SlackBot) -> None:
    """Explain privately, in plain words, what led to the answer, and from which release."""
    pointer = Pointer.from_value(request.value)
    lines = (*bot.answerer.explain(pointer.question, pointer.url), wording.from_release(str(bot.answerer.release)))
    await bot.sender.privately(request, plain("\n".join(f"* {line}" for line in lines)))


def _is_answer(reply: Reply, _shown: Presentation) -> bool:
    return isinstance(reply, Answer)


ROUTES = (
    offer("show_full_answer", wording.SHOW_FULL_ANSWER, show_full_answer, _is_answer),
    offer("why_this", wording.WHY_THIS, why_this, _is_answer),
    action(READ_ARTICLE, show_full_answer),
    action(TURN_PAGE, turn_page),
)
