"""What can follow a slash command, for the page to complete: read from the bot's own help, so that it cannot go stale.

Pure: no I/O.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.playground.model import Json

_LINE = re.compile(rf"^\* `{re.escape(wording.COMMAND)} (?P<words>[^`]+?)(?: \d+)?` (?P<note>[^.;:]+)", re.MULTILINE)


def subcommands() -> list[Json]:
    """List ``words`` and ``note`` of all that the help names, and whether it is ``for_admins``, questions first.

    A question stands for empty words, and a number after the words for any or none.
    """
    return [*_listed(wording.HELP, for_admins=False), *_listed(wording.ADMIN_HELP, for_admins=True)]


def _listed(text: str, *, for_admins: bool) -> Iterator[Json]:
    for line in _LINE.finditer(text):
        words, note = line["words"], line["note"]
        yield {
            "words": "" if words.endswith("?") else words,
            "note": note[0].upper() + note[1:],
            "for_admins": for_admins,
        }
