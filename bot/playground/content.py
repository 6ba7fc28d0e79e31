"""Checks the content of a message before it enters the workspace, whichever way it came.

Pure: no I/O.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.playground.model import Json, RefusedError
from bot.playground.validation import Violation, check_message_blocks, check_view

VIEW_BYTES = 250_000


def checked_message(body: Json) -> Json:
    """Give back a message's body if Slack would take it.

    Raises:
        RefusedError: ``invalid_blocks_format``, ``invalid_blocks`` with the reasons, ``invalid_attachments`` for a
            second table (Slack turns tables into attachments), or ``no_text``.
    """
    blocks = body.get("blocks")
    if blocks is not None and not isinstance(blocks, list):
        raise RefusedError("invalid_blocks_format")
    refuse("invalid_blocks", check_message_blocks(blocks or []))
    if len(tables(body)) > 1:
        raise RefusedError("invalid_attachments", ("[ERROR] only_one_table_allowed [json-pointer:/blocks]",))
    if not blocks and not str(body.get("text") or body.get("markdown_text") or "").strip():
        raise RefusedError("no_text")
    return body


def tables(body: Json) -> list[Json]:
    """List the tables of a message."""
    return [block for block in body.get("blocks") or () if block.get("type") == "table"]


def checked_view(view: object, expected_type: str) -> Json:
    """Give back a view if Slack would take it.

    Raises:
        RefusedError: ``invalid_arguments`` with the reasons, or ``view_too_large``.
    """
    refuse("invalid_arguments", check_view(view, expected_type))
    if not isinstance(view, dict) or len(str(view).encode()) > VIEW_BYTES:
        raise RefusedError("view_too_large")
    return view


def refuse(error: str, violations: Iterable[Violation]) -> None:
    """Refuse if anything is wrong.

    Raises:
        RefusedError: with ``error`` and a message for each violation.
    """
    messages = tuple(f"[ERROR] {violation}" for violation in violations)
    if messages:
        raise RefusedError(error, messages)
