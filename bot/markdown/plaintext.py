"""Markdown as readable plain text, for terminals, notifications and the day Slack refuses the blocks."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from bot.markdown import tables
from bot.markdown.length import is_readable, readable
from bot.markdown.parser import parse
from bot.markdown.spans import spans, task_box, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.tree import SyntaxTreeNode

    from bot.markdown.spans import Span


def plain(markdown: str) -> str:
    """Return the text with lists, tables and formulas laid out by characters; nothing is escaped.

    A text that nobody would read to its end ends with "…".
    """
    text = _text(parse(readable(markdown)).children)
    return text if is_readable(markdown) else f"{text}\n\n…"


def escaped(text: str) -> str:
    """Make text inert in Slack's mrkdwn: without a raw "<" there is no mention, channel, broadcast, date or link.

    See https://docs.slack.dev/messaging/formatting-message-text#escaping.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _text(nodes: Iterable[SyntaxTreeNode], gap: str = "\n\n") -> str:
    return gap.join(filter(None, map(_block, nodes)))


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "bullet_list" | "ordered_list":
            return _list(node)
        case "blockquote":
            return textwrap.indent(_text(node.children), "> ", lambda _: True)
        case "fence" | "code_block":
            return textwrap.indent(node.content.rstrip("\n"), "    ")
        case "table":
            return tables.plain(node)
        case "formula_block":
            return textwrap.indent(text_of(spans(node)), "    ")
    return "".join(map(_span, spans(node)))


def _span(span: Span) -> str:
    is_named = span.url and span.url.removeprefix("mailto:").rstrip("/") != span.text.rstrip("/")
    return f"{span.text} ({span.url})" if is_named else span.text


def _list(node: SyntaxTreeNode) -> str:
    first = int(node.attrs.get("start", 1))
    is_ordered = node.type == "ordered_list"
    return "\n".join(
        _item(item, f"{number}. " if is_ordered else "• ") for number, item in enumerate(node.children, first)
    )


def _item(item: SyntaxTreeNode, marker: str) -> str:
    text = textwrap.indent(_text(item.children, "\n"), " " * len(marker))
    return f"{marker}{task_box(item)}{text.lstrip()}".rstrip()
