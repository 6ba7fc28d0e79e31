"""Asks for the fields of a modal one after the other.

No I/O of its own: it is given the way to ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.elements import options, state

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.playground.model import Json, View

    Ask = Callable[[str], Awaitable[str | None]]


def fields(view: View) -> tuple[Json, ...]:
    """List the blocks of a view that want something filled in."""
    return tuple(block for block in view.blocks if block["type"] == "input")


async def fill_in(view: View, ask: Ask) -> dict[str, str] | None:
    """Ask for each field until it is filled in properly.

    Args:
        view: the modal.
        ask: shows a question and gives what was typed, None at the end of all input.

    Returns:
        The values by block id, without the fields left as they are; None if the input ended first.
    """
    values: dict[str, str] = {}
    for block in fields(view):
        value = await _field(block, ask)
        if value is None:
            return None
        if value:
            values[block["block_id"]] = value
    return values


async def _field(block: Json, ask: Ask) -> str | None:
    question = _question(block)
    while (typed := await ask(question)) is not None:
        value = _value(block["element"], typed.strip())
        try:
            state([block], {block["block_id"]: value} if value else {})
        except LookupError as mistake:
            question = f"{mistake}: "
        else:
            return value
    return None


def _question(block: Json) -> str:
    offered = options(block["element"])
    listed = "; ".join(f"{number} {option['text']['text']}" for number, option in enumerate(offered, start=1))
    optional = ", optional" if block.get("optional") else ""
    return f"{block['label']['text']}{optional}{f' ({listed})' if listed else ''}: "


def _value(element: Json, typed: str) -> str:
    """Take a number as the option it stands for."""
    offered = options(element)
    if typed.isdecimal() and 1 <= int(typed) <= len(offered):
        return str(offered[int(typed) - 1]["value"])
    return typed
