"""What scenarios about questions to nobody in particular have in common."""

from __future__ import annotations

from bot.app import Bot
from bot.journal.events import Event, Overheard
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Message
from bot.playground.workspace import ADMIN, COACHING, PERSON
from tests.scenarios.seeing import words

GOALS = "How do I set goals with a client?"
ATTENTIVE = installed(granting={"channels:history", "groups:history"})


async def let(slack: Emulator, mode: str, channel: str = COACHING.id) -> str:
    """Let the admin choose, and return what they read then."""
    before = len(slack.ephemerals(ADMIN.id, channel))
    await slack.slash(ADMIN.id, channel, "/quicktake", f"channel {mode}")
    return words((await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, channel)[before:]))[-1])


async def said_unasked(slack: Emulator, user: str = PERSON.id, text: str = GOALS) -> Message:
    """Ask the channel and return what the bot says."""
    before = len(slack.messages(COACHING.id))
    await slack.say(user, COACHING.id, text)
    return (await slack.wait_for(lambda: slack.messages(COACHING.id)[before + 1 :]))[0]


async def settled(slack: Emulator, bot: Bot) -> None:
    """Wait until every event so far is dealt with."""
    await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges) and len(slack.exchanges) > 0)
    await bot.dispatcher.drain(5)


async def overheard(slack: Emulator, bot: Bot, text: str = GOALS, *, user: str = PERSON.id, **more: str) -> None:
    """Ask the channel and wait until the bot made up its mind."""
    heard = len(slack.exchanges)
    await slack.say(user, COACHING.id, text, **more)
    await slack.wait_for(lambda: len(slack.exchanges) > heard)
    await settled(slack, bot)


def by_bot(slack: Emulator, channel: str = COACHING.id) -> list[Message]:
    return [message for message in slack.messages(channel) if message.bot_id]


def outcomes(recorded: list[Event]) -> list[tuple[str, str]]:
    return [(event.outcome, event.url) for event in recorded if isinstance(event, Overheard)]
