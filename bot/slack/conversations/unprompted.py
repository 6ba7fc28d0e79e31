"""Conversation: somebody asks a channel, not the bot, and the bot answers where an admin lets it and it is sure."""

from __future__ import annotations

import asyncio

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.errors import QuicktakeError
from bot.journal.events import OverheardOutcome
from bot.model import Answer
from bot.slack.blockkit.buttons import Vote
from bot.slack.blockkit.messages import plain
from bot.slack.blockkit.unprompted import NOT_MEANT, Unasked, unprompted_answer
from bot.slack.bot import SlackBot
from bot.slack.open_questions import open_question
from bot.slack.request import Request
from bot.slack.routes import action, overheard
from bot.state.channel_modes import ChannelMode
from bot.state.topics import Topic

SURE_AT = 0.97
"""Confidence to speak up with, where nobody asked: a title with one word changed never reaches it (70 near misses over
two collections), nor does a question without an answer of the labelled ones; those who ask are answered from .87 on."""

NOT_MEANT_REASON = "not what was meant"


async def overhear(request: Request, bot: SlackBot) -> None:
    """Answer a question that a channel is asked, or in shadow mode note what the answer would be."""
    if await _mode(request, bot) is ChannelMode.OFF:
        return
    question = open_question(request)
    if question is None:
        return
    reply = bot.answerer.answer(question)
    if not isinstance(reply, Answer) or reply.hits[0].confidence < SURE_AT:
        bot.recording.overheard(request, "unsure", reply)
    elif await bot.delay.wait():
        outcome = await _outcome(request, bot, reply)
        if outcome == "said":
            await bot.sender.post(unprompted_answer(reply, request.user, bot.presentation), request.channel, request.ts)
            bot.topics.remember(request.places, Topic(reply.question, (reply.hits[0].article.url,)))
        if outcome:
            bot.recording.overheard(request, outcome, reply)


async def take_back(request: Request, bot: SlackBot) -> None:
    """Remove an unasked answer for the person who asked, or for an admin."""
    pressed = Unasked.from_value(request.value)
    if request.user != pressed.asker and not bot.access.is_admin(request):
        raise QuicktakeError(wording.ONLY_ASKER)
    try:
        await bot.client.chat_delete(channel=request.channel, ts=request.ts)
    except SlackApiError as refusal:
        if refusal.response.get("error") != "message_not_found":
            raise
        raise QuicktakeError(wording.ALREADY_TAKEN_AWAY) from refusal
    bot.recording.voted(request, Vote(pressed.pointer, is_helpful=False), NOT_MEANT_REASON)
    await bot.sender.privately(request, plain(wording.TAKEN_AWAY))


async def _outcome(request: Request, bot: SlackBot, answer: Answer) -> OverheardOutcome | None:
    """Return what becomes of it now that people had their time; None if it, or the admin's consent, is gone."""
    mode, repliers = await _mode(request, bot), await _repliers(request, bot)
    if mode is ChannelMode.OFF or repliers is None:
        return None
    if repliers - {request.user}:
        return "replied"
    if not bot.once.take(f"unasked/{request.channel}/{answer.hits[0].article.url}"):
        return "repeated"
    return "said" if mode is ChannelMode.ON else "shadow"


async def _mode(request: Request, bot: SlackBot) -> ChannelMode:
    try:
        return await asyncio.to_thread(bot.channel_modes.mode, request.channel)
    except QuicktakeError:  # the journal's own trouble, which it reports itself
        return ChannelMode.OFF


async def _repliers(request: Request, bot: SlackBot) -> set[str] | None:
    """Return who wrote in the thread, the asker included; None if the question was deleted.

    The thread is read with the scope that the event came by.
    """
    try:
        thread = await bot.client.conversations_replies(channel=request.channel, ts=request.ts)
    except SlackApiError as refusal:
        if refusal.response.get("error") != "thread_not_found":
            raise
        return None
    return {one.get("user", "") for one in thread["messages"]}


def _begins_a_thread(request: Request, _bot: SlackBot) -> bool:
    return not request.thread_ts


ROUTES = (
    overheard("message.channels", overhear, _begins_a_thread),
    overheard("message.groups", overhear, _begins_a_thread),
    action(NOT_MEANT, take_back),
)
