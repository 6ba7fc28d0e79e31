"""Answering unasked, in channels where an admin lets the bot listen."""

from __future__ import annotations

from bot.wording.terms import BOT, COMMAND, counted

UNASKED = "Nobody asked me, but this may help. If it does not, whoever asked can take it away below."
NOT_WHAT_I_MEANT = "Not what I meant"
TAKEN_AWAY = "Taken away. The authors see that this article did not fit."
ONLY_ASKER = "Only the person who asked, or an admin, can take this answer away."
ALREADY_TAKEN_AWAY = "This answer is gone already."

NO_CHANNEL = "Type this in the channel that it is about; it means nothing in direct messages."
NOT_A_MEMBER = f"I am not in this channel. Type /invite @{BOT} here, then repeat the command."
UNREADABLE = "I cannot read this channel: Slack says {}."
LISTENS = {
    "on": (
        "From now on I answer questions here that are put to nobody in particular: in a thread, when I am sure, and if "
        f"nobody else replies within a minute. {COMMAND} channel off ends it."
    ),
    "shadow": (
        "From now on I only note what I would answer here, and stay silent. "
        f"{COMMAND} channel status shows it; {COMMAND} channel on lets me speak."
    ),
    "off": "I no longer listen in this channel. Who mentions me gets an answer as before.",
}
LISTENING = {
    "on": "I answer questions in this channel that are put to nobody in particular, when I am sure.",
    "shadow": "I note what I would answer in this channel, and stay silent.",
    "off": f"I do not listen in this channel. {COMMAND} channel shadow lets me note what I would answer.",
}
NOT_RECORDED = "What comes of it is not recorded, as QUICKTAKE_JOURNAL is off."
LATEST_REMARKS = "Latest, each with the message it was for:"


def lacks_scope(scope: str, event: str) -> str:
    """Return what to do where the app may not read a channel."""
    return (
        f"I may not read this channel. In the app's settings, add the scope `{scope}` (OAuth & Permissions) and the "
        f"event `{event}` (Event Subscriptions), install the app again, then repeat the command."
    )


def overheard(*, heard: int, said: int, would_say: int, people_first: int, repeated: int) -> list[str]:
    """Return what became of the questions that were heard in a channel in the last thirty days."""
    facts = [f"In the last 30 days I heard {counted(heard, 'question')}"]
    facts += [f"I answered {said}"] if said else []
    facts += [f"I would have answered {would_say}"] if would_say else []
    facts += [f"A person was first with {people_first}"] if people_first else []
    facts += [f"{repeated} would have repeated an article"] if repeated else []
    return facts
