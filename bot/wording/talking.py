"""Greetings, help and manners, and what people read when something went wrong."""

from __future__ import annotations

from bot.wording.subcommands import list_subcommands
from bot.wording.terms import BOT, COMMAND, counted

GREETING = "Hello! Ask me something, for example: how do I set goals with a client?"
WELCOME = "You're welcome!"
AGREED = "Good. Ask me whenever something comes up."
DISAGREED = "Then try different words, or write “next” for another article."
FAREWELL = "Until next time!"
NOTHING_BEFORE = "There's nothing to continue yet. Ask me a question first."
GOES_ON_ELSEWHERE = "“more” and “next” work in threads and direct messages. Here, use the buttons under an answer."
NOTHING_FURTHER = "That was the last article that comes close. Try different words."
NO_WORDS = "I can only read words. Ask me a question in a sentence or a few key words."

ASKING = "answers privately"
HELP = f"""\
**{BOT}** answers from our own reviewed articles, word for word, with the source.

* `{COMMAND} how do I set goals with a client?` {ASKING}: only you see it.
* Mention me in a channel, and I answer in the thread. Slash commands don't work inside threads; mentions do.
* Or send me a direct message, no command needed.
* There and in threads, “more” shows the whole article, “next” another one, and “and in groups?” stays on the topic.
* “Answer with {BOT}” in a message's menu answers that message.
{list_subcommands(for_admins=False)}
"""
ADMIN_HELP = f"""\
For admins:

{list_subcommands(for_admins=True)}
"""

# Courtesy
OUTSIDER = "I only answer people in this organisation, because the articles belong to it. Please ask one of them."
TOO_FAST = "That's faster than I can keep up with. Please wait a minute, then ask again."

BUSY = "Too many people are asking right now. Please try again in a minute."

# Buttons and things gone wrong
GONE = "This article is no longer here. Please ask again."
UNKNOWN_BUTTON = "I don't know this button; it may come from an older version. Please ask again."
UNKNOWN_COMMAND = f"I don't know this command. {COMMAND} help shows what I can do."
ANSWERED_ELSEWHERE = "Slack does not let me write where you asked, so here it is."
EXPIRED = "That took too long for Slack. Please press again."
POSTED = "Posted to the channel."
POSTED_ALREADY = "This answer has already been posted."
POSTED_IN_THREAD = "Posted in the thread."


def apology(reference: str) -> str:
    """Return what a person reads when something broke; ``reference`` finds it in the log."""
    again = f"If it keeps happening, give an admin this reference: {reference}."
    return f"Sorry, something went wrong on my end. Please try again. {again}"


def given_up(count: int, why: str) -> str:
    """Return how many requests got no reply since the start, and why most of them did not."""
    return f"{counted(count, 'request')} got no reply since startup, most of them because: {why}"


NOT_GONE_YET = (
    "Another program is reading my journal, so its file still holds traces of what was deleted. "
    f"I try again until they are gone, which takes as long as that program reads; {COMMAND} forget-me tells."
)
TRACES = "Another program is reading the journal, so its file still holds traces of what was deleted; trying again"


def forgotten(count: int, *, is_gone: bool) -> str:
    """Return how much was forgotten about a person, and whether it is gone for good."""
    deleted = f"Deleted: {counted(count, 'record')} about you."
    return deleted if is_gone else f"{deleted} {NOT_GONE_YET}"
