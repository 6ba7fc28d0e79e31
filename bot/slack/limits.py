"""Every limit of Slack's that the bot could meet, and the check that each payload passes before it is sent.

Pure: no I/O. The numbers are those of https://docs.slack.dev/reference/block-kit and of the error messages of the
Web API; where Slack names none for rich text, the far lower one of a section is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 40_000  # longer ones are cut
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
# Members that carry no "type" of their own, by the key they stand under.
_IMPLIED = {"options": "option", "fields": "field"}


def check_message(blocks: Sequence[Block], text: str) -> list[str]:
    """Return what Slack would refuse or cut in a message, each with its place; nothing if all is well."""
    problems = [*_size("text", text, 1, MESSAGE_TEXT), *_size("blocks", blocks, 0, MESSAGE_BLOCKS)]
    return problems + _check_blocks(blocks, _IN_MESSAGES)


def check_view(view: Mapping[str, Any]) -> list[str]:
    """Return what Slack would refuse in a modal or home tab, each with its place; nothing if all is well."""
    kind = view.get("type")
    if kind not in ("modal", "home"):
        return [f"view.type: {kind!r}, must be modal or home"]
    blocks: list[Block] = view.get("blocks", [])
    problems = [] if kind == "home" or "title" in view else ["view.title: missing"]
    if any(block.get("type") == "input" for block in blocks) and "submit" not in view:
        problems.append("view.submit: missing, though there is an input block")
    frame = {key: value for key, value in view.items() if key != "blocks"}
    problems += _size("view.blocks", blocks, 0, VIEW_BLOCKS) + list(_check(frame, "view", str(kind)))
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
    kinds = [str(block.get("type")) for block in blocks]
    problems = [f"blocks[{i}]: no {kind} block here" for i, kind in enumerate(kinds) if kind not in allowed]
    for number, block in enumerate(blocks):
        problems += _check(block, f"blocks[{number}]", kinds[number])
        problems += _check_whole(block, f"blocks[{number}]")
    return problems + _check_together(blocks)


def _check(part: Mapping[str, Any], place: str, kind: str) -> Iterator[str]:
    """Yield the problems of one object and of all within it."""
    for key, (least, most) in {**_SIZES.get(kind, {}), "block_id": (1, ID)}.items():
        if key in part:
            yield from _size(f"{place}.{key}", part[key], least, most)
    for path, member, implied in _members(part, place):
        yield from _check(member, path, str(member.get("type", implied)) if implied != "field" else implied)


def _members(part: Mapping[str, Any], place: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    for key, value in part.items():
        for path, member in _objects(value, f"{place}.{key}"):
            yield path, member, _IMPLIED.get(key, "")


def _objects(value: object, place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, Mapping):
        yield place, value
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _objects(member, f"{place}[{number}]")


def _size(place: str, value: str | Sequence[object] | Mapping[str, Any], least: int, most: int) -> list[str]:
    sized = value["text"] if isinstance(value, Mapping) else value
    if least <= len(sized) <= most:
        return []
    return [f"{place}: length {len(sized)}, must be {least} to {most}"]


def _check_whole(block: Block, place: str) -> list[str]:
    """Return the problems that no single field shows."""
    match block:
        case {"type": "table", "rows": rows}:
            widest = max((len(row) for row in rows), default=0)
            return [] if 0 < widest <= TABLE_COLUMNS else [f"{place}: {widest} columns, must be 1 to {TABLE_COLUMNS}"]
        case {"type": "rich_text"}:
            return _size(place, _text(block), 0, RICH_TEXT)
        case {"type": "section"} if "text" not in block and "fields" not in block:
            return [f"{place}: neither text nor fields"]
        case {"type": "input", "element": {"type": "plain_text_input", "max_length": length}} if length > INPUT:
            return [f"{place}: max_length {length}, must be at most {INPUT}"]
        case {"type": "image"} if not block.get("alt_text"):
            return [f"{place}.alt_text: missing"]
    return []


def _check_together(blocks: Sequence[Block]) -> list[str]:
    """Return the problems of the blocks as a whole: identifiers that repeat, too many tables, too much Markdown."""
    problems = [f"{key} {name!r}: given {times} times" for key, name, times in _repeated(blocks)]
    tables = [block for block in blocks if block.get("type") == "table"]
    if len(tables) > 1:
        problems.append(f"blocks: {len(tables)} tables, must be at most 1")
    problems += _size("table cells", "".join(map(_text, tables)), 0, TABLE_TEXT)
    markdown = "".join(block.get("text", "") for block in blocks if block.get("type") == "markdown")
    return problems + _size("markdown blocks", markdown, 0, MARKDOWN)


def _repeated(blocks: Sequence[Block]) -> Iterator[tuple[str, str, int]]:
    for key in ("block_id", "action_id"):
        names = Counter(name for block in blocks for name in _values(block, key))
        yield from ((key, name, times) for name, times in names.items() if times > 1)


def _values(part: object, key: str) -> Iterator[str]:
    """Yield every value that stands under a key, however deep."""
    for _, member in _objects(list(part.values()) if isinstance(part, Mapping) else part, ""):
        yield from _values(member, key)
    if isinstance(part, Mapping) and isinstance(part.get(key), str):
        yield str(part[key])


def _text(part: object) -> str:
    return "".join(_values(part, "text"))
