"""What an operator can set: each setting declared once, read from the environment, every mistake reported at once.

The only package that reads the environment.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.settings import parsers as read_as
from bot.settings.declaration import Setting, setting
from bot.settings.shipped import shipped_corpus, shipped_questions, shipped_synonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything an operator chose, checked.

    Each field declares its variable, the default, how the text is read, what it is for, and the page of ``docs/`` that
    says more. Values that the operator left out are empty or None.
    """

    bot_token: str = setting(
        "SLACK_BOT_TOKEN", "", read_as.bot_token, "Bot token (xoxb-…) from OAuth & Permissions.", is_token=True
    )
    app_token: str = setting(
        "SLACK_APP_TOKEN", "", read_as.app_token, "App-level token (xapp-…) with connections:write.", is_token=True
    )
    slack_api_url: str = setting(
        "SLACK_API_URL", "https://slack.com/api/", read_as.base_url, "Web API; only tests and the emulator change it."
    )
    corpus: tuple[Path, ...] = setting(
        "QUICKTAKE_CORPUS",
        "",
        partial(read_as.folders, default=shipped_corpus()),
        "Comma-separated folders or git+https://…#branch:subfolder addresses. Default: the shipped articles.",
        "operations.md",
    )
    repositories: tuple[str, ...] = setting("QUICKTAKE_CORPUS", "", read_as.repositories)
    synonyms: Path = setting(
        "QUICKTAKE_SYNONYMS",
        "",
        partial(read_as.file, default=shipped_synonyms()),
        "YAML file of synonyms besides the articles' own. Default: the shipped one.",
        "writing-articles.md",
    )
    questions: Path = setting(
        "QUICKTAKE_QUESTIONS",
        "",
        partial(read_as.file, default=shipped_questions()),
        "Labelled questions (JSON Lines) to try reloads on. Default: the shipped ones.",
        "operations.md",
    )
    site_url: str = setting(
        "QUICKTAKE_SITE_URL", "", read_as.url, "Site that relative URLs in articles belong to.", "writing-articles.md"
    )
    admins: frozenset[str] = setting(
        "QUICKTAKE_ADMINS", "", read_as.user_ids, "Comma-separated user ids that may use the admin commands."
    )
    watches: bool = setting(
        "QUICKTAKE_WATCH", "off", read_as.switch, "on: reload by itself when files have changed.", "operations.md"
    )
    reloads_directly: bool = setting(
        "QUICKTAKE_RELOAD",
        "preview",
        lambda text: read_as.one_of(("preview", "direct"), text) == "direct",
        "preview: a reload waits for Activate. direct: it goes live at once.",
        "operations.md",
    )
    data_dir: Path = setting(
        "QUICKTAKE_DATA_DIR", "~/.quicktake", read_as.path, "Folder for what the bot keeps.", "operations.md"
    )
    language: str = setting(
        "QUICKTAKE_LANGUAGE", "english", read_as.language, "Language of the articles: a Snowball stemmer.", "meaning.md"
    )
    semantic: str = setting(
        "QUICKTAKE_SEMANTIC",
        "auto",
        read_as.semantic,
        "Search by meaning as well as by words: auto (if there is a model), a model's name, or off.",
        "meaning.md",
    )
    model_dir: Path | None = setting(
        "QUICKTAKE_MODEL_DIR",
        "",
        read_as.optional_path,
        "Folder with a sentence-embedding model (ONNX); nothing is downloaded then.",
        "meaning.md",
    )
    answer_at: float | None = setting(
        "QUICKTAKE_ANSWER_AT",
        "",
        read_as.confidence,
        "Confidence in [0, 1] from which one article is the answer. Default: calibrated.",
        "meaning.md",
    )
    choices_at: float | None = setting(
        "QUICKTAKE_CHOICES_AT",
        "",
        read_as.confidence,
        "Confidence in [0, 1] from which articles are offered as choices. Default: calibrated.",
        "meaning.md",
    )
    rate_limit: int = setting(
        "QUICKTAKE_RATE_LIMIT", "30", read_as.count, "Requests a minute that each person may make. 0: no limit."
    )
    serves_outsiders: bool = setting(
        "QUICKTAKE_SERVE_OUTSIDERS", "off", read_as.switch, "on: answer people of other organisations, too.", "slack.md"
    )
    follows_threads: bool = setting(
        "QUICKTAKE_FOLLOW_THREADS",
        "off",
        read_as.switch,
        "on: follow-ups in a thread need no new mention. Needs more scopes.",
        "slack.md",
    )
    unfurls: bool = setting(
        "QUICKTAKE_UNFURL",
        "off",
        read_as.switch,
        "on: an article's address shows its excerpt when someone posts it. Needs more scopes.",
        "slack.md",
    )
    expert_channel: str = setting(
        "QUICKTAKE_EXPERT_CHANNEL",
        "",
        read_as.channel_id,
        "Channel id. “Ask a person” posts questions there; invite the bot to it.",
        "slack.md",
    )
    digest_channel: str = setting(
        "QUICKTAKE_DIGEST_CHANNEL",
        "",
        read_as.channel_id,
        "Channel id. The weekly digest is posted there; invite the bot to it.",
        "learning.md",
    )
    journal: read_as.JournalMode = setting(
        "QUICKTAKE_JOURNAL",
        "text",
        read_as.journal_mode,
        "What is recorded: text (masked questions), counts (no questions) or off.",
        "privacy.md",
    )
    journal_days: int = setting(
        "QUICKTAKE_JOURNAL_DAYS", "180", read_as.count, "How many days records are kept. 0: for ever.", "privacy.md"
    )
    log_level: str = setting("QUICKTAKE_LOG_LEVEL", "INFO", read_as.log_level, "DEBUG, INFO, WARNING or ERROR.")

    @property
    def corpus_data_dir(self) -> Path:
        """Where the data folder keeps what belongs to this corpus: another corpus, another folder."""
        named = "\n".join(str(folder.absolute()) for folder in self.corpus)
        return self.data_dir / hashlib.sha256(named.encode()).hexdigest()[:12]


