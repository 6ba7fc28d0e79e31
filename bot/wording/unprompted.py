"""Answering unasked, in channels where an admin lets the bot listen."""

from __future__ import annotations

from bot.wording.terms import BOT, COMMAND, counted

UNASKED = "Nobody asked me, but this might help. If it doesn't, the person who asked can remove it below."
NOT_WHAT_I_MEANT = "Not what I meant"
TAKEN_AWAY = "Removed. The authors will see that this article didn't fit."
ONLY_ASKER = "Only the person who asked, or an admin, can remove this answer."
ALREADY_TAKEN_AWAY = "This answer has already been removed."

NO_CHANNEL = "Type this in the channel you mean; it doesn't work in direct messages."
NOT_A_MEMBER = f"I'm not in this channel. Type /invite @{BOT} here, then repeat the command."
UNREADABLE = "I can't read this channel: Slack says {}."
LISTENS = {
    "on": (
        "From now on I'll answer questions here that aren't put to anyone in particular: in a thread, when I'm sure, "
        f"and if nobody else replies within a minute. {COMMAND} channel off stops it."
    ),
    "shadow": (
        "From now on I'll only log what I would answer here, and stay silent. "
        f"{COMMAND} channel status shows it; {COMMAND} channel on lets me speak."
    ),
    "off": "I've stopped listening in this channel. Mention me and I'll still answer.",
}
LISTENING = {
    "on": "I answer questions in this channel that aren't put to anyone in particular, when I'm sure.",
    "shadow": "I log what I would answer in this channel, and stay silent.",
    "off": f"I'm not listening in this channel. {COMMAND} channel shadow lets me log what I would answer.",
}
NOT_RECORDED = "None of this is recorded, because QUICKTAKE_JOURNAL is off."
LATEST_REMARKS = "The latest, each with the message it was for:"


def lacks_scope(scope: str, event: str) -> str:
    """Return what to do where the app may not read a channel."""
    return (
        f"I'm not allowed to read this channel. In the app's settings, add the scope `{scope}` (OAuth & Permissions) "
        f"and the event `{event}` (Event Subscriptions), reinstall the app, then repeat the command."
    )


def overheard(*, heard: int, said: int, would_say: int, people_first: int, repeated: int) -> list[str]:
    """Return what became of the questions that were heard in a channel in the last thirty days."""
    facts = [f"In the last 30 days I heard {counted(heard, 'question')}"]
    facts += [f"I answered {said}"] if said else []
    facts += [f"I would have answered {would_say}"] if would_say else []
    facts += [f"Someone else answered {people_first} first"] if people_first else []
    facts += [f"{repeated} would have repeated an article"] if repeated else []
    return facts
