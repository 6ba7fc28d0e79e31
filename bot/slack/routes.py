"""Routes: what people can do in Slack, and what the bot does then. Each conversation lists its own as ``ROUTES``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from bot import wording
from bot.model import Reply
from bot.slack.blockkit.messages import Offer, Presentation
from bot.slack.bot import SlackBot
from bot.slack.request import Kind, Request

Handle = Callable[[Request, SlackBot], Awaitable[None]]
Suggest = Callable[[Request, SlackBot], list[dict[str, Any]]]
When = Callable[[Request, SlackBot], bool]

QUESTION = "QUESTION"
"""The name of what is typed behind the command and is none of its subcommands."""


@dataclass(frozen=True, slots=True)
class Route:
    """What leads to a handler.

    Attributes:
        name: of a command, what is typed behind it; else as ``Request.name``.
        when: whether this request is for it; of several routes of one name the first that says yes is taken.
        is_for_admins: everybody else is refused.
        is_overheard: nobody waits for a reply, so nobody is told of a refusal or a failure.
        is_counted: whether the person's rate limit counts it.
        offer: the button under replies that leads there.
    """

    kind: Kind
    name: str
    handle: Handle
    when: When = lambda _request, _bot: True
    is_for_admins: bool = False
    is_overheard: bool = False
    is_counted: bool = True
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Select:
    """A select whose options come from the bot, by ``suggest``: quickly, as somebody is typing."""

    kind: ClassVar[Kind] = "options"
    name: str
    suggest: Suggest


def subcommand(words: str, handle: Handle) -> tuple[Route, ...]:
    """Return the routes of a subcommand in the table, one for each way to type it."""
    entry = wording.SUBCOMMANDS[words]
    ways = (words,) if entry.alias is None else (words, entry.alias)
    return tuple(command(way, handle, is_for_admins=entry.is_for_admins) for way in ways)


def command(name: str, handle: Handle, *, is_for_admins: bool = False) -> Route:
    """Return the route of what is typed behind the command; that of a subcommand in the table is ``subcommand``'s."""
    return Route("command", name, handle, is_for_admins=is_for_admins)


def action(name: str, handle: Handle, *, is_for_admins: bool = False) -> Route:
    """Return the route of a button or of another element that is operated."""
    return Route("action", name, handle, is_for_admins=is_for_admins)


def offer(name: str, label: str, handle: Handle, suits: Callable[[Reply, Presentation], bool]) -> Route:
    """Return the route of a button that stands under the replies which it ``suits``."""
    return Route("action", name, handle, offer=Offer(name, label, suits))


def shortcut(name: str, handle: Handle) -> Route:
    """Return the route of a shortcut."""
    return Route("shortcut", name, handle)


def modal(name: str, handle: Handle) -> Route:
    """Return the route of a modal that is submitted."""
    return Route("view", name, handle)


def event(name: str, handle: Handle, *, is_counted: bool = True) -> Route:
    """Return the route of an event that somebody meant for the bot."""
    return Route("event", name, handle, is_counted=is_counted)


def overheard(name: str, handle: Handle, when: When, *, is_counted: bool = False) -> Route:
    """Return the route of an event that nobody meant for the bot."""
    return Route("event", name, handle, when, is_overheard=True, is_counted=is_counted)
