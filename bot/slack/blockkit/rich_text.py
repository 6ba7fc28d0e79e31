"""Markdown as Slack blocks: rich_text, table, header, image and divider, in the order of the text.

One Markdown block makes one Slack block, so that a long article can be paged between them. Text elements
of rich_text are shown as they are: Slack looks in none of them for mentions, channels, broadcasts, dates, emoji codes.
See https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from bot import wording
from bot.markdown.length import is_readable, readable
from bot.markdown.links import absolute, is_picture_address
from bot.markdown.parser import parse
from bot.markdown.spans import Span, alternative_text, spans, task_box, text_of
from bot.slack import limits
from bot.slack.blockkit import rich_text_elements, tables
from bot.slack.blockkit.blocks import context
from bot.slack.blockkit.rich_text_elements import Block, Element

_RUNNING_TEXT = {"paragraph", "heading", "formula_block", "html_block"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a Markdown block stands: how deep in lists, and whether in a quotation."""

    site_url: str
    depth: int = 0
    is_quoted: bool = False


def blocks(markdown: str, *, site_url: str = "", surface: Literal["message", "modal"] = "message") -> list[Block]:
    """Render Markdown as blocks that each keep within Slack's limits; the last one says so where the rest is left out.

    Only what nobody would read in Slack is left out (``bot.markdown.length``). The number of blocks is not limited:
    ``limits.split`` pages them. Relative links and pictures need ``site_url``. A message
    may hold one table block and a modal none, so the other tables come as preformatted text or, if wide, as lists.
    """
    root = parse(readable(markdown))
    place = _Place(site_url)
    native = _native_table(root, site_url) if surface == "message" else None
    pages = ([native[1]] if native and node is native[0] else _blocks(node, place) for node in root.children)
    rest = [] if is_readable(markdown) else [context(wording.TOO_LONG)]
    return [*chain.from_iterable(pages), *rest]


def _native_table(root: SyntaxTreeNode, site_url: str) -> tuple[SyntaxTreeNode, Block] | None:
    """Return the first table that Slack accepts, and its block."""
    candidates = ((node, tables.block(node, site_url)) for node in root.children if node.type == "table")
    return next(((node, block) for node, block in candidates if block), None)


def _blocks(node: SyntaxTreeNode, place: _Place) -> list[Block]:
    match node.type:
        case "hr":
            return [{"type": "divider"}]
        case "heading" if header := _header(node, place):
            return [header]
        case "paragraph" if picture := _picture(node, place):
            return [picture]
    return rich_text_elements.rich_texts(rich_text_elements.merged(_elements(node, place)))


def _header(node: SyntaxTreeNode, place: _Place) -> Block | None:
    """Return a header block, which takes plain text only: None where a link would be lost or the text is too long."""
    run = spans(node, place.site_url)
    text = " ".join(text_of(run).split())
    if not 0 < len(text) <= limits.HEADER or any(span.url for span in run):
        return None
    return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}


def _picture(node: SyntaxTreeNode, place: _Place) -> Block | None:
    """Return an image block for a paragraph that is nothing but a picture Slack can fetch."""
    inline = node.children[0]
    if len(inline.children) != 1 or inline.children[0].type != "image":
        return None
    image = inline.children[0]
    url = absolute(str(image.attrs.get("src") or ""), place.site_url)
    text = alternative_text(image)
    if not url or not is_picture_address(url) or len(text) > limits.ALT_TEXT:
        return None
    return {"type": "image", "image_url": url, "alt_text": text}


def _elements(node: SyntaxTreeNode, place: _Place) -> Iterator[Element]:
    match node.type:
        case "bullet_list" | "ordered_list":
            yield from _list(node, place)
        case "blockquote":
            for child in node.children:
                yield from _elements(child, replace(place, is_quoted=True))
        case "fence" | "code_block":
            yield from rich_text_elements.preformatted(node.content.rstrip("\n"), has_border=place.is_quoted)
        case "table":
            yield from tables.elements(node, place.site_url, depth=place.depth, has_border=place.is_quoted)
        case _:
            yield from rich_text_elements.paragraph(spans(node, place.site_url, _look(node)), is_quoted=place.is_quoted)


def _list(node: SyntaxTreeNode, place: _Place) -> Iterator[Element]:
    """Yield each item as a list of its own, numbered; merging joins those that nothing came between."""
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, first):
        opening = list(takewhile(lambda child: child.type in _RUNNING_TEXT, item.children))
        shown = number if node.type == "ordered_list" else None
        text = _item_text(item, opening, place)
        yield rich_text_elements.list_item(text, shown, depth=place.depth, has_border=place.is_quoted)
        for child in item.children[len(opening) :]:
            yield from _elements(child, replace(place, depth=place.depth + 1))


def _item_text(item: SyntaxTreeNode, opening: list[SyntaxTreeNode], place: _Place) -> tuple[Span, ...]:
    box = Span(task_box(item))
    parts = [spans(child, place.site_url, _look(child)) for child in opening]
    return (*([box] if box.text else []), *rich_text_elements.joined(parts, "\n"))


def _look(node: SyntaxTreeNode) -> Span:
    return Span("", frozenset({"bold"})) if node.type == "heading" else Span("")