_OF_FIELD: dict[str, Setting] = {one.name: one.metadata["setting"] for one in fields(Settings)}
SETTINGS = tuple(one for one in _OF_FIELD.values() if one.help)
NAMES = frozenset(one.name for one in SETTINGS)


def environment(env_file: Path = Path(".env")) -> dict[str, str]:
    """Return the process environment over what ``env_file`` sets, as ``KEY=value`` lines, if it exists."""
    from_file = {name: value for name, value in dotenv_values(env_file).items() if value is not None}
    return from_file | dict(os.environ)


def read(environ: Mapping[str, str], *, for_slack: bool = False) -> Settings:
    """Check ``environ`` and return the settings; with ``for_slack``, both tokens must be there.

    Raises:
        SettingsError: names every setting that is missing or wrong.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    for field, declared in _OF_FIELD.items():
        text = environ.get(declared.name, "").strip() or declared.default
        try:
            values[field] = declared.parse(text)
        except ValueError as mistake:
            problems.append(f"{declared.name}: {mistake}")
        if declared.is_token and for_slack and not text:
            problems.append(f"{declared.name}: is missing (README, “Set it up in Slack”)")
    if problems := [*problems, *_contradictions(values)]:
        raise SettingsError(problems)
    return Settings(**values)


def _contradictions(values: Mapping[str, Any]) -> Iterator[str]:
    answer_at, choices_at = values.get("answer_at"), values.get("choices_at")
    if answer_at is not None and choices_at is not None and choices_at > answer_at:
        yield "QUICKTAKE_CHOICES_AT: must not be above QUICKTAKE_ANSWER_AT"
    if values.get("digest_channel") and values.get("journal") == "off":
        yield "QUICKTAKE_DIGEST_CHANNEL: needs a journal; set QUICKTAKE_JOURNAL to text or counts"


def unknown_names(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the QUICKTAKE_… variables that are no settings, sorted: likely misspellings."""
    return tuple(sorted(name for name in environ if name.startswith("QUICKTAKE_") and name not in NAMES))
