"""What people send, as Slack words it → the question they mean.

Pure: no I/O. Slack escapes ``&``, ``<`` and ``>`` and writes links, mentions and channels in angle brackets:
https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re

# Linear, whatever is written: no part of a pattern can begin again inside of what it has just passed over.
_USER_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
_BROADCAST = re.compile(r"<!(?:channel|here|everyone|subteam\^[^<>|]+)(?:\|[^<>]*)?>")
_LABELLED = re.compile(r"<[^<>|]+\|([^<>]*)>")
_BARE_LINK = re.compile(r"<((?:https?|mailto|tel):[^<>]+)>")
_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_EMOJI = re.compile(r"(?<![\w:])(?::(?:[+-]1|[0-9_+'-]*+[a-z][a-z0-9_+'-]*+)(?:::skin-tone-\d)?:)++(?![\w:])")
_NOT_SAID = re.compile(r"```.*?```|`[^`]*`|^&gt;[^\n]*$", re.DOTALL | re.MULTILINE)  # code, and quoted lines
_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def question(text: str) -> str:
    """Return the plain question in a message's ``text``: no mentions, emoji codes or markup; unescaped once."""
    without_people = _BROADCAST.sub(" ", _USER_MENTION.sub(" ", text))
    without_markup = _BARE_LINK.sub(r"\1", _LABELLED.sub(r"\1", without_people))
    pieces = _CODE.split(without_markup)  # every second one is code, in which nothing is an emoji
    without_emoji = "".join(piece if place % 2 else _EMOJI.sub(" ", piece) for place, piece in enumerate(pieces))
    lines = _unescape(without_emoji).translate(_TYPOGRAPHY).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def subcommand_in(text: str) -> str:
    """Return what stands behind the slash command as a subcommand would: “reload, please!” is one, too."""
    words = question(text).lower().rstrip(".!?")
    return words.removesuffix(" please").removesuffix(" now").rstrip(" ,")


def without_quotes(text: str) -> str:
    """Return what a message says itself, without code and quoted lines."""
    return _NOT_SAID.sub(" ", text)


def names_people(text: str) -> bool:
    """Tell whether a message names a person or a group of them."""
    return re.search(r"<@[UW]|<!subteam", text) is not None


def mentions(text: str, user: str) -> bool:
    """Tell whether a message names ``user``."""
    return f"<@{user}>" in text or f"<@{user}|" in text


def is_mere_mention(text: str) -> bool:
    """Tell whether a message says nothing but names, as somebody does who calls the bot."""
    return bool(text) and not _USER_MENTION.sub("", text).strip()


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
