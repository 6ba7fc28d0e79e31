"""The method that shows what addresses in a message lead to: ``chat.unfurl``.

No I/O. https://docs.slack.dev/reference/methods/chat.unfurl
"""

from __future__ import annotations

from bot.playground.content import refuse
from bot.playground.envelopes import COMPOSER, SENT, links_in, unfurl_id
from bot.playground.model import Json, Message, RefusedError
from bot.playground.validation import check_message_blocks
from bot.playground.workspace import Workspace


def unfurl(workspace: Workspace, arguments: Json) -> Json:
    """Show blocks for addresses, below the message they stand in or while it is still being written."""
    unfurls = arguments.get("unfurls")
    if not isinstance(unfurls, dict) or not unfurls:
        raise RefusedError("missing_unfurls")
    place = _place(workspace, arguments)
    there = set(links_in(place.text, workspace.installation.unfurl_domains) if isinstance(place, Message) else place[1])
    if not unfurls.keys() <= there:
        raise RefusedError("cannot_unfurl_message")
    for shown in unfurls.values():
        _check(shown)
    blocks = {url: shown["blocks"] for url, shown in unfurls.items()}
    if isinstance(place, Message):
        workspace.unfurl(place, blocks)
    else:
        workspace.previews[place[0]] = tuple(block for one in blocks.values() for block in one)
    return {}


def _place(workspace: Workspace, arguments: Json) -> Message | tuple[str, tuple[str, ...]]:
    """Find the message or the draft, by channel and timestamp or by what the event named it."""
    wanted = str(arguments.get("unfurl_id") or "")
    if wanted and arguments.get("source") not in {SENT, COMPOSER}:
        raise RefusedError("invalid_source")
    place = (arguments.get("channel"), arguments.get("ts"))
    for message in workspace.messages:
        if unfurl_id(message) == wanted or (message.channel, message.ts) == place:
            return message
    for name, urls in workspace.drafts.items():
        if name == wanted or ("COMPOSER", name) == place:
            return name, urls
    raise RefusedError("invalid_unfurl_id" if wanted else "cannot_find_message")


def _check(shown: object) -> None:
    if not isinstance(shown, dict) or not shown.get("blocks"):
        raise RefusedError("cannot_parse_attachment", ("[ERROR] an unfurl needs blocks [json-pointer:/unfurls]",))
    refuse("invalid_blocks", check_message_blocks(shown["blocks"]))
