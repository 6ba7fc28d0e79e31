"""The table of Web API methods that the workspace knows, with the scopes that Slack asks for.

No I/O. Scopes are those of https://docs.slack.dev/reference/methods; a conversation's kind decides some of them, and
those are asked for in the method itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.playground.methods import chat, conversations, people, unfurling, views
from bot.playground.model import Json
from bot.playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Method:
    """A Web API method.

    Attributes:
        run: does it and gives the response without ``ok``; raises RefusedError.
        scopes: any one of these is enough; none needed when empty.
        is_app_level: whether it takes the ``xapp-`` token instead of the bot's.
        only_reads: whether it changes nothing, and can be asked by GET; Slack takes GET for all of them, but then any
            page could have a browser write here, by the address of a picture.
    """

    run: Callable[[Workspace, Json], Json]
    scopes: tuple[str, ...] = ()
    is_app_level: bool = False
    only_reads: bool = False


METHODS: Mapping[str, Method] = {
    "apps.connections.open": Method(people.open_connection, is_app_level=True),
    "assistant.threads.setStatus": Method(people.set_status, ("assistant:write", "chat:write")),
    "assistant.threads.setSuggestedPrompts": Method(people.set_suggested_prompts, ("assistant:write",)),
    "auth.test": Method(people.auth_test, only_reads=True),
    "blocks.validate": Method(chat.validate_blocks),
    "chat.delete": Method(chat.delete, ("chat:write",)),
    "chat.getPermalink": Method(chat.get_permalink, only_reads=True),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",)),
    "chat.postMessage": Method(chat.post_message, ("chat:write",)),
    "chat.unfurl": Method(unfurling.unfurl, ("links:write",)),
    "chat.update": Method(chat.update, ("chat:write",)),
    "conversations.history": Method(conversations.history, only_reads=True),
    "conversations.info": Method(conversations.info, only_reads=True),
    "conversations.open": Method(conversations.open_direct, ("im:write",)),
    "conversations.replies": Method(conversations.replies, only_reads=True),
    "users.info": Method(people.user_info, ("users:read",), only_reads=True),
    "views.open": Method(views.open_modal),
    "views.publish": Method(views.publish),
    "views.push": Method(views.push),
    "views.update": Method(views.update),
}
