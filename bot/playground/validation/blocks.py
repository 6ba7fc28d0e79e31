"""The blocks, and which of them each surface takes (https://docs.slack.dev/reference/block-kit/blocks).

Pure: no I/O.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.validation.elements import IN_ACTIONS, IN_CONTEXT, IN_CONTEXT_ACTIONS, IN_INPUT, IN_SECTION
from bot.playground.validation.objects import BLOCK_ID, any_text, plain_text
from bot.playground.validation.richtext import RICH_TEXT
from bot.playground.validation.rules import (
    Check,
    array,
    at_least_one_of,
    boolean,
    exactly_one_of,
    in_turn,
    literal,
    record,
    tagged,
    text,
    url,
)

_NAMED: Mapping[str, Check] = {"block_id": BLOCK_ID}

_SECTION = in_turn(
    record(
        {},
        {
            **_NAMED,
            "text": any_text(3_000),
            "fields": array(any_text(2_000), 10),
            "accessory": tagged(IN_SECTION),
            "expand": boolean,
        },
    ),
    at_least_one_of("text", "fields"),
)
_IMAGE = in_turn(
    record(
        {"alt_text": text(2_000)},
        {
            **_NAMED,
            "title": plain_text(2_000),
            "image_url": url(),
            "slack_file": record({}, {"id": text(255), "url": url()}),
        },
    ),
    exactly_one_of("image_url", "slack_file"),
)
_INPUT = record(
    {"label": plain_text(2_000), "element": tagged(IN_INPUT)},
    {**_NAMED, "hint": plain_text(2_000), "optional": boolean, "dispatch_action": boolean},
)
_CELL = tagged({"raw_text": record({"text": text(10_000)}), "rich_text": RICH_TEXT})
_COLUMN = record({}, {"align": literal("left", "center", "right"), "is_wrapped": boolean})
_TABLE = record(
    {"rows": array(array(_CELL, 20), 100)},
    {**_NAMED, "column_settings": array(_COLUMN, 20)},
)

EVERYWHERE: Mapping[str, Check] = {
    "actions": record({"elements": array(tagged(IN_ACTIONS), 25)}, _NAMED),
    "context": record({"elements": array(tagged(IN_CONTEXT), 10)}, _NAMED),
    "divider": record({}, _NAMED),
    "header": record({"text": plain_text(150)}, _NAMED),
    "image": _IMAGE,
    "input": _INPUT,
    "rich_text": RICH_TEXT,
    "section": _SECTION,
}
IN_MESSAGES: Mapping[str, Check] = {
    **EVERYWHERE,
    "context_actions": record({"elements": array(tagged(IN_CONTEXT_ACTIONS), 5)}, _NAMED),
    "markdown": record({"text": text(12_000)}, _NAMED),
    "table": _TABLE,
}
