"""Every limit of Slack's that the bot could meet, and the check that each payload passes before it is sent.

The numbers are those of https://docs.slack.dev/reference/block-kit and of the error messages of the
Web API; where Slack names none for rich text, the far lower one of a section is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 40_000  # longer ones are cut
UPDATED_TEXT = 4_000  # of a message that is changed; longer ones are refused
FALLBACK_TEXT = 4_000  # of a message that is shown without its blocks: Slack advises no more, and it fills a screen
HEADER = 150
SECTION = 3_000
RICH_TEXT = 3_000
ELEMENTS = 1_000  # of a rich_text block, list or section; Slack names no number
LIST_INDENT = 8
LIST_NUMBER = 1_000_000
TABLE_ROWS = 100
TABLE_COLUMNS = 20
TABLE_TEXT = 10_000  # of all the cells in a message
MARKDOWN = 12_000  # of all the markdown blocks in a message
ALT_TEXT = 2_000
URL = 3_000
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
ACCESSIBILITY_LABEL = 75
OPTIONS = 100
OPTION_TEXT = 75
OPTION_VALUE = 150
PLACEHOLDER = 150
INPUT = 3_000
ID = 255
VIEW_TITLE = 24
PRIVATE_METADATA = 3_000

Block = Mapping[str, Any]

_IN_BOTH = {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"}
_IN_MESSAGES = _IN_BOTH | {"context_actions", "file", "markdown", "table"}
_IN_MODALS = _IN_BOTH
_IN_HOMES = _IN_BOTH | {"table"}

_SELECT = {"options": (1, OPTIONS), "placeholder": (1, PLACEHOLDER), "action_id": (1, ID)}
_CHOICE = {"options": (1, 10), "action_id": (1, ID)}

# The least and most characters of a text, or members of a list, by the "type" they belong to.
_SIZES: dict[str, dict[str, tuple[int, int]]] = {
    "header": {"text": (1, HEADER)},
    "section": {"text": (1, SECTION), "fields": (1, 10)},
    "field": {"text": (1, 2_000)},
    "markdown": {"text": (1, MARKDOWN)},
    "context": {"elements": (1, 10)},
    "actions": {"elements": (1, 25)},
    "context_actions": {"elements": (1, 5)},
    "image": {"image_url": (1, URL), "alt_text": (1, ALT_TEXT), "title": (1, ALT_TEXT)},
    "input": {"label": (1, ALT_TEXT), "hint": (1, ALT_TEXT)},
    "table": {"rows": (1, TABLE_ROWS), "column_settings": (0, TABLE_COLUMNS)},
    "rich_text": {"elements": (1, ELEMENTS)},
    "rich_text_section": {"elements": (1, ELEMENTS)},
    "rich_text_quote": {"elements": (1, ELEMENTS)},
    "rich_text_preformatted": {"elements": (1, ELEMENTS)},
    "rich_text_list": {"elements": (1, ELEMENTS)},
    "text": {"text": (1, TABLE_TEXT)},
    "raw_text": {"text": (1, TABLE_TEXT)},
    "link": {"url": (1, URL), "text": (1, RICH_TEXT)},
    "button": {
        "text": (1, BUTTON_TEXT),
        "value": (0, BUTTON_VALUE),
        "url": (1, URL),
        "accessibility_label": (1, ACCESSIBILITY_LABEL),
        "action_id": (1, ID),
    },
    "static_select": _SELECT,
    "multi_static_select": _SELECT,
    "external_select": {key: _SELECT[key] for key in ("placeholder", "action_id")},
    "overflow": {"options": (1, 5), "action_id": (1, ID)},
    "checkboxes": _CHOICE,
    "radio_buttons": _CHOICE,
    "option": {"text": (1, OPTION_TEXT), "value": (1, OPTION_VALUE), "description": (1, OPTION_TEXT)},
    "plain_text_input": {"placeholder": (1, PLACEHOLDER), "initial_value": (0, INPUT), "action_id": (1, ID)},
    "modal": {
        "title": (1, VIEW_TITLE),
        "submit": (1, VIEW_TITLE),
        "close": (1, VIEW_TITLE),
        "blocks": (0, VIEW_BLOCKS),
        "private_metadata": (0, PRIVATE_METADATA),
        "callback_id": (1, ID),
    },
    "home": {"blocks": (0, VIEW_BLOCKS), "private_metadata": (0, PRIVATE_METADATA), "callback_id": (1, ID)},
}
_NO_SIZES: dict[str, tuple[int, int]] = {}
_NAMES = {"block_id", "action_id"}  # each unique within a message
# What members of a list are, whatever their "type" says, by the key that the list stands under.
_IMPLIED = {"options": "option", "fields": "field"}


def check_message(blocks: Sequence[Block], text: str) -> list[str]:
    """Return what Slack would refuse or cut in a message, each with its place; nothing if all is well."""
    problems = [*_size("text", text, 1, MESSAGE_TEXT), *_size("blocks", blocks, 0, MESSAGE_BLOCKS)]
    return problems + _check_blocks(blocks, _IN_MESSAGES)


def check_fallback(text: str) -> list[str]:
    """Return why a text is too long to be shown without its blocks; nothing if all is well."""
    return _size("text", text, 1, FALLBACK_TEXT)


def check_view(view: Mapping[str, Any]) -> list[str]:
    """Return what Slack would refuse in a modal or home tab, each with its place; nothing if all is well."""
    kind = view.get("type")
    if kind not in ("modal", "home"):
        return [f"view.type: {kind!r}, must be modal or home"]
    blocks: list[Block] = view.get("blocks", [])
    problems = [] if kind == "home" or "title" in view else ["view.title: missing"]
    if any(block.get("type") == "input" for block in blocks) and "submit" not in view:
        problems.append("view.submit: missing, though there is an input block")
    frame = _check({key: value for key, value in view.items() if key != "blocks"}, kind, _Seen())
    problems += [*_size("view.blocks", blocks, 0, VIEW_BLOCKS), *(f"view{problem}" for problem in frame)]
    return problems + _check_blocks(blocks, _IN_MODALS if kind == "modal" else _IN_HOMES)


def split(blocks: Sequence[Any], most: int) -> list[list[Any]]:
    """Return the blocks in pages of at most ``most``, at least one, none ending with a header that has text below."""
    pages: list[list[Any]] = []
    rest = list(blocks)
    while rest:
        end = _page_end(rest, most)
        pages.append(rest[:end])
        rest = rest[end:]
    return pages or [[]]


def _page_end(blocks: Sequence[Block], most: int) -> int:
    if len(blocks) <= most:
        return len(blocks)
    end = most
    while end > 0 and blocks[end - 1]["type"] == "header":
        end -= 1
    return end or most


def _check_blocks(blocks: Sequence[Block], allowed: set[str]) -> list[str]:
    """Return the problems of the blocks, one by one and as a whole; all of it in one walk, as every answer takes it."""
    problems: list[str] = []
    seen = _Seen()
    for number, block in enumerate(blocks):
        kind, place, before = str(block.get("type")), f"blocks[{number}]", seen.characters
        if kind not in allowed:
            problems.append(f"{place}: no {kind} block here")
        problems += [f"{place}{problem}" for problem in _check(block, kind, seen)]
        characters = seen.characters - before
        seen.by_kind[kind] += characters
        problems += [f"{place}{problem}" for problem in _check_whole(block, characters)]
    tables = sum(block.get("type") == "table" for block in blocks)
    if tables > 1:
        problems.append(f"blocks: {tables} tables, must be at most 1")
    for kind, most, name in (("table", TABLE_TEXT, "table cells"), ("markdown", MARKDOWN, "markdown blocks")):
        if seen.by_kind[kind] > most:
            problems.append(f"{name}: length {seen.by_kind[kind]}, must be 0 to {most}")
    repeated = (((key, name), times) for (key, name), times in seen.names.items() if times > 1)
    return problems + [f"{key} {name!r}: given {times} times" for (key, name), times in repeated]


class _Seen:
    """What a walk through blocks counts: characters of text, by the kind of block, too, and identifiers."""

    def __init__(self) -> None:
        self.characters = 0
        self.by_kind: Counter[str] = Counter()
        self.names: Counter[tuple[str, str]] = Counter()


def _check(part: Mapping[str, Any], kind: str, seen: _Seen) -> list[str]:
    """Return the problems of one object and of all within it, each with its place there."""
    problems: list[str] = []
    sizes = _SIZES.get(kind, _NO_SIZES)
    for key, value in part.items():
        if key in sizes:
            problems += _size(f".{key}", value, *sizes[key])
        if isinstance(value, str):
            if key == "text":
                seen.characters += len(value)
            elif key in _NAMES:
                seen.names[key, value] += 1
                problems += _size(f".{key}", value, 1, ID)
        elif isinstance(value, dict):
            problems += [f".{key}{problem}" for problem in _check(value, str(value.get("type", "")), seen)]
        elif isinstance(value, list):
            problems += [f".{key}{problem}" for problem in _check_members(value, _IMPLIED.get(key, ""), seen)]
    return problems


def _check_members(members: list[Any], implied: str, seen: _Seen) -> list[str]:
    problems: list[str] = []
    for number, member in enumerate(members):
        if isinstance(member, dict):
            found = _check(member, implied or str(member.get("type", "")), seen)
        else:
            found = _check_members(member, "", seen) if isinstance(member, list) else []
        problems += [f"[{number}]{problem}" for problem in found]
    return problems


def _size(place: str, value: str | Sequence[object] | Mapping[str, Any], least: int, most: int) -> list[str]:
    length = len(value["text"] if isinstance(value, dict) else value)
    return [] if least <= length <= most else [f"{place}: length {length}, must be {least} to {most}"]


def _check_whole(block: Block, characters: int) -> list[str]:
    """Return the problems that no single field shows."""
    match block:
        case {"type": "table", "rows": rows}:
            widest = max((len(row) for row in rows), default=0)
            return [] if 0 < widest <= TABLE_COLUMNS else [f": {widest} columns, must be 1 to {TABLE_COLUMNS}"]
        case {"type": "rich_text"} if characters > RICH_TEXT:
            return [f": length {characters}, must be 0 to {RICH_TEXT}"]
        case {"type": "section"} if "text" not in block and "fields" not in block:
            return [": neither text nor fields"]
        case {"type": "input", "element": {"type": "plain_text_input", "max_length": length}} if length > INPUT:
            return [f": max_length {length}, must be at most {INPUT}"]
        case {"type": "image"} if not block.get("alt_text"):
            return [".alt_text: missing"]
    return []
