"""Text → value, for each kind of setting; what is wrong is collected, not raised."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import urlsplit

import Stemmer

from bot.settings.shipped import shipped_corpus
from bot.settings.table import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T")

GIT = "git+"  # what a repository's address begins with, as pip writes it
RELOADS = ("PREVIEW", "DIRECT")
ON = ("on", "1", "true", "yes")
OFF = ("off", "0", "false", "no")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class Reader:
    """Reads one kind of value after the other and collects what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def text(self, name: str) -> str:
        """Return the value, or the default."""
        return self._environ.get(name, "").strip() or DEFAULTS[name]

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return the value in capitals; it must be one of ``allowed``."""
        value = self.text(name).upper()
        return self._checked(name, value, value in allowed, f"must be one of {', '.join(allowed)}")

    def switch(self, name: str) -> bool:
        """Return whether it is on."""
        value = self.text(name).lower()
        self._checked(name, value, value in {*ON, *OFF}, "must be on or off")
        return value in ON

    def language(self, name: str) -> str:
        """Return the name of a Snowball stemmer."""
        value = self.text(name).lower()
        known = Stemmer.algorithms()
        return self._checked(name, value, value in known, f"there is no stemmer {value}; known: {', '.join(known)}")

    def url(self, name: str) -> str:
        """Return a full address, or an empty text."""
        value = self.text(name)
        parts = urlsplit(value)
        is_url = not value or (parts.scheme in {"http", "https"} and bool(parts.netloc))
        return self._checked(name, value, is_url, "must be a full address such as https://learn.example.com")

    def token(self, name: str, prefix: str, *, is_needed: bool) -> str:
        """Return a token that begins with ``prefix``."""
        value = self.text(name)
        if not value and is_needed:
            self.problems.append(f"{name}: is missing; it begins with {prefix} (README, “Set it up in Slack”)")
        if value and not value.startswith(prefix):
            self.problems.append(f"{name}: must begin with {prefix}; {_other_token(value)}")
        return value

    def user_ids(self, name: str) -> frozenset[str]:
        """Return Slack user ids."""
        ids = self._list(name)
        wrong = [one for one in ids if not re.fullmatch(r"[UW][A-Z0-9]+", one)]
        if wrong:
            self.problems.append(f"{name}: {', '.join(wrong)}: not a Slack user id such as U012ABCDEF")
        return frozenset(ids)

    def folders(self, name: str) -> tuple[Path, ...]:
        """Return folders that exist; by default the one of the shipped corpus."""
        named = self._list(name)
        folders = tuple(Path(one).expanduser() for one in named if not one.startswith(GIT))
        for folder in folders:
            self._checked(name, folder, folder.is_dir(), f"there is no folder {folder}")
        return folders if named else (shipped_corpus(),)

    def repositories(self, name: str) -> tuple[str, ...]:
        """Return the addresses of git repositories."""
        return tuple(one for one in self._list(name) if one.startswith(GIT))

    def file(self, name: str) -> Path | None:
        """Return a file that exists, or None."""
        value = self.text(name)
        path = Path(value).expanduser()
        return self._checked(name, path, path.is_file(), f"there is no file {path}") if value else None

    def path(self, name: str) -> Path | None:
        """Return a path, whether or not there is anything, or None."""
        value = self.text(name)
        return Path(value).expanduser() if value else None

    def semantic(self, name: str) -> str:
        """Return off, auto, or the name of a model."""
        value = self.text(name)
        return value.lower() if value.lower() in {*OFF, "auto"} else value

    def confidence(self, name: str) -> float | None:
        """Return a number in [0, 1], or None."""
        value = self.text(name)
        if not value:
            return None
        is_confidence = bool(re.fullmatch(r"0?\.\d+|[01](\.0*)?", value))
        self._checked(name, value, is_confidence, "must be a number from 0 to 1, such as 0.6")
        return float(value) if is_confidence else None

    def count(self, name: str) -> int:
        """Return a whole number, 0 or more."""
        value = self.text(name)
        self._checked(name, value, value.isdecimal(), "must be a whole number, 0 or more")
        return int(value) if value.isdecimal() else 0

    def journal(self, name: str) -> Literal["off", "counts", "text"]:
        """Return how much is recorded."""
        match self.text(name).lower():
            case "off" | "counts" | "text" as mode:
                return mode
            case _:
                self.problems.append(f"{name}: must be one of off, counts, text")
                return "off"

    def channel_id(self, name: str) -> str:
        """Return the id of a Slack channel, or an empty text."""
        value = self.text(name)
        is_id = not value or bool(re.fullmatch(r"[CG][A-Z0-9]+", value))
        return self._checked(name, value, is_id, "must be a channel id such as C012ABCDEF (channel → ⋮ → Copy link)")

    def _list(self, name: str) -> list[str]:
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def _checked(self, name: str, value: _T, is_right: bool, otherwise: str) -> _T:  # noqa: FBT001  (private, read at a glance)
        if not is_right:
            self.problems.append(f"{name}: {otherwise}")
        return value


def _other_token(value: str) -> str:
    known: Mapping[str, str] = {
        "xoxb-": "this is a bot token, which belongs in SLACK_BOT_TOKEN",
        "xapp-": "this is an app-level token, which belongs in SLACK_APP_TOKEN",
        "xoxp-": "this is a user token; the bot needs none",
    }
    return next((text for prefix, text in known.items() if value.startswith(prefix)), "this is something else")
