"""Conversation: somebody asks, by command, mention, direct message or a message's menu, and gets a reply."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bot import wording
from bot.answers.answerer import Answerer
from bot.model import Answer, NoAnswer, Reply
from bot.slack import message_text
from bot.slack.blockkit.blocks import said, sentence
from bot.slack.blockkit.buttons import ASK, Pointer
from bot.slack.blockkit.home import ASK_AGAIN
from bot.slack.blockkit.messages import Message, message, plain
from bot.slack.bot import SlackBot
from bot.slack.conversations.continuing import continue_with, wish_in
from bot.slack.manifest import ANSWER_MESSAGE
from bot.slack.open_questions import follow_up
from bot.slack.request import Request
from bot.slack.routes import QUESTION, Route, action, command, event, overheard, shortcut
from bot.slack.small_talk import small_talk
from bot.state.replies import Replied
from bot.state.topics import Topic


async def answer_command(request: Request, bot: SlackBot) -> None:
    """Reply to a question behind the slash command: only the person who asked sees it, and may post it."""
    question = message_text.question(request.text)
    talk = wording.GOES_ON_ELSEWHERE if wish_in(question) else small_talk(question)
    if talk:
        await bot.sender.privately(request, plain(talk))
        return
    reply = bot.answerer.answer(question)
    bot.recording.replied(request, reply)
    await bot.sender.privately(request, message(reply, bot.presentation.here(can_post=True)))


async def answer_in_thread(request: Request, bot: SlackBot) -> None:
    """Reply to a mention or direct message in the thread it stands in, or in a new one under it.

    A message that is edited has its reply changed, if it asks something else now.
    """
    await _take_turn(request, bot, is_called=True)


async def answer_follow_up(request: Request, bot: SlackBot) -> None:
    """Reply to what goes on in a thread without a mention, if anything fits: perhaps the bot was not meant."""
    await _take_turn(request, bot, is_called=False)


async def _take_turn(request: Request, bot: SlackBot, *, is_called: bool) -> None:
    async with bot.replies.turn(request.message):
        question, before = message_text.question(request.text), bot.replies.find(request.message)
        if before and (before.question == question or before.edited_ts >= request.edited_ts):
            return
        if before or not (request.edited_ts and request.is_direct_message):  # which was answered before a restart
            await _converse(request, bot, question, before, is_called=is_called)


async def _converse(request: Request, bot: SlackBot, question: str, before: Replied | None, *, is_called: bool) -> None:
    topic = before.topic if before else bot.topics.recall(request.places)
    is_call = message_text.is_mere_mention(request.text) and not request.has_files
    talk = wording.GREETING if is_call else small_talk(question)
    after = None
    if talk:
        messages = [plain(talk)]
    elif wish := wish_in(question):
        messages, after = continue_with(wish, topic, bot.answerer, bot.presentation)
    else:
        reply = _look_up(bot.answerer, question, topic)
        if isinstance(reply, NoAnswer) and not is_called:
            return
        bot.recording.replied(request, reply)
        messages, after = [message(reply, bot.presentation)], _topic_after(reply, question, topic)
    replied = Replied(question, request.edited_ts, before.replies if before else (), topic)
    bot.replies.keep(request.message, replied)
    replies = await _say(request, bot, messages, after, replied.replies)
    bot.replies.keep(request.message, replace(replied, replies=replies))


async def leave_thread(request: Request, bot: SlackBot) -> None:
    """Go on no longer in a thread where people speak to each other, until somebody mentions the bot again."""
    topic = bot.topics.recall(request.places)
    if topic and topic.asker and not message_text.mentions(request.text, bot.access.identity.user):
        bot.topics.remember(request.places, replace(topic, asker=""))


async def answer_message(request: Request, bot: SlackBot) -> None:
    """Reply privately to a message that anybody wrote; “Post in thread” puts the answer under it."""
    question = message_text.question(request.text)
    if not question:
        await bot.sender.privately(request, plain(wording.NO_WORDS))
        return
    reply = bot.answerer.answer(question)
    bot.recording.replied(request, reply)
    await bot.sender.privately(request, message(reply, bot.presentation.here(thread_ts=request.thread)))


async def ask_again(request: Request, bot: SlackBot) -> None:
    """Reply in the direct message to a question that was asked before."""
    question = Pointer.from_value(request.value).question
    reply = bot.answerer.answer(question)
    bot.recording.replied(request, reply)
    shown = message(reply, bot.presentation)
    told = sentence(said(wording.asked_again(question)))
    await bot.sender.post(replace(shown, blocks=(told, *shown.blocks)), request.user)


async def ask(request: Request, bot: SlackBot) -> None:
    """Reply to a question that a button carries, below the reply that it stands under."""
    reply = bot.answerer.answer(Pointer.from_value(request.value).question)
    bot.recording.replied(request, reply)
    if request.is_ephemeral:
        await bot.sender.privately(request, message(reply, bot.presentation.here(can_post=True)))
    else:
        await bot.sender.post(message(reply, bot.presentation), request.channel, request.thread)


def _look_up(answerer: Answerer, question: str, topic: Topic | None) -> Reply:
    return answerer.follow_up(question, topic.question, topic.urls) if topic else answerer.answer(question)


def _topic_after(reply: Reply, question: str, topic: Topic | None) -> Topic:
    """Return what is talked about then: a clear answer changes the subject, a question that needed it keeps it."""
    subject = question if topic is None or isinstance(reply, Answer) else topic.question
    return Topic(subject, tuple(hit.article.url for hit in reply.hits[:1]))


async def _say(
    request: Request, bot: SlackBot, messages: list[Message], after: Topic | None, replaced: tuple[str, ...]
) -> tuple[str, ...]:
    """Reply, in place of earlier replies to the same message; return the ``ts`` of each that can be changed."""
    if after:
        bot.topics.remember(request.places, replace(after, asker=request.user))
    said = [await bot.sender.reply(request, new, old) for new, old in zip_longest(messages, replaced[: len(messages)])]
    for old in replaced[len(messages) :]:
        await bot.sender.take_back(request.channel, old)
    return tuple(filter(None, said))


def _is_meant(request: Request, bot: SlackBot) -> bool:
    """Tell whether a mention calls the bot; within code or a quotation somebody only speaks of it."""
    own = bot.access.identity.user
    said = message_text.without_quotes(request.text)
    return message_text.mentions(said, own) or not message_text.mentions(request.text, own)


def _calls(request: Request, bot: SlackBot) -> bool:
    """Tell whether a message in a channel calls the bot; of one with files, Slack may send no ``app_mention``."""
    return message_text.mentions(message_text.without_quotes(request.text), bot.access.identity.user)


def _goes_on(request: Request, bot: SlackBot) -> bool:
    """Tell whether the person who asked the bot last in a thread goes on there, and speaks to nobody else."""
    topic = bot.topics.recall(request.places) if request.thread_ts and bot.follows_threads else None
    if topic is None or topic.asker != request.user or message_text.names_people(request.text):
        return False
    return follow_up(request) is not None or wish_in(message_text.question(request.text)) is not None


def _is_for_others(request: Request, bot: SlackBot) -> bool:
    """Tell whether somebody else speaks in a thread that the bot was asked in, or anybody speaks to somebody else."""
    topic = bot.topics.recall(request.places) if request.thread_ts and bot.follows_threads else None
    return topic is not None and (topic.asker != request.user or message_text.names_people(request.text))


ROUTES = (
    command(QUESTION, answer_command),
    Route("event", "app_mention", answer_in_thread, _is_meant),
    event("message.im", answer_in_thread),
    overheard("message.channels", answer_in_thread, _calls),
    overheard("message.groups", answer_in_thread, _calls),
    overheard("message.channels", answer_follow_up, _goes_on, is_counted=True),
    overheard("message.groups", answer_follow_up, _goes_on, is_counted=True),
    overheard("message.channels", leave_thread, _is_for_others),
    overheard("message.groups", leave_thread, _is_for_others),
    shortcut(ANSWER_MESSAGE, answer_message),
    action(ASK_AGAIN, ask_again),
    action(ASK, ask),
)
