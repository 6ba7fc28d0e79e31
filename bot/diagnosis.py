"""What `quicktake doctor` finds: every need of the bot looked at, with advice where something is missing."""

from __future__ import annotations

import asyncio
import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bot import settings as environment
from bot import wording
from bot.corpus.loader import load
from bot.corpus.sources import fetched, unfetched
from bot.disk import why_unwritable
from bot.errors import QuicktakeError, SettingsError
from bot.journal import health
from bot.releases.accepted_aliases import read_accepted
from bot.releases.indexing import semantics
from bot.releases.releases import release_folder
from bot.running import read_note
from bot.settings import NAMES, Settings
from bot.slack.scopes import Feature, find_missing, switched_on
from bot.slack.transport import WebClient, check_app_token, check_bot_token
from bot.state.channel_modes import ChannelModes
from bot.store.database import Database


class Level(enum.Enum):
    """How bad a finding is; only WRONG keeps the bot from running."""

    FINE = "ok"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at."""

    level: Level
    text: str

    def __str__(self) -> str:
        """Read as one line, the level first."""
        return f"{self.level.value:>5}  {self.text}"


def diagnose(environ: Mapping[str, str]) -> list[Diagnosis]:
    """Look at settings, corpus, data folder, journal, the running bot and, where tokens are set, the connection."""
    findings = list(_misspelled(environ))
    try:
        settings = environment.read(environ)
    except SettingsError as mistakes:
        return [*findings, *(Diagnosis(Level.WRONG, problem) for problem in mistakes.problems)]
    findings += [Diagnosis(Level.FINE, "Settings can be read")]
    findings += [*_corpus(settings), *_semantics(settings), *_data_dir(settings.data_dir), *_releases(settings)]
    findings += [*_journal(settings), *_aliases(settings)]
    return [*findings, *_running(settings.data_dir), *_admins(settings), *_slack(settings)]


def _misspelled(environ: Mapping[str, str]) -> Iterator[Diagnosis]:
    for name in environment.unknown_names(environ):
        near = get_close_matches(name, NAMES, n=1)
        meant = f"; did you mean {near[0]}?" if near else "; remove it"
        yield Diagnosis(Level.NOTE, f"{name} is no setting of this bot{meant}")


def _corpus(settings: Settings) -> Iterator[Diagnosis]:
    try:
        settings = fetched(settings)
        corpus = load(settings.corpus, synonyms_file=settings.synonyms)
    except QuicktakeError as unusable:
        yield Diagnosis(Level.WRONG, f"Corpus: {unusable}")
        return
    yield Diagnosis(Level.FINE, f"Corpus: {len(corpus.articles):,} articles, {len(corpus.synonyms)} groups of synonyms")
    for problem in corpus.problems:
        yield Diagnosis(Level.NOTE, str(problem))
    if not settings.site_url and any(article.url.startswith("/") for article in corpus.articles):
        yield Diagnosis(Level.NOTE, "QUICKTAKE_SITE_URL is not set, so answers have no link to their article")


def _semantics(settings: Settings) -> Iterator[Diagnosis]:
    choice = semantics(settings)
    yield Diagnosis(Level.NOTE if choice.is_mishap else Level.FINE, f"Articles are searched {choice.note}")


def _data_dir(folder: Path) -> Iterator[Diagnosis]:
    if reason := why_unwritable(folder):
        yield Diagnosis(Level.WRONG, wording.unwritable(str(folder), reason))
    else:
        yield Diagnosis(Level.FINE, f"Data folder: {folder} {'is there' if folder.exists() else 'can be made'}")


def _releases(settings: Settings) -> Iterator[Diagnosis]:
    try:
        folder = release_folder(unfetched(settings))
    except QuicktakeError:  # said of the corpus already
        return
    if active := folder.active():
        staged = folder.staged()
        yield Diagnosis(Level.FINE, f"Release {active} is active{f'; {staged} is staged' if staged else ''}")
    for release in folder.damaged():
        yield Diagnosis(Level.NOTE, wording.set_aside(str(release), str(folder.folder)))


def _aliases(settings: Settings) -> Iterator[Diagnosis]:
    try:
        accepted = read_accepted(settings.data_dir)
    except QuicktakeError as failure:
        yield Diagnosis(Level.NOTE, f"Accepted aliases: {failure}")
        return
    yield from (Diagnosis(Level.NOTE, f"Accepted aliases: {problem}") for problem in accepted.problems)


def _journal(settings: Settings) -> Iterator[Diagnosis]:
    found = health.problems(settings.data_dir)
    for problem in found:
        yield Diagnosis(Level.NOTE, f"Journal: {problem}")
    if not found:
        yield Diagnosis(Level.FINE, f"Journal: can be read; records {settings.journal}")


def _running(folder: Path) -> Iterator[Diagnosis]:
    note = read_note(folder)
    if not note:
        return
    bot = f"The bot that runs as process {note.pid}"
    yield Diagnosis(Level.FINE, f"{bot} answers from release {note.release}")
    for trouble in note.troubles:
        yield Diagnosis(Level.NOTE, f"{bot} says: {trouble}")


def _admins(settings: Settings) -> Iterator[Diagnosis]:
    if not settings.admins:
        yield Diagnosis(Level.NOTE, "QUICKTAKE_ADMINS is not set, so nobody can use reload and status in Slack")


def _slack(settings: Settings) -> Iterator[Diagnosis]:
    for name, token in (("SLACK_BOT_TOKEN", settings.bot_token), ("SLACK_APP_TOKEN", settings.app_token)):
        if not token:
            yield Diagnosis(Level.NOTE, f"{name} is not set; `quicktake run` needs it, `quicktake chat` does not")
    yield from asyncio.run(_connection(settings))


async def _connection(settings: Settings) -> list[Diagnosis]:
    client = WebClient(settings.bot_token, settings.slack_api_url)
    findings = []
    try:
        if settings.bot_token:
            bot = await check_bot_token(client)
            findings.append(Diagnosis(Level.FINE, f"SLACK_BOT_TOKEN: belongs to {bot.team_name}"))
            findings += _scopes(bot.scopes, settings)
        if settings.app_token:
            await check_app_token(client, settings.app_token)
            findings.append(Diagnosis(Level.FINE, "SLACK_APP_TOKEN: Socket Mode can be used"))
    except QuicktakeError as refusal:
        findings.append(Diagnosis(Level.WRONG, str(refusal)))
    return findings


def _scopes(granted: frozenset[str], settings: Settings) -> Iterator[Diagnosis]:
    wanted = switched_on(listens=settings.follows_threads or _listens(settings), unfurls=settings.unfurls)
    missing = find_missing(granted, wanted)
    for feature, scopes in missing.items():
        level = Level.WRONG if feature is Feature.ANSWERS else Level.NOTE
        yield Diagnosis(level, wording.lacks(feature.value, scopes))
    if not missing:
        yield Diagnosis(Level.FINE, "SLACK_BOT_TOKEN: has the scopes of all that is switched on")


def _listens(settings: Settings) -> bool:
    """Tell whether an admin lets the bot listen anywhere; a database with troubles of its own is left alone."""
    if health.problems(settings.data_dir):
        return False
    try:
        return ChannelModes(Database.in_folder(settings.data_dir), lambda: dt.datetime.now(dt.UTC)).are_any_on()
    except QuicktakeError:
        return False
