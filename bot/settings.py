"""What an operator can set: frozen Settings from environment variables, every mistake reported at once.

The only module that reads the environment. ``SETTINGS`` is the one list of names, defaults and explanations;
``.env.example`` and the README's table are kept in step with it by a test.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import urlsplit

import Stemmer
from dotenv import dotenv_values

from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T")

SLACK_API_URL = "https://slack.com/api/"
GIT = "git+"  # what a repository's address begins with, as pip writes it
RELOADS = ("PREVIEW", "DIRECT")
ON = ("on", "1", "true", "yes")
OFF = ("off", "0", "false", "no")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, default as text (empty: none) and what it does, in one sentence."""

    name: str
    default: str
    explanation: str


SETTINGS = (
    Setting("SLACK_BOT_TOKEN", "", "Bot token (xoxb-…), from OAuth & Permissions; needed by `quicktake run`."),
    Setting("SLACK_APP_TOKEN", "", "App-level token (xapp-…) with connections:write; needed by `quicktake run`."),
    Setting("SLACK_API_URL", SLACK_API_URL, "Base URL of the Web API; only tests and the emulator change it."),
    Setting(
        "QUICKTAKE_CORPUS", "", "Folders, or git+https://…#branch:subfolder; by commas; default: the shipped corpus."
    ),
    Setting("QUICKTAKE_SYNONYMS", "", "YAML file with groups of synonyms; default: the shipped synonyms.yml."),
    Setting("QUICKTAKE_QUESTIONS", "", "Labelled questions (JSON Lines) that reloads try; default: the shipped ones."),
    Setting("QUICKTAKE_SITE_URL", "", "Site that the articles' relative urls belong to; without it they get no link."),
    Setting("QUICKTAKE_ADMINS", "", "Slack user ids, separated by commas, who may use reload and status."),
    Setting("QUICKTAKE_WATCH", "off", "on: changed files are staged (or reloaded) by themselves once they settle."),
    Setting("QUICKTAKE_RELOAD", "preview", "preview: a reload waits for Activate; direct: it answers at once."),
    Setting("QUICKTAKE_DATA_DIR", "~/.quicktake", "Folder for what the bot keeps between starts; made when missing."),
    Setting("QUICKTAKE_LANGUAGE", "english", "Language of the articles: the name of a Snowball stemmer."),
    Setting("QUICKTAKE_ANSWER_AT", "", "Confidence in [0, 1] from which one article is answered; default: calibrated."),
    Setting("QUICKTAKE_CHOICES_AT", "", "Confidence in [0, 1] from which choices are offered; default: calibrated."),
    Setting("QUICKTAKE_RATE_LIMIT", "30", "How many times a minute one person is served; 0 for no limit."),
    Setting("QUICKTAKE_SERVE_OUTSIDERS", "off", "on: people of other organisations (Slack Connect) are answered too."),
    Setting("QUICKTAKE_EXPERT_CHANNEL", "", "Channel id; “Ask a person” posts questions there. Invite the bot to it."),
    Setting("QUICKTAKE_JOURNAL", "text", "What is recorded: text (questions, masked), counts (no questions) or off."),
    Setting("QUICKTAKE_JOURNAL_DAYS", "180", "How many days recorded events are kept; 0 for ever."),
    Setting("QUICKTAKE_LOG_LEVEL", "INFO", "How much is logged: DEBUG, INFO, WARNING or ERROR."),
)
NAMES = frozenset(setting.name for setting in SETTINGS)
DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator chose, checked. Tokens stay out of its ``repr``.

    ``answer_at`` and ``choices_at`` are confidences in [0, 1], or None for the calibrated defaults. ``site_url`` has no
    slash at its end.
    """

    corpus: tuple[Path, ...]
    repositories: tuple[str, ...]
    questions: Path
    synonyms: Path
    site_url: str
    admins: frozenset[str]
    watches: bool
    reloads_directly: bool
    data_dir: Path
    language: str
    answer_at: float | None
    choices_at: float | None
    rate_limit: int
    serves_outsiders: bool
    expert_channel: str
    journal: Literal["off", "counts", "text"]
    journal_days: int
    log_level: str
    slack_api_url: str
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)


def environment(env_file: Path = Path(".env")) -> dict[str, str]:
    """Return the process environment over what ``env_file`` sets, as ``KEY=value`` lines, if it exists."""
    from_file = {name: value for name, value in dotenv_values(env_file).items() if value is not None}
    return from_file | dict(os.environ)


def read(environ: Mapping[str, str], *, for_slack: bool = False) -> Settings:
    """Check ``environ`` and return the settings; with ``for_slack`` both tokens must be there.

    Raises:
        SettingsError: naming every setting that is missing or wrong.
    """
    reader = _Reader(environ)
    settings = Settings(
        corpus=reader.folders("QUICKTAKE_CORPUS"),
        questions=reader.file("QUICKTAKE_QUESTIONS") or shipped_questions(),
        repositories=reader.repositories("QUICKTAKE_CORPUS"),
        synonyms=reader.file("QUICKTAKE_SYNONYMS") or shipped_corpus() / "synonyms.yml",
        site_url=reader.url("QUICKTAKE_SITE_URL").rstrip("/"),
        admins=reader.user_ids("QUICKTAKE_ADMINS"),
        watches=reader.switch("QUICKTAKE_WATCH"),
        reloads_directly=reader.one_of("QUICKTAKE_RELOAD", RELOADS) == "DIRECT",
        data_dir=Path(reader.text("QUICKTAKE_DATA_DIR")).expanduser(),
        language=reader.language("QUICKTAKE_LANGUAGE"),
        answer_at=reader.confidence("QUICKTAKE_ANSWER_AT"),
        choices_at=reader.confidence("QUICKTAKE_CHOICES_AT"),
        rate_limit=reader.count("QUICKTAKE_RATE_LIMIT"),
        serves_outsiders=reader.switch("QUICKTAKE_SERVE_OUTSIDERS"),
        expert_channel=reader.channel_id("QUICKTAKE_EXPERT_CHANNEL"),
        journal=reader.journal("QUICKTAKE_JOURNAL"),
        journal_days=reader.count("QUICKTAKE_JOURNAL_DAYS"),
        log_level=reader.one_of("QUICKTAKE_LOG_LEVEL", LOG_LEVELS),
        slack_api_url=reader.url("SLACK_API_URL").rstrip("/") + "/",
        bot_token=reader.token("SLACK_BOT_TOKEN", "xoxb-", is_needed=for_slack),
        app_token=reader.token("SLACK_APP_TOKEN", "xapp-", is_needed=for_slack),
    )
    if settings.answer_at is not None and settings.choices_at is not None and settings.choices_at > settings.answer_at:
        reader.problems.append("QUICKTAKE_CHOICES_AT: must not be above QUICKTAKE_ANSWER_AT")
    if reader.problems:
        raise SettingsError(reader.problems)
    return settings


def shipped_corpus() -> Path:
    """Return the folder of the articles that come with the bot: inside an installed package, beside it in a clone."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent / "corpus"


