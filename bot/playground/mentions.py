"""Finds what Slack would bring to life in a message: broadcasts, people, groups and channels.

Pure: no I/O. Plain text objects and the text elements of rich text are never interpreted; mrkdwn, markdown blocks and a
message's ``text`` are (https://docs.slack.dev/messaging/formatting-message-text).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_CONTROL = re.compile(r"<(?:![a-z]+[^<>]*|[@#][A-Z0-9]{2,}[^<>]*)>")
_RICH_TEXT = {"broadcast": "range", "user": "user_id", "usergroup": "usergroup_id", "channel": "channel_id"}


def live_mentions(text: str, blocks: Iterable[object]) -> tuple[str, ...]:
    """List what is live in a message, in reading order: ``<@U123>`` of mrkdwn, ``broadcast:here`` of rich text."""
    return (*_in_mrkdwn(text), *_in_json(list(blocks)))


def _in_json(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        yield from _in_object(node)
    elif isinstance(node, (list, tuple)):
        for item in node:
            yield from _in_json(item)


def _in_object(node: Mapping[str, Any]) -> Iterator[str]:
    kind = node.get("type")
    if kind in {"mrkdwn", "markdown"}:
        yield from _in_mrkdwn(str(node.get("text", "")))
    elif kind in _RICH_TEXT and _RICH_TEXT[kind] in node:
        yield f"{kind}:{node[_RICH_TEXT[kind]]}"
    else:
        yield from _in_json(list(node.values()))


def _in_mrkdwn(text: str) -> Iterator[str]:
    return (found.group() for found in _CONTROL.finditer(text))
