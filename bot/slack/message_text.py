"""What people send, as Slack words it → the question they mean.

Pure: no I/O. Slack escapes ``&``, ``<`` and ``>`` and writes links, mentions and channels in angle brackets:
https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWERED_SUBTYPES = frozenset({None, "file_share", "thread_broadcast"})

_USER_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^>]*)?>")
_BROADCAST = re.compile(r"<!(?:channel|here|everyone|subteam\^[^>|]+)(?:\|[^>]*)?>")
_LABELLED = re.compile(r"<[^>|]+\|([^>]*)>")
_BARE_LINK = re.compile(r"<((?:https?|mailto|tel):[^>]+)>")
_EMOJI = re.compile(r"(?<!\w):(?:[+-]1|[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*)(?:::skin-tone-\d)?:")
_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def question(text: str) -> str:
    """Return the plain question in a message's ``text``: no mentions, emoji codes or markup; unescaped once."""
    without_people = _BROADCAST.sub(" ", _USER_MENTION.sub(" ", text))
    without_markup = _BARE_LINK.sub(r"\1", _LABELLED.sub(r"\1", without_people))
    words = _unescape(_EMOJI.sub(" ", without_markup)).translate(_TYPOGRAPHY)
    return " ".join(words.split())


def is_from_a_person(event: Mapping[str, Any]) -> bool:
    """Tell whether a message event is something a person just wrote: no bot, no edit, no join notice."""
    return event.get("subtype") in ANSWERED_SUBTYPES and "bot_id" not in event and "user" in event


def is_direct_message(event: Mapping[str, Any]) -> bool:
    """Tell whether a message event happened in a direct message with the bot."""
    return event.get("channel_type") == "im"


def is_addressed(event: Mapping[str, Any]) -> bool:
    """Tell whether an event is something that a person put to the bot, and waits for a reply to."""
    return event.get("type") not in {"message", "link_shared"} or is_direct_message(event)


def names_people(event: Mapping[str, Any]) -> bool:
    """Tell whether a message event names a person or a group of them."""
    return re.search(r"<@[UW]|<!subteam", event.get("text", "")) is not None


def mentions(event: Mapping[str, Any], user: str) -> bool:
    """Tell whether a message event names ``user``."""
    return re.search(rf"<@{re.escape(user)}[|>]", event.get("text", "")) is not None


def is_mere_mention(event: Mapping[str, Any]) -> bool:
    """Tell whether a message event says nothing but names, as somebody does who calls the bot."""
    said = str(event.get("text", ""))
    return bool(said) and not _USER_MENTION.sub("", said).strip()


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
