"""The rich text block and all within it (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).

Pure: no I/O. Slack refuses empty texts; an empty section, list or block counts as one here, for it draws nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.validation.objects import BLOCK_ID
from bot.playground.validation.rules import Check, array, boolean, integer, literal, record, tagged, text, url

CHARACTERS = 20_000
_ITEMS = 1_000

_TEXT_STYLE = record({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), boolean))
_MENTION_STYLE = record(
    {}, dict.fromkeys(("bold", "italic", "strike", "highlight", "client_highlight", "unlink"), boolean)
)

_TEXT = record({"text": text(CHARACTERS)}, {"style": _TEXT_STYLE})
_LINK = record({"url": url()}, {"text": text(CHARACTERS), "style": _TEXT_STYLE, "unsafe": boolean})


def _mention(id_field: str) -> Check:
    return record({id_field: text(255)}, {"style": _MENTION_STYLE})


_INLINE: Mapping[str, Check] = {
    "text": _TEXT,
    "link": _LINK,
    "emoji": record({"name": text(255)}, {"unicode": text(255), "skin_tone": integer(1, 6), "style": _TEXT_STYLE}),
    "broadcast": record({"range": literal("here", "channel", "everyone")}, {"style": _MENTION_STYLE}),
    "color": record({"value": text(7, 7)}),
    "date": record(
        {"timestamp": integer(0, 10**11), "format": text(1_000)},
        {"url": url(), "fallback": text(1_000), "style": _TEXT_STYLE},
    ),
    "user": _mention("user_id"),
    "usergroup": _mention("usergroup_id"),
    "channel": _mention("channel_id"),
    "team": _mention("team_id"),
}
_LITERAL: Mapping[str, Check] = {"text": _TEXT, "link": _LINK}

_BORDER = {"border": integer(0, 1)}
_SECTION = record({"elements": array(tagged(_INLINE), _ITEMS)})
_LIST = record(
    {"style": literal("bullet", "ordered"), "elements": array(tagged({"rich_text_section": _SECTION}), _ITEMS)},
    {"indent": integer(0, 8), "offset": integer(0, 10**6), **_BORDER},
)
_QUOTE = record({"elements": array(tagged(_INLINE), _ITEMS)}, _BORDER)
_PREFORMATTED = record({"elements": array(tagged(_LITERAL), _ITEMS)}, {**_BORDER, "language": text(255)})

RICH_TEXT = record(
    {
        "elements": array(
            tagged(
                {
                    "rich_text_section": _SECTION,
                    "rich_text_list": _LIST,
                    "rich_text_quote": _QUOTE,
                    "rich_text_preformatted": _PREFORMATTED,
                }
            ),
            _ITEMS,
        )
    },
    {"block_id": BLOCK_ID},
)
