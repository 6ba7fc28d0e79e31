"""Conversation: somebody posts a private answer for all to see, once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot import wording
from bot.errors import QuicktakeError
from bot.model import Answer, Reply
from bot.slack.blockkit.buttons import Pointer
from bot.slack.blockkit.messages import Presentation, plain, posting
from bot.slack.bot import SlackBot
from bot.slack.conversations.reading import answer_behind
from bot.slack.request import Request
from bot.slack.routes import offer


@contextmanager
def post_once(request: Request, bot: SlackBot, again: str) -> Iterator[None]:
    """Let what is posted within happen once for the pressed button; if it raises, it may be tried again.

    Raises:
        QuicktakeError: it has happened; ``again`` says so.
    """
    if not bot.once.take(request.key()):
        raise QuicktakeError(again)
    try:
        yield
    except BaseException:
        bot.once.give_back(request.key())
        raise


async def post_answer(request: Request, bot: SlackBot) -> None:
    """Post the answer, with the question and who asked, to the channel or in the thread that the button names."""
    answer, pointer = answer_behind(request, bot), Pointer.from_value(request.value)
    message = posting(answer, request.user, bot.presentation)
    with post_once(request, bot, wording.POSTED_ALREADY):
        if not await bot.sender.to_everyone(request.response_url, message, pointer.thread_ts):
            raise QuicktakeError(wording.EXPIRED)
    bot.recording.posted(request, pointer)
    await bot.sender.privately(request, plain(wording.POSTED_IN_THREAD if pointer.thread_ts else wording.POSTED))


def _can_be_posted(reply: Reply, shown: Presentation) -> bool:
    return isinstance(reply, Answer) and shown.can_post


def _can_be_posted_in_thread(reply: Reply, shown: Presentation) -> bool:
    return isinstance(reply, Answer) and bool(shown.thread_ts)


ROUTES = (
    offer("post_to_channel", wording.POST_TO_CHANNEL, post_answer, _can_be_posted),
    offer("post_in_thread", wording.POST_IN_THREAD, post_answer, _can_be_posted_in_thread),
)
