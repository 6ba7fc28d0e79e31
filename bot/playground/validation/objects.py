"""Composition objects: texts, options and confirmation dialogs (https://docs.slack.dev/reference/block-kit/composition-objects).

Pure: no I/O.
"""

from __future__ import annotations

from bot.playground.validation.rules import Check, array, boolean, literal, record, tagged, text, url

ACTION_ID = text(255)
BLOCK_ID = text(255)


def plain_text(maximum: int) -> Check:
    """Want a plain text object of at most so many characters."""
    return tagged({"plain_text": record({"text": text(maximum)}, {"emoji": boolean})})


def any_text(maximum: int) -> Check:
    """Want a plain text or mrkdwn object of at most so many characters."""
    mrkdwn = record({"text": text(maximum)}, {"verbatim": boolean})
    plain = record({"text": text(maximum)}, {"emoji": boolean})
    return tagged({"plain_text": plain, "mrkdwn": mrkdwn})


OPTION = record({"text": plain_text(75), "value": text(150)}, {"description": plain_text(75)})
RICH_OPTION = record({"text": any_text(75), "value": text(150)}, {"description": any_text(75)})
OVERFLOW_OPTION = record({"text": plain_text(75), "value": text(150)}, {"description": plain_text(75), "url": url()})
OPTION_GROUP = record({"label": plain_text(75), "options": array(OPTION, 100)})
CONFIRM = record(
    {"title": plain_text(100), "text": any_text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    {"style": literal("primary", "danger")},
)
