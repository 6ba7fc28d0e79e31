"""Greetings, help and manners, and what people read when something went wrong."""

from __future__ import annotations

from bot.wording.terms import BOT, COMMAND, counted

GREETING = "Hello! Ask me something, for example: how do I set goals with a client?"
WELCOME = "You're welcome!"
AGREED = "Good. Ask me whenever something comes up."
DISAGREED = "Then try other words, or write “next” for another article."
FAREWELL = "Until next time!"
NOTHING_BEFORE = "There is nothing to go on with yet. Ask me a question first."
GOES_ON_ELSEWHERE = "“more” and “next” go on in threads and direct messages; here, the buttons under an answer do."
NOTHING_FURTHER = "That was the last article that comes near. Try other words."
NO_WORDS = "I can only read words. Ask me a question in a sentence or a few key words."

HELP = f"""\
**{BOT}** answers from our own reviewed articles, word for word, with the source.

* `{COMMAND} how do I set goals with a client?` asks privately: only you see the answer.
* Mention me in a channel and I answer in the thread. Threads know no slash commands; a mention works there too.
* Write me a direct message, no command needed.
* There and in threads, “more” shows the whole article, “next” another one, and “and in groups?” goes on.
* `{COMMAND} browse` finds articles while you type; in a message's menu, “Answer with {BOT}” answers that message.
* `{COMMAND} forget-me` deletes what is recorded about you.
* `{COMMAND} help` shows this.
"""
ADMIN_HELP = f"""\
For admins:

* `{COMMAND} status` shows what is being served.
* `{COMMAND} reload` reads the articles anew and shows which replies change, before you activate them.
* `{COMMAND} rollback` returns to the release before.
* `{COMMAND} channel shadow` lets me note, unseen, what I would answer unasked in the channel it is typed in.
* `{COMMAND} channel on` lets me say it.
* `{COMMAND} channel off` ends either.
* `{COMMAND} channel status` tells what came of it.
* `{COMMAND} insights 30` tells how the last 30 days went, and what was asked without being found.
* `{COMMAND} suggestions` shows other ways people ask, to accept or reject.
"""

# Courtesy
OUTSIDER = "I answer only people of this organisation, since the articles are its own. Please ask one of them."
TOO_FAST = "That is faster than I can keep up with. Please wait a minute, then ask again."

BUSY = "Too many people are asking at this moment. Please ask again in a minute."

# Buttons and things gone wrong
GONE = "This article is no longer in the collection. Please ask again."
UNKNOWN_BUTTON = "I don't know this button; it may come from an older version. Please ask again."
UNKNOWN_COMMAND = f"I don't know this command. {COMMAND} help shows what I can do."
EXPIRED = "That took too long for Slack. Please press again."
POSTED = "Posted to the channel."
POSTED_ALREADY = "This answer is posted already."
POSTED_IN_THREAD = "Posted in the thread."


def apology(reference: str) -> str:
    """Return what a person reads when something broke; ``reference`` finds it in the log."""
    return (
        f"Sorry, something went wrong on my side. Please try again. If it stays, tell an admin: reference {reference}."
    )


def given_up(count: int, why: str) -> str:
    """Return how many requests got no reply since the start, and why most of them did not."""
    return f"{counted(count, 'request')} got no reply since the start, most because: {why}"


NOT_GONE_YET = (
    "Another program is reading my journal, so its file still holds traces of what was deleted. "
    f"I try again until they are gone, which takes as long as that program reads; {COMMAND} forget-me tells."
)
TRACES = "Another program is reading the journal, so its file still holds traces of what was deleted; trying again"


def forgotten(count: int, *, is_gone: bool) -> str:
    """Return how much was forgotten about a person, and whether it is gone for good."""
    deleted = f"Forgotten: {counted(count, 'record')} about you."
    return deleted if is_gone else f"{deleted} {NOT_GONE_YET}"
