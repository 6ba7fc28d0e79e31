"""The thesaurus that comes with the bot: general words that mean nearly the same, one file a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import bot

_FOLDER = Path(bot.__file__).parent / "search" / "thesaurus"


@cache
def read_thesaurus(language: str) -> tuple[tuple[str, ...], ...]:
    """Read its groups of words and phrases; there are none for a language that has no file."""
    file = _FOLDER / f"{language}.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return tuple(tuple(line.split(", ")) for line in lines if line and not line.startswith("#"))
