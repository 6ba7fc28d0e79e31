"""What a message says, wherever Slack put it: in its text, in blocks, or in what was forwarded with it.

Pure: no I/O. Returns text as Slack words it: mentions and links in angle brackets, ``&``, ``<`` and ``>`` escaped. What
people type comes as text and again as blocks; a workflow or another bot may send blocks alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

MOST_DEPTH = 12  # of a quoted list in a forwarded message; what is nested deeper was not written by people

_STAND_INS = {"This content can't be displayed.", "This content can’t be displayed."}  # Slack's, for blocks alone


def read(message: object) -> str:
    """Return what a message says: its own words, then those that were forwarded with it, each on a line of its own.

    Previews of links do not count, unless there is nothing else.
    """
    attached = _list(_get(message, "attachments"))
    own = _text(message, "text")
    if not own or own in _STAND_INS:
        own = _words(_get(message, "blocks"), 0, "\n")
    shared = [_words(one, 0) for one in attached if _get(one, "is_share") is True]
    return _lines([own, *shared]) or _words(attached, 0, "\n")


def _words(part: object, depth: int, between: str = "\n") -> str:
    """Return the words in a block, an element, an attachment, or a list of them; labels of buttons say nothing."""
    kind = _text(part, "type")
    if depth > MOST_DEPTH:
        return ""
    if isinstance(part, list):
        return between.join(filter(None, (_words(one, depth + 1, " ") for one in part)))
    if kind in _ELEMENTS:
        return _ELEMENTS[kind](part)
    if kind in _CONTAINERS:
        key, joint, fence = _CONTAINERS[kind]
        return f"{fence}{_words(_get(part, key), depth + 1, joint)}{fence}"
    if kind in {"section", "header"}:
        return _words([_get(part, "text"), *_list(_get(part, "fields"))], depth, "\n")
    return _attached(part, depth + 1) if isinstance(part, Mapping) and not kind else ""


def _attached(attachment: object, depth: int) -> str:
    """Return the words of an attachment: the message in it if one was forwarded, or what an app wrote there."""
    quoted = [_get(_get(one, "message"), "blocks") for one in _list(_get(attachment, "message_blocks"))]
    blocks = [_words(one, depth, "\n") for one in (*quoted, _get(attachment, "blocks"))]
    fields = [_text(field, key) for field in _list(_get(attachment, "fields")) for key in ("title", "value")]
    legacy = [_text(attachment, key) for key in ("pretext", "title", "text")]
    said = _lines(blocks) or _lines([*legacy, *fields]) or _text(attachment, "fallback")
    return _lines([said, _words(_get(attachment, "attachments"), depth, "\n")])


def _link(part: object) -> str:
    label = _text(part, "text")
    return f"<{_text(part, 'url')}|{_escape(label)}>" if label else f"<{_text(part, 'url')}>"


def _plain(part: object) -> str:
    return _escape(_text(part, "text"))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_ELEMENTS: Mapping[str, Callable[[object], str]] = {
    "broadcast": lambda part: f"<!{_text(part, 'range')}>",
    "channel": lambda part: f"<#{_text(part, 'channel_id')}>",
    "emoji": lambda part: f":{_text(part, 'name')}:",
    "link": _link,
    "markdown": _plain,
    "mrkdwn": lambda part: _text(part, "text"),
    "plain_text": _plain,
    "raw_text": _plain,
    "text": _plain,
    "user": lambda part: f"<@{_text(part, 'user_id')}>",
    "usergroup": lambda part: f"<!subteam^{_text(part, 'usergroup_id')}>",
}

# kind: where its parts are, what stands between them, what stands around them
_CONTAINERS: Mapping[str, tuple[str, str, str]] = {
    "context": ("elements", "\n", ""),
    "rich_text": ("elements", "\n", ""),
    "rich_text_list": ("elements", "\n", ""),
    "rich_text_preformatted": ("elements", "", "```"),
    "rich_text_quote": ("elements", "", ""),
    "rich_text_section": ("elements", "", ""),
    "table": ("rows", "\n", ""),
}


def _lines(parts: list[str]) -> str:
    return "\n".join(filter(None, parts))


def _get(part: object, key: str) -> object:
    return part.get(key) if isinstance(part, Mapping) else None


def _text(part: object, key: str) -> str:
    found = _get(part, key)
    return found if isinstance(found, str) else ""


def _list(part: object) -> list[object]:
    return part if isinstance(part, list) else []
