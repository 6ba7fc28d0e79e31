from __future__ import annotations

import io

from rich.console import Console

from bot.playground.lines import typed_lines


async def test_piped_lines_come_without_breaks_and_are_echoed() -> None:
    written = io.StringIO()

    lines = [line async for line in typed_lines(io.StringIO("one [two]\n\nlast"), Console(file=written))]

    assert lines == ["one [two]", "", "last"]
    assert written.getvalue().splitlines() == ["> one [two]", "> ", "> last", ""]


async def test_terminal_gets_a_prompt_and_no_echo() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    written = io.StringIO()

    lines = [line async for line in typed_lines(Terminal("one\n"), Console(file=written))]

    assert lines == ["one"]
    assert written.getvalue() == "> > \n"
