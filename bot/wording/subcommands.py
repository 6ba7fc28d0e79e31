"""What can be typed behind the command: the one table that routes, help and completion are made from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.wording.terms import COMMAND


@dataclass(frozen=True, slots=True)
class Subcommand:
    """What some words behind the command do.

    Attributes:
        does: what happens, in a clause after the words.
        example: what may follow them.
        alias: another way to type it.
        is_for_admins: everybody else is refused.
    """

    does: str
    example: str = ""
    alias: str | None = None
    is_for_admins: bool = False


SUBCOMMANDS = {
    "browse": Subcommand("searches the articles while you type"),
    "forget-me": Subcommand("deletes what is recorded about you"),
    "help": Subcommand("shows what I can do", alias=""),
    "status": Subcommand("shows what is being served", is_for_admins=True),
    "reload": Subcommand(
        "reads the articles again and shows which replies would change, before anything goes live", is_for_admins=True
    ),
    "rollback": Subcommand("goes back to the previous release", is_for_admins=True),
    "channel shadow": Subcommand("logs what I would answer in this channel without being asked", is_for_admins=True),
    "channel on": Subcommand("lets me answer in this channel without being asked", is_for_admins=True),
    "channel off": Subcommand("stops either", is_for_admins=True),
    "channel status": Subcommand("reports what came of it", alias="channel", is_for_admins=True),
    "insights": Subcommand("shows how the last 30 days went, and what nobody found", example="30", is_for_admins=True),
    "suggestions": Subcommand("shows other ways people ask, to accept or reject", is_for_admins=True),
}
"""By the words that are typed, in the order of the help."""


def list_subcommands(*, for_admins: bool) -> str:
    """Return a Markdown list of what one can type, as part of the help."""
    return "\n".join(
        f"* `{' '.join(filter(None, (COMMAND, words, one.example)))}` {one.does}."
        for words, one in SUBCOMMANDS.items()
        if one.is_for_admins == for_admins
    )
