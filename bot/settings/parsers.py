"""Text → value, for each kind of setting. A text that makes no sense raises ValueError, which says what it must be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

import Stemmer

JournalMode = Literal["off", "counts", "text"]

GIT = "git+"  # what a repository's address begins with, as pip writes it
ON = ("on", "1", "true", "yes")
OFF = ("off", "0", "false", "no")
TOKENS = {
    "xoxb-": "this is a bot token, which belongs in SLACK_BOT_TOKEN",
    "xapp-": "this is an app-level token, which belongs in SLACK_APP_TOKEN",
    "xoxp-": "this is a user token, which the bot does not need",
}


def one_of(allowed: Sequence[str], text: str) -> str:
    """Read one of some words, in small letters."""
    if text.lower() not in allowed:
        raise ValueError(f"must be one of {', '.join(allowed)}")
    return text.lower()


def switch(text: str) -> bool:
    """Read on or off."""
    if text.lower() not in {*ON, *OFF}:
        raise ValueError("must be on or off")
    return text.lower() in ON


def language(text: str) -> str:
    """Read the name of a Snowball stemmer."""
    known = Stemmer.algorithms()
    if text.lower() not in known:
        raise ValueError(f"there is no stemmer {text.lower()}; known: {', '.join(known)}")
    return text.lower()


def url(text: str) -> str:
    """Read a full address, if there is one; without the slash at its end."""
    parts = urlsplit(text)
    if text and not (parts.scheme in {"http", "https"} and parts.netloc):
        raise ValueError("must be a full address such as https://learn.example.com")
    return text.rstrip("/")


def base_url(text: str) -> str:
    """Read a full address that paths are put behind."""
    return f"{url(text)}/"


def bot_token(text: str) -> str:
    """Read a bot token, if there is one."""
    return _token("xoxb-", text)


def app_token(text: str) -> str:
    """Read an app-level token, if there is one."""
    return _token("xapp-", text)


def user_ids(text: str) -> frozenset[str]:
    """Read Slack user ids."""
    ids = frozenset(_split(text))
    if wrong := sorted(one for one in ids if not re.fullmatch(r"[UW][A-Z0-9]+", one)):
        raise ValueError(f"{', '.join(wrong)}: not a Slack user id such as U012ABCDEF")
    return ids


def channel_id(text: str) -> str:
    """Read the id of a Slack channel, if there is one."""
    if text and not re.fullmatch(r"[CG][A-Z0-9]+", text):
        raise ValueError("must be a channel id such as C012ABCDEF (channel → ⋮ → Copy link)")
    return text


def folders(text: str, *, default: Path) -> tuple[Path, ...]:
    """Read folders, leaving out repositories; the default if there is neither.

    Whether they are there is for whoever reads them: without one, the last release can still answer.
    """
    return tuple(path(one) for one in _split(text) if not one.startswith(GIT)) if text else (default,)


def repositories(text: str) -> tuple[str, ...]:
    """Read the addresses of Git repositories, leaving out folders."""
    return tuple(one for one in _split(text) if one.startswith(GIT))


def file(text: str, *, default: Path) -> Path:
    """Read a file, there or not, as for ``folders``."""
    return path(text) if text else default


def path(text: str) -> Path:
    """Read a path, whether or not there is anything."""
    return Path(text).expanduser()


def optional_path(text: str) -> Path | None:
    """Read a path, if one is named."""
    return path(text) if text else None


def semantic(text: str) -> str:
    """Read off, auto, or the name of a model."""
    return text.lower() if text.lower() in {*OFF, "auto"} else text


def confidence(text: str) -> float | None:
    """Read a number in [0, 1], if there is one."""
    if not text:
        return None
    if not re.fullmatch(r"0?\.\d+|[01](\.0*)?", text):
        raise ValueError("must be a number from 0 to 1, such as 0.6")
    return float(text)


def count(text: str) -> int:
    """Read a whole number, 0 or more."""
    if not text.isdecimal():
        raise ValueError("must be a whole number, 0 or more")
    return int(text)


def journal_mode(text: str) -> JournalMode:
    """Read how much is recorded."""
    return cast(JournalMode, one_of(("off", "counts", "text"), text))


def log_level(text: str) -> str:
    """Read the name of a log level."""
    return one_of(("debug", "info", "warning", "error"), text).upper()


def _token(prefix: str, text: str) -> str:
    if text and not text.startswith(prefix):
        other = (what for start, what in TOKENS.items() if text.startswith(start))
        raise ValueError(f"must begin with {prefix}; {next(other, 'this is something else')}")
    return text


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
