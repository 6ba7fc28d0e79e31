"""The method that shows what addresses in a message lead to: ``chat.unfurl``.

No I/O. https://docs.slack.dev/reference/methods/chat.unfurl
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.content import refuse
from bot.playground.envelopes import SOURCE, links_in, unfurl_id
from bot.playground.model import Json, Message, RefusedError
from bot.playground.validation import check_message_blocks

if TYPE_CHECKING:
    from bot.playground.workspace import Workspace


def unfurl(workspace: Workspace, arguments: Json) -> Json:
    """Show blocks below a message for addresses that stand in it, in place of what was shown before."""
    message, unfurls = _message(workspace, arguments), arguments.get("unfurls")
    if not isinstance(unfurls, dict) or not unfurls:
        raise RefusedError("missing_unfurls")
    if not unfurls.keys() <= set(links_in(message, workspace.installation.unfurl_domains)):
        raise RefusedError("cannot_unfurl_url")
    for shown in unfurls.values():
        _check(shown)
    workspace.unfurl(message, tuple(block for shown in unfurls.values() for block in shown["blocks"]))
    return {}


def _message(workspace: Workspace, arguments: Json) -> Message:
    """Find the message by channel and timestamp, or by what the event named it."""
    wanted = str(arguments.get("unfurl_id") or "")
    if wanted and arguments.get("source") != SOURCE:
        raise RefusedError("invalid_source")
    place = (arguments.get("channel"), arguments.get("ts"))
    for message in workspace.messages:
        if unfurl_id(message) == wanted or (message.channel, message.ts) == place:
            return message
    raise RefusedError("invalid_unfurl_id" if wanted else "cannot_find_message")


def _check(shown: object) -> None:
    if not isinstance(shown, dict) or not shown.get("blocks"):
        raise RefusedError("cannot_parse_attachment", ("[ERROR] an unfurl needs blocks [json-pointer:/unfurls]",))
    refuse("invalid_blocks", check_message_blocks(shown["blocks"]))
