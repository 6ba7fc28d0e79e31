"""Names and counts that several sentences share."""

from __future__ import annotations

COMMAND = "/quicktake"
BOT = "Quicktake"


def counted(number: int, noun: str) -> str:
    """Return ``number`` and its noun, in the plural where it needs one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
