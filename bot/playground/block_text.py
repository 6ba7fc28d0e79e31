"""Block Kit as text for a terminal, with a number before everything that can be pressed."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable, Iterable
from functools import partial

from bot.playground.elements import interactive, label, options
from bot.playground.model import Json

_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]) | {ord("\n"): "\n"}  # they would command the terminal
_MARK = re.compile(r" +(?:• |\d+\. )?")


def write_blocks(blocks: Iterable[Json], number: Callable[[Json, str | None], int] | None = None) -> str:
    """Write blocks below each other, each with what can be pressed in it.

    ``number`` takes an element and which of its values is meant, and gives the number to press; None: no buttons.
    """
    parts = []
    for block in blocks:
        parts.append(_write(block))
        if number and block["type"] != "input":
            offers = [(element, *one) for element in interactive([block]) for one in list_offers(element)]
            parts[-1] += "\n" * bool(parts[-1] and offers)
            labels = [f"[{number(element, value)}] {text}" for element, text, value in offers]
            parts[-1] += ("   " if len("".join(labels)) < 70 else "\n").join(labels)
    return wrap("\n\n".join(filter(None, parts)))


def list_offers(element: Json) -> list[tuple[str, str | None]]:
    """List what one element offers to press, with the value of each: a button, or one of several options."""
    if element["type"] == "button":
        return [(label(element) + (" ↗" if "url" in element else ""), None)]
    pair = (element[side] for side in ("positive_button", "negative_button") if side in element)
    return [(one["text"]["text"], one["value"]) for one in (*pair, *options(element))]


def _write(node: Json) -> str:
    written = f"[{node.get('alt_text') or node['type']}]"
    match node:
        case {"type": "actions" | "context_actions", "elements": elements}:
            written = " ".join(label(one) for one in elements if "placeholder" in one)
        case {"type": "rich_text_list", "elements": items, "style": style}:
            margin, first = "  " + "   " * node.get("indent", 0), node.get("offset", 0) + 1
            marks = [f"{number}." if style == "ordered" else "•" for number in range(first, first + len(items))]
            written = "\n".join(f"{margin}{mark} {_write(item)}" for mark, item in zip(marks, items, strict=True))
        case {"type": "rich_text_quote" | "rich_text_preformatted", "elements": parts}:
            written = textwrap.indent("".join(map(_write, parts)), "    ")
        case {"elements": parts, "type": kind}:
            written = ("" if kind == "rich_text_section" else "\n").join(map(_write, parts)).rstrip()
        case {"type": "table", "rows": rows}:
            written = "\n".join(" | ".join(map(_write, row)) for row in rows)
        case {"type": "link", "url": url}:
            written = " ".join(dict.fromkeys((str(node.get("text", url)), str(url))))
        case {"text": {"text": text}} | {"label": {"text": text}} | {"text": text} | {"user_id": text}:
            written = str(text)
    return written


def wrap(text: str) -> str:
    """Break lines between words to the width of the terminal; those of a list hang beside its marks."""
    width = shutil.get_terminal_size().columns
    fill = partial(textwrap.fill, width=width, break_long_words=False, break_on_hyphens=False)
    lines = ((line, _MARK.match(line)) for line in text.translate(_CONTROLS).split("\n"))
    return "\n".join(fill(line, subsequent_indent=" " * mark.end() if mark else "") for line, mark in lines)
