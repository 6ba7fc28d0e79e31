"""Reads what a person types, or what is piped in, without holding up the event loop.

An edge: owns standard input. A terminal gets a prompt; of anything else each line is echoed, so that what comes out
reads like the conversation.
"""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rich.console import Console

_PROMPT = "> "


async def typed_lines(stream: TextIO, console: Console) -> AsyncIterator[str]:
    """Yield the lines of a stream, without their line breaks, until it ends."""
    while True:
        if stream.isatty():
            console.print(Text(_PROMPT, "bold green"), end="")
        line = await _read_line(stream)
        if not line:
            console.print()
            return
        if not stream.isatty():
            console.print(Text.assemble((_PROMPT, "bold green"), line.rstrip("\n")))
        yield line.rstrip("\n")


async def _read_line(stream: TextIO) -> str:
    # A thread of its own, for the event loop's executor would be waited for when the program is left with Ctrl-C.
    loop = asyncio.get_running_loop()
    arrived: asyncio.Future[str] = loop.create_future()

    def read() -> None:
        line = stream.readline()
        if not loop.is_closed():
            loop.call_soon_threadsafe(_hand_over, arrived, line)

    threading.Thread(target=read, name="typed-lines", daemon=True).start()
    return await arrived


def _hand_over(arrived: asyncio.Future[str], line: str) -> None:
    if not arrived.done():
        arrived.set_result(line)
