"""What a whole message, view or list of options must keep to, beyond every one of its blocks.

Pure: no I/O.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.playground.validation.blocks import EVERYWHERE, IN_MESSAGES
from bot.playground.validation.objects import OPTION, OPTION_GROUP, plain_text
from bot.playground.validation.rules import Violation, array, boolean, exactly_one_of, in_turn, record, tagged, text

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MARKDOWN_CHARACTERS = 12_000
TABLE_CHARACTERS = 10_000

_MESSAGE = array(tagged(IN_MESSAGES), MESSAGE_BLOCKS, minimum=0)
_VIEW_FIELDS = {"private_metadata": text(3_000, 0), "callback_id": text(255, 0), "external_id": text(255, 0)}
_BLOCKS = {"blocks": array(tagged(EVERYWHERE), VIEW_BLOCKS, minimum=0)}
_MODAL = record(
    {"title": plain_text(24), **_BLOCKS},
    {
        **_VIEW_FIELDS,
        "submit": plain_text(24),
        "close": plain_text(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
_HOME = record(_BLOCKS, _VIEW_FIELDS)
_OPTIONS = in_turn(
    record({}, {"options": array(OPTION, 100, minimum=0), "option_groups": array(OPTION_GROUP, 100, minimum=0)}),
    exactly_one_of("options", "option_groups"),
)


def check_message_blocks(blocks: object, pointer: str = "/blocks") -> tuple[Violation, ...]:
    """List what is wrong with the blocks of a message, in reading order."""
    found = [*_MESSAGE(blocks, pointer)]
    if isinstance(blocks, list):
        found += [*_unique_ids(blocks, pointer), *_totals(blocks, pointer)]
    return tuple(found)


def check_view(view: object, expected_type: str, pointer: str = "/view") -> tuple[Violation, ...]:
    """List what is wrong with a modal (``expected_type`` "modal") or a Home tab ("home"), in reading order."""
    found = [*tagged({expected_type: _MODAL if expected_type == "modal" else _HOME})(view, pointer)]
    blocks = view.get("blocks") if isinstance(view, dict) else None
    if isinstance(view, dict) and isinstance(blocks, list):
        found += [*_unique_ids(blocks, f"{pointer}/blocks"), *_submittable(view, blocks, pointer)]
    return tuple(found)


def check_options(response: object) -> tuple[Violation, ...]:
    """List what is wrong with the answer to a request for options."""
    return tuple(_OPTIONS(response, ""))


def _submittable(view: dict[str, Any], blocks: list[Any], pointer: str) -> Iterator[Violation]:
    has_input = any(isinstance(block, dict) and block.get("type") == "input" for block in blocks)
    if has_input and view.get("type") == "modal" and "submit" not in view:
        yield Violation(f"{pointer}/submit", "is required when an input block is within blocks")


def _unique_ids(blocks: list[Any], pointer: str) -> Iterator[Violation]:
    for name in ("block_id", "action_id"):
        seen: set[str] = set()
        for value, where in _named(blocks, name, pointer):
            if value in seen:
                yield Violation(where, f"{name} {value!r} already exists")
            seen.add(value)


def _named(node: object, name: str, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for place, item in enumerate(node):
            yield from _named(item, name, f"{pointer}/{place}")
    elif isinstance(node, dict):
        if isinstance(node.get(name), str):
            yield node[name], f"{pointer}/{name}"
        for key, item in node.items():
            yield from _named(item, name, f"{pointer}/{key}")


def _totals(blocks: list[Any], pointer: str) -> Iterator[Violation]:
    kinds = [block for block in blocks if isinstance(block, dict)]
    tables = [block for block in kinds if block.get("type") == "table"]
    markdown = sum(len(str(block.get("text"))) for block in kinds if block.get("type") == "markdown")
    if any(_characters(table.get("rows")) > TABLE_CHARACTERS for table in tables):
        yield Violation(pointer, f"table must be less than {TABLE_CHARACTERS + 1} characters in all")
    if markdown > MARKDOWN_CHARACTERS:
        yield Violation(pointer, f"markdown must be less than {MARKDOWN_CHARACTERS + 1} characters in all")


def _characters(node: object) -> int:
    if isinstance(node, list):
        return sum(map(_characters, node))
    if isinstance(node, dict):
        own = len(node["text"]) if isinstance(node.get("text"), str) else 0
        return own + sum(_characters(item) for item in node.values())
    return 0
