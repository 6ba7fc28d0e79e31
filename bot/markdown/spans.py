"""Running text as spans of one look each: what paragraphs, headings, list items and table cells are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from bot.markdown.html_text import html_text
from bot.markdown.links import absolute
from bot.markdown.mathematics import to_unicode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

_RULE = "———"
_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}


@dataclass(frozen=True, slots=True)
class Span:
    """Some text of one look; ``styles`` are Slack's: bold, italic, strike, code. An empty ``url`` is no link."""

    text: str
    styles: frozenset[str] = frozenset()
    url: str = ""


def spans(node: SyntaxTreeNode, site_url: str = "", look: Span = Span("")) -> tuple[Span, ...]:
    """Return a block's running text, each span's look added to the given one; no block of blocks, as a list is."""
    match node.type:
        case "formula_block":
            return (formula(node.content, look),)
        case "html_block":
            return trimmed([replace(look, text=html_text(node.content))])
        case "hr":
            return (replace(look, text=_RULE),)
    found = (span for child in _shown(node) for span in _spans(child, site_url, look))
    return trimmed(list(coalesced(found)))


def task_box(item: SyntaxTreeNode) -> str:
    """Return a task's box, empty for other items.

    Screen readers speak the sign by its name: "ballot box with check".
    """
    if "task-list-item" not in str(item.attrs.get("class", "")):
        return ""
    return "☑ " if item.meta.get("checked") else "☐ "


def formula(latex: str, look: Span = Span("")) -> Span:
    """Write a formula as Unicode or, where that fails, as its source in code style."""
    text = to_unicode(latex)
    return replace(look, text=text) if text else replace(look, text=latex, styles=look.styles | {"code"})


def alternative_text(image: SyntaxTreeNode) -> str:
    """Return what stands for a picture: its description, else its title, else its file name; never empty."""
    title = str(image.attrs.get("title") or "")
    file_name = str(image.attrs.get("src") or "").rstrip("/").rpartition("/")[2]
    return text_of(spans(image)) or title or file_name or "image"


def text_of(run: Iterable[Span]) -> str:
    """Return the text alone."""
    return "".join(span.text for span in run)


def coalesced(run: Iterable[Span]) -> Iterator[Span]:
    """Yield the same text with neighbours of one look joined, and nothing empty."""
    shown = (span for span in run if span.text)
    for (styles, url), group in groupby(shown, key=lambda span: (span.styles, span.url)):
        yield Span(text_of(group), styles, url)


def trimmed(run: Sequence[Span]) -> tuple[Span, ...]:
    """Drop white space, and spans of nothing else, from both ends."""
    kept = list(run)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _spans(node: SyntaxTreeNode, site_url: str, look: Span) -> Iterator[Span]:
    match node.type:
        case "text" | "html_inline" | "code_inline" | "softbreak" | "hardbreak":
            yield _leaf(node, look)
        case "formula":
            yield formula(node.content, look)
        case "formula_display":
            yield from (replace(look, text="\n"), formula(node.content, look), replace(look, text="\n"))
        case "image":
            yield replace(look, text=alternative_text(node), url=look.url or _address(node, "src", site_url))
        case _:
            inner = _inner_look(node, site_url, look)
            yield from (span for child in _shown(node) for span in _spans(child, site_url, inner))


def _shown(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield what a node holds, without the line breaks beside displayed formulas, which have their own."""
    kinds = ["", *(child.type for child in node.children), ""]
    for before, child, after in zip(kinds, node.children, kinds[2:], strict=False):
        if child.type != "softbreak" or "formula_display" not in (before, after):
            yield child


def _leaf(node: SyntaxTreeNode, look: Span) -> Span:
    match node.type:
        case "code_inline":
            return replace(look, text=node.content, styles=look.styles | {"code"})
        case "html_inline":
            return replace(look, text=html_text(node.content))
        case "softbreak":
            return replace(look, text=" ")
        case "hardbreak":
            return replace(look, text="\n")
    return replace(look, text=node.content)


def _inner_look(node: SyntaxTreeNode, site_url: str, look: Span) -> Span:
    if node.type == "link":
        return replace(look, url=_address(node, "href", site_url))
    style = _STYLES.get(node.type)
    return replace(look, styles=look.styles | {style}) if style else look


def _address(node: SyntaxTreeNode, attribute: str, site_url: str) -> str:
    return absolute(str(node.attrs.get(attribute) or ""), site_url) or ""
