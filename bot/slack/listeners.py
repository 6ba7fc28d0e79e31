"""What the bot listens to, in one table; the manifest is checked against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot import wording
from bot.slack.blockkit.buttons import (
    ACCEPT_ALIAS,
    ACTIVATE_RELEASE,
    ASK_A_PERSON,
    ASK_AGAIN,
    BACK,
    BROWSE,
    DISCARD_RELEASE,
    FEEDBACK,
    MARK_ANSWERED,
    NONE_OF_THESE,
    NOT_MEANT,
    OPEN_LINK,
    POST_IN_THREAD,
    POST_TO_CHANNEL,
    READ_ARTICLE,
    REJECT_ALIAS,
    RELOAD,
    ROLL_BACK,
    SHOW_ARTICLE,
    SHOW_FULL_ANSWER,
    TAKE_BACK_ALIAS,
    TAKE_QUESTION,
    TURN_PAGE,
    WHY_THIS,
    numbered,
)
from bot.slack.blockkit.finder import FIND_ARTICLE, FIND_SUBJECT, FINDER_VIEW
from bot.slack.conversations import fallbacks
from bot.slack.conversations.choosing import open_link
from bot.slack.conversations.feedback import REASON_VIEW
from bot.slack.manifest import ANSWER_MESSAGE, BROWSE_ARTICLES

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.slack.conversations.admin import Administration
    from bot.slack.conversations.asking import Asking
    from bot.slack.conversations.browsing import Browsing
    from bot.slack.conversations.choosing import Choosing
    from bot.slack.conversations.commands import Commands
    from bot.slack.conversations.escalating import Escalating
    from bot.slack.conversations.feedback import Feedback
    from bot.slack.conversations.home import Home
    from bot.slack.conversations.messages import Messages
    from bot.slack.conversations.reviewing import Reviewing
    from bot.slack.conversations.shortcuts import Shortcuts
    from bot.slack.conversations.unfurling import Unfurling
    from bot.slack.conversations.unprompted import Overhearing
    from bot.slack.dispatch import Dispatcher, Suggest, Work

ANYTHING = re.compile(".*")


@dataclass(frozen=True, slots=True)
class Listener:
    """One row: what Slack sends, what it is called, and the work it starts."""

    kind: Literal["command", "event", "action", "shortcut", "view"]
    name: str | re.Pattern[str]
    work: Work


STRAYS = (
    Listener("command", ANYTHING, fallbacks.unknown_command),
    Listener("action", ANYTHING, fallbacks.unknown_button),
    Listener("shortcut", ANYTHING, fallbacks.unknown_button),
    Listener("view", ANYTHING, fallbacks.unknown_button),
    Listener("event", ANYTHING, fallbacks.ignored),
)
"""What catches everything that nobody listens to; they come last, as only the first row that matches runs."""


@dataclass(frozen=True, slots=True)
class Suggester:
    """A select's name, and what gives its option groups."""

    action_id: str
    suggest: Suggest


@dataclass(frozen=True, slots=True)
class Conversations:
    """Everything the bot can talk about, ready to listen."""

    commands: Commands
    asking: Asking
    messages: Messages
    overhearing: Overhearing
    choosing: Choosing
    feedback: Feedback
    escalating: Escalating
    administration: Administration
    browsing: Browsing
    shortcuts: Shortcuts
    unfurling: Unfurling
    home: Home
    reviewing: Reviewing


def listeners(talks: Conversations) -> tuple[Listener, ...]:
    """Return the table, in the order in which Bolt looks through it."""
    return (
        Listener("command", wording.COMMAND, talks.commands.run),
        Listener("event", "app_mention", talks.asking.by_mention),
        Listener("event", "message", talks.messages.heard),
        Listener("action", numbered(SHOW_ARTICLE), talks.choosing.show_article),
        Listener("action", numbered(OPEN_LINK), open_link),
        Listener("action", numbered(TURN_PAGE), talks.choosing.turn_page),
        Listener("action", SHOW_FULL_ANSWER, talks.choosing.show_full_answer),
        Listener("action", POST_TO_CHANNEL, talks.choosing.post_to_channel),
        Listener("action", BACK, talks.choosing.go_back),
        Listener("action", NONE_OF_THESE, talks.choosing.none_of_these),
        Listener("action", WHY_THIS, talks.choosing.why_this),
        Listener("action", FEEDBACK, talks.feedback.vote),
        Listener("view", REASON_VIEW, talks.feedback.explain_vote),
        Listener("action", ASK_A_PERSON, talks.escalating.ask_a_person),
        Listener("action", TAKE_QUESTION, talks.escalating.take),
        Listener("action", MARK_ANSWERED, talks.escalating.mark_answered),
        Listener("action", NOT_MEANT, talks.overhearing.take_back),
        Listener("action", POST_IN_THREAD, talks.shortcuts.post_in_thread),
        Listener("action", FIND_ARTICLE, talks.browsing.choose_article),
        Listener("action", FIND_SUBJECT, talks.browsing.choose_subject),
        Listener("action", BROWSE, talks.browsing.open),
        Listener("action", numbered(READ_ARTICLE), talks.choosing.show_full_answer),
        Listener("action", numbered(ASK_AGAIN), talks.home.ask_again),
        Listener("view", FINDER_VIEW, talks.browsing.post),
        Listener("shortcut", BROWSE_ARTICLES, talks.browsing.open),
        Listener("shortcut", ANSWER_MESSAGE, talks.shortcuts.answer_message),
        Listener("event", "link_shared", talks.unfurling.shared),
        Listener("event", "app_home_opened", talks.home.opened),
        *_administration(talks),
        *STRAYS,
    )


def _administration(talks: Conversations) -> tuple[Listener, ...]:
    return (
        Listener("action", ACTIVATE_RELEASE, talks.home.then_shown(talks.administration.activate)),
        Listener("action", DISCARD_RELEASE, talks.home.then_shown(talks.administration.discard)),
        Listener("action", RELOAD, talks.home.then_shown(talks.administration.reload)),
        Listener("action", ROLL_BACK, talks.home.then_shown(talks.administration.roll_back)),
        Listener("action", numbered(ACCEPT_ALIAS), talks.reviewing.accept),
        Listener("action", numbered(REJECT_ALIAS), talks.reviewing.reject),
        Listener("action", numbered(TAKE_BACK_ALIAS), talks.reviewing.take_back),
    )


def suggesters(talks: Conversations) -> tuple[Suggester, ...]:
    """Return what gives selects their options while somebody types; their ack carries the answer."""
    return (
        Suggester(FIND_ARTICLE, talks.browsing.articles),
        Suggester(FIND_SUBJECT, talks.browsing.subjects),
    )


def register(app: AsyncApp, talks: Conversations, dispatcher: Dispatcher) -> None:
    """Let ``app`` listen to everything the conversations are about, each through ``dispatcher``."""
    kinds = {
        "command": app.command,
        "event": app.event,
        "action": app.action,
        "shortcut": app.shortcut,
        "view": app.view,
    }
    for row in listeners(talks):
        kinds[row.kind](row.name)(dispatcher.listener(row.work))
    for one in suggesters(talks):
        app.options(one.action_id)(dispatcher.options_listener(one.suggest))
