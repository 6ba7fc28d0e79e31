"""What an operator can set: frozen Settings from environment variables, every mistake reported at once.

The only module that reads the environment.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.settings.reader import LOG_LEVELS, RELOADS, Reader
from bot.settings.shipped import shipped_corpus, shipped_questions
from bot.settings.table import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


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
    semantic: str
    model_dir: Path | None
    answer_at: float | None
    choices_at: float | None
    rate_limit: int
    serves_outsiders: bool
    follows_threads: bool
    unfurls: bool
    expert_channel: str
    digest_channel: str
    journal: Literal["off", "counts", "text"]
    journal_days: int
    log_level: str
    slack_api_url: str
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)

    @property
    def corpus_data_dir(self) -> Path:
        """Where the data folder keeps what belongs to this corpus: another corpus, another folder."""
        named = "\n".join(str(folder.absolute()) for folder in self.corpus)
        return self.data_dir / hashlib.sha256(named.encode()).hexdigest()[:12]


def environment(env_file: Path = Path(".env")) -> dict[str, str]:
    """Return the process environment over what ``env_file`` sets, as ``KEY=value`` lines, if it exists."""
    from_file = {name: value for name, value in dotenv_values(env_file).items() if value is not None}
    return from_file | dict(os.environ)


def read(environ: Mapping[str, str], *, for_slack: bool = False) -> Settings:
    """Check ``environ`` and return the settings; with ``for_slack`` both tokens must be there.

    Raises:
        SettingsError: naming every setting that is missing or wrong.
    """
    reader = Reader(environ)
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
        semantic=reader.semantic("QUICKTAKE_SEMANTIC"),
        model_dir=reader.path("QUICKTAKE_MODEL_DIR"),
        answer_at=reader.confidence("QUICKTAKE_ANSWER_AT"),
        choices_at=reader.confidence("QUICKTAKE_CHOICES_AT"),
        rate_limit=reader.count("QUICKTAKE_RATE_LIMIT"),
        serves_outsiders=reader.switch("QUICKTAKE_SERVE_OUTSIDERS"),
        follows_threads=reader.switch("QUICKTAKE_FOLLOW_THREADS"),
        unfurls=reader.switch("QUICKTAKE_UNFURL"),
        expert_channel=reader.channel_id("QUICKTAKE_EXPERT_CHANNEL"),
        digest_channel=reader.channel_id("QUICKTAKE_DIGEST_CHANNEL"),
        journal=reader.journal("QUICKTAKE_JOURNAL"),
        journal_days=reader.count("QUICKTAKE_JOURNAL_DAYS"),
        log_level=reader.one_of("QUICKTAKE_LOG_LEVEL", LOG_LEVELS),
        slack_api_url=reader.url("SLACK_API_URL").rstrip("/") + "/",
        bot_token=reader.token("SLACK_BOT_TOKEN", "xoxb-", is_needed=for_slack),
        app_token=reader.token("SLACK_APP_TOKEN", "xapp-", is_needed=for_slack),
    )
    if problems := [*reader.problems, *_contradictions(settings)]:
        raise SettingsError(problems)
    return settings


def _contradictions(settings: Settings) -> Iterator[str]:
    if settings.answer_at is not None and settings.choices_at is not None and settings.choices_at > settings.answer_at:
        yield "QUICKTAKE_CHOICES_AT: must not be above QUICKTAKE_ANSWER_AT"
    if settings.digest_channel and settings.journal == "off":
        yield "QUICKTAKE_DIGEST_CHANNEL: needs a journal; set QUICKTAKE_JOURNAL to text or counts"


def unknown_names(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the QUICKTAKE_… variables that are no settings, sorted: likely misspellings."""
    return tuple(sorted(name for name in environ if name.startswith("QUICKTAKE_") and name not in NAMES))
