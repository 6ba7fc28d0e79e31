"""What the bot needs of Slack: the scope of every Web API method, event and entry point that it uses, and what for.

Slack's documentation names them: https://docs.slack.dev/reference/methods and https://docs.slack.dev/reference/events.
A conversation's kind decides which of several scopes a method needs, so such a method has a row for each.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


class Feature(enum.Enum):
    """What people get. All but the first can be missing without harm to the rest."""

    ANSWERS = "answers to commands, shortcuts, mentions and direct messages"
    PROMPTS = "suggested questions in the messages tab"
    LISTENING = "answers unasked and follow-ups in public channels"
    LISTENING_IN_PRIVATE = "answers unasked and follow-ups in private channels"
    UNFURLING = "previews of articles whose address is posted"


@dataclass(frozen=True, slots=True)
class Need:
    """A Web API method, an event or an entry point; the scope that it needs, none if empty; and what it is used for."""

    what: str
    scope: str = ""
    feature: Feature = Feature.ANSWERS


NEEDS = (
    Need("auth.test"),
    Need("apps.connections.open"),  # by the app-level token, which has connections:write
    Need("slash commands and shortcuts", "commands"),
    Need("app_mention", "app_mentions:read"),
    Need("message.im", "im:history"),
    Need("app_home_opened"),
    Need("chat.postMessage", "chat:write"),
    Need("chat.delete", "chat:write"),
    Need("chat.postEphemeral", "chat:write"),
    Need("chat.update", "chat:write"),
    Need("chat.getPermalink"),
    Need("views.open"),
    Need("views.publish"),
    Need("views.update"),
    Need("assistant.threads.setSuggestedPrompts", "assistant:write", Feature.PROMPTS),
    Need("message.channels", "channels:history", Feature.LISTENING),
    Need("message.groups", "groups:history", Feature.LISTENING_IN_PRIVATE),
    Need("conversations.history", "channels:history", Feature.LISTENING),
    Need("conversations.history", "groups:history", Feature.LISTENING_IN_PRIVATE),
    Need("conversations.replies", "channels:history", Feature.LISTENING),
    Need("conversations.replies", "groups:history", Feature.LISTENING_IN_PRIVATE),
    Need("link_shared", "links:read", Feature.UNFURLING),
    Need("chat.unfurl", "links:write", Feature.UNFURLING),
)

SCOPES = frozenset(need.scope for need in NEEDS if need.feature is Feature.ANSWERS) - {""}
OPTIONAL_SCOPES = frozenset(need.scope for need in NEEDS) - SCOPES - {""}


def switched_on(*, listens: bool, unfurls: bool) -> tuple[Feature, ...]:
    """List the features that an operator or an admin wants."""
    listening = (Feature.LISTENING, Feature.LISTENING_IN_PRIVATE) if listens else ()
    return (Feature.ANSWERS, Feature.PROMPTS, *listening, *((Feature.UNFURLING,) if unfurls else ()))


def find_missing(granted: AbstractSet[str], features: Iterable[Feature]) -> dict[Feature, tuple[str, ...]]:
    """Return the scopes that a token lacks, by the feature that they are missing for."""
    needed = {feature: {need.scope for need in NEEDS if need.feature is feature} - {""} for feature in features}
    return {feature: tuple(sorted(scopes - granted)) for feature, scopes in needed.items() if scopes - granted}