def shipped_questions() -> Path:
    """Return the file of labelled questions that comes with the bot."""
    inside = shipped_corpus() / "questions.jsonl"
    return inside if inside.is_file() else shipped_corpus().parent / "evals" / "questions.jsonl"


def unknown_names(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the QUICKTAKE_… variables that are no settings, sorted: likely misspellings."""
    return tuple(sorted(name for name in environ if name.startswith("QUICKTAKE_") and name not in NAMES))


class _Reader:
    """Reads one kind of value after the other and collects what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def text(self, name: str) -> str:
        return self._environ.get(name, "").strip() or DEFAULTS[name]

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self.text(name).upper()
        return self._checked(name, value, value in allowed, f"must be one of {', '.join(allowed)}")

    def switch(self, name: str) -> bool:
        value = self.text(name).lower()
        self._checked(name, value, value in {*ON, *OFF}, "must be on or off")
        return value in ON

    def language(self, name: str) -> str:
        value = self.text(name).lower()
        known = Stemmer.algorithms()
        return self._checked(name, value, value in known, f"there is no stemmer {value}; known: {', '.join(known)}")

    def url(self, name: str) -> str:
        value = self.text(name)
        parts = urlsplit(value)
        is_url = not value or (parts.scheme in {"http", "https"} and bool(parts.netloc))
        return self._checked(name, value, is_url, "must be a full address such as https://learn.example.com")

    def token(self, name: str, prefix: str, *, is_needed: bool) -> str:
        value = self.text(name)
        if not value and is_needed:
            self.problems.append(f"{name}: is missing; it begins with {prefix} (README, “Set it up in Slack”)")
        if value and not value.startswith(prefix):
            self.problems.append(f"{name}: must begin with {prefix}; {_other_token(value)}")
        return value

    def user_ids(self, name: str) -> frozenset[str]:
        ids = self._list(name)
        wrong = [one for one in ids if not re.fullmatch(r"[UW][A-Z0-9]+", one)]
        if wrong:
            self.problems.append(f"{name}: {', '.join(wrong)}: not a Slack user id such as U012ABCDEF")
        return frozenset(ids)

    def folders(self, name: str) -> tuple[Path, ...]:
        named = self._list(name)
        folders = tuple(Path(one).expanduser() for one in named if not one.startswith(GIT))
        for folder in folders:
            self._checked(name, folder, folder.is_dir(), f"there is no folder {folder}")
        return folders if named else (shipped_corpus(),)

    def repositories(self, name: str) -> tuple[str, ...]:
        return tuple(one for one in self._list(name) if one.startswith(GIT))

    def file(self, name: str) -> Path | None:
        value = self.text(name)
        path = Path(value).expanduser()
        return self._checked(name, path, path.is_file(), f"there is no file {path}") if value else None

    def confidence(self, name: str) -> float | None:
        value = self.text(name)
        if not value:
            return None
        is_confidence = bool(re.fullmatch(r"0?\.\d+|[01](\.0*)?", value))
        self._checked(name, value, is_confidence, "must be a number from 0 to 1, such as 0.6")
        return float(value) if is_confidence else None

    def count(self, name: str) -> int:
        value = self.text(name)
        self._checked(name, value, value.isdecimal(), "must be a whole number, 0 or more")
        return int(value) if value.isdecimal() else 0

    def journal(self, name: str) -> Literal["off", "counts", "text"]:
        match self.text(name).lower():
            case "off" | "counts" | "text" as mode:
                return mode
            case _:
                self.problems.append(f"{name}: must be one of off, counts, text")
                return "off"

    def channel_id(self, name: str) -> str:
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
