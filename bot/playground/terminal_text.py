"""Slack's two ways of writing styled text, rich text elements and mrkdwn, as styled text for the terminal.

Pure: no I/O. Addresses are written out beside their words, for not every terminal makes links.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from rich.emoji import Emoji
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.playground.model import Json

_STYLES = {"bold": "bold", "italic": "italic", "strike": "strike", "code": "bold cyan", "underline": "underline"}
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]) | {ord("\n"): "\n", ord("\t"): "\t"}
_MENTION = "bold yellow"
_MENTION_IDS = {"user": ("@", "user_id"), "usergroup": ("@", "usergroup_id"), "channel": ("#", "channel_id")}
_MRKDWN = re.compile(
    r"```(?P<pre>.+?)```"
    r"|`(?P<code>[^`\n]+)`"
    r"|<(?P<control>[^<>\n]+)>"
    r"|(?<![\w*])\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])",
    re.DOTALL,
)


def printable(text: str) -> str:
    """Leave out what would command the terminal instead of standing in it."""
    return text.translate(_CONTROLS)


def inline(elements: Iterable[Json]) -> Text:
    """Write the inline elements of rich text in a row."""
    return Text.assemble(*(_element(element) for element in elements))


def _element(element: Json) -> Text:
    style = _style(element.get("style", {}))
    match element["type"]:
        case "text":
            return Text(element["text"], style)
        case "link":
            return link(element["url"], element.get("text", ""), style)
        case "emoji":
            return Text(Emoji.replace(f":{element['name']}:"))
        case "broadcast":
            return Text(f"@{element['range']}", _MENTION)
        case kind if kind in _MENTION_IDS:
            sign, field = _MENTION_IDS[kind]
            return Text(f"{sign}{element[field]}", _MENTION)
        case kind:
            return Text(f"[{kind}: {element.get('fallback') or element.get('value') or ''}]", "dim")


def _style(flags: Mapping[str, bool]) -> Style:
    return Style.parse(" ".join(style for name, style in _STYLES.items() if flags.get(name)))


def link(url: str, label: str, style: Style | None = None) -> Text:
    """Write a link: its words, and the address unless that is what they say."""
    words = Text(label or url, Style.parse("underline") + (style or Style.null()) + Style(link=url))
    return words if label in {"", url} else words.append(f" ({url})", "dim not underline")


def mrkdwn(source: str) -> Text:
    """Write mrkdwn: bold, italic, struck out, code, links and mentions, with its escapes undone."""
    written, position = Text(), 0
    for found in _MRKDWN.finditer(source):
        written.append(html.unescape(source[position : found.start()]))
        written.append_text(_span(str(found.lastgroup), found.group(str(found.lastgroup))))
        position = found.end()
    return written.append(html.unescape(source[position:]))


def _span(kind: str, content: str) -> Text:
    match kind:
        case "control":
            return _control(content)
        case "code" | "pre":
            return Text(html.unescape(content.strip("\n")), _STYLES["code"])
        case _:
            inner = mrkdwn(content)
            inner.stylize_before(_STYLES[kind])
            return inner


def _control(content: str) -> Text:
    target, _, label = content.partition("|")
    if target.startswith(("@", "#", "!")):
        return Text(html.unescape(label or target.replace("!", "@")), _MENTION)
    return link(html.unescape(target), html.unescape(label))


def text_object(text: Json) -> Text:
    """Write a text object, plain or mrkdwn."""
    if text["type"] == "mrkdwn":
        return mrkdwn(text["text"])
    return Text(Emoji.replace(text["text"]))
