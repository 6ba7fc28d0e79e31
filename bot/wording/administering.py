"""What admins read: status, reloads, releases."""

from __future__ import annotations

from collections.abc import Sequence

from bot.wording.terms import BOT, counted

REFUSED = "That's for the articles' admins only. Ask one of them, or ask me a question."
ACTIVATE = "Activate"
DISCARD = "Discard"
DID_YOU_MEAN = "Did you mean {} {}? If that was a question, please ask it in a few more words."
CHANGED_REPLY = "“{}”: {} → {}"
ROLLED_BACK = "Rolled back."
ACTIVATED = "Release {} is active."
DISCARDED = "Release {} is discarded."
ANSWERS_NOW = "{} answers."
WAITS = "Release {} is waiting to be activated"
NO_ANSWER_IN_WORDS = "no answer"
RELOADING = "Reading the articles again. The current ones keep answering…"
RELOAD_RUNNING = "A reload is already running. Whoever started it will get the report."
UNCHANGED = "No articles have changed."
STATUS = "Here's what I'm serving:"
ADDED = "Added"
CHANGED = "Changed"
REMOVED = "Removed"


def status(
    *,
    version: str,
    release: str,
    articles: int,
    problems: int,
    searched: str,
    sources: list[str],
    loaded_at: str,
    started_at: str,
) -> list[str]:
    """Return the lines of a status report."""
    return [
        f"{counted(articles, 'article')}, release {release}, loaded {loaded_at}",
        f"Files with problems: {problems}" if problems else "No problems in the files",
        f"From: {', '.join(sources)}",
        f"Searched {searched}",
        f"{BOT} {version}, running since {started_at}",
    ]


def reloaded(articles: int, release: str) -> str:
    """Return the first line of the report on a reload that went well."""
    return f"{counted(articles, 'article')} loaded. Release {release} is answering now."


def staged(articles: int, release: str, serving: str) -> str:
    """Return the first line of the report on a release that waits to be activated."""
    ready = f"Release {release} with {counted(articles, 'article')} is ready."
    return f"{ready} {serving} keeps answering until you activate it."


def unchanged(articles: int, release: str) -> str:
    """Return the report on a reload that found nothing new."""
    return f"{UNCHANGED} Release {release} with {counted(articles, 'article')} keeps answering."


def changed_replies(changed: int, lost: int, asked: int) -> str:
    """Return how many of the compared questions are answered differently."""
    if not changed:
        return f"None of the {counted(asked, 'question')} tried would get a different reply"
    lose = "its answer" if lost == 1 else "their answer"
    losses = f"; {lost:,} would lose {lose}" if lost else ""
    return f"{changed:,} of {counted(asked, 'question')} tried would get a different reply{losses}"


def choices_in_words(count: int, first: str) -> str:
    """Return what a reply that offers choices comes to."""
    return f"{counted(count, 'choice')}, first {first}"


def choices_with(count: int, titles: Sequence[str]) -> str:
    """Return what a reply comes to of which only some choices are of interest, or none."""
    return ", among them ".join(part for part in (counted(count, "choice"), "; ".join(titles)) if part)


def not_read_at_start(failure: str) -> str:
    """Return why the articles of an earlier release answer since the start."""
    return f"I couldn't read the articles at startup, so the last release keeps answering: {failure}"


def last_reload_failed(failure: str) -> str:
    """Return why the last reload came to nothing."""
    return f"The last reload failed: {failure}"


def unwritable(folder: str, reason: str) -> str:
    """Return that nothing can be written, and what to do."""
    return f"I can't write to {folder} ({reason}). Free up some space there, or check QUICKTAKE_DATA_DIR."


def set_aside(release: str, folder: str) -> str:
    """Return what became of a damaged release."""
    return f"Release {release} was damaged, so it was set aside in {folder}, and the previous one is used instead."


def reload_failed(release: str) -> str:
    """Return the first line of the report on a reload whose corpus cannot serve; the reason follows."""
    return f"The new articles can't be used, so release {release} keeps answering."


def changed_titles(change: str, shown: tuple[str, ...], of: int) -> str:
    """Return one line of a reload report: how many articles changed in one way, and their first titles."""
    more = f" and {of - len(shown)} more" if of > len(shown) else ""
    return f"{change}: {of} ({'; '.join(shown)}{more})"


def problems(of: int, shown: int) -> str:
    """Return the line above the list of problems."""
    more = f" These are the first {shown}; `quicktake doctor` lists them all." if of > shown else ""
    return f"{counted(of, 'problem')} in the files.{more}"


def background_failure(name: str, times: int, at: str, last: str, *, is_over: bool) -> str:
    """Return what to tell of background work that failed."""
    now = "It's working again." if is_over else "I'll keep trying."
    return f"{name}: {counted(times, 'failure')} since startup, the last at {at}: {last.removesuffix('.')}. {now}"


def lacks(feature: str, scopes: Sequence[str]) -> str:
    """Return what is left out because the token was not granted some scopes, and what to do."""
    left_out, these = f"{feature[0].upper()}{feature[1:]}", "it" if len(scopes) == 1 else "them"
    return f"{left_out}: the token lacks {', '.join(scopes)}. Reinstall the app and grant {these}."
