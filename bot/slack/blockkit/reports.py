"""Status and reload reports → messages for admins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot import wording
from bot.model import ChangedReply, Changes, Problem, Release, Reload, ReloadState, Status
from bot.slack.blockkit import outline
from bot.slack.blockkit.buttons import actions, plain_button
from bot.slack.blockkit.messages import Message

Block = dict[str, Any]

ACTIVATE_RELEASE = "activate_release"
DISCARD_RELEASE = "discard_release"

MOST_TITLES = 10
MOST_REPLIES = 20
MOST_PROBLEMS = 60


def status(state: Status) -> Message:
    """Return what is served, since when, from where, and what waits."""
    facts = wording.status(
        version=state.version,
        release=str(state.release),
        articles=state.articles,
        problems=state.problems,
        searched=state.searched,
        sources=list(state.sources),
        loaded_at=_minute(state.loaded_at),
        started_at=_minute(state.started_at),
    )
    facts += state.troubles
    if state.staged is None:
        return outline.report(wording.STATUS, outline.bullets(facts))
    waiting = outline.report(wording.STATUS, outline.bullets([*facts, wording.WAITS.format(state.staged)]))
    return replace(waiting, blocks=(*waiting.blocks, *_decision(state.staged)))


def reload(outcome: Reload) -> Message:
    """Return what a reload came to: counts, titles, changed replies, and every problem with file and line."""
    release, serving = str(outcome.release), str(outcome.serving)
    match outcome.state:
        case ReloadState.UNUSABLE:
            return outline.report(wording.reload_failed(serving), outline.preformatted(outcome.failure.splitlines()))
        case ReloadState.UNCHANGED:
            return outline.report(wording.unchanged(outcome.articles, serving), _problems(outcome.problems))
        case ReloadState.ACTIVE:
            return outline.report(wording.reloaded(outcome.articles, release), _details(outcome))
        case ReloadState.STAGED:
            staged = outline.report(wording.staged(outcome.articles, release, serving), _details(outcome))
            return replace(staged, blocks=(*staged.blocks, *_decision(outcome.release)))


def _details(outcome: Reload) -> list[Block]:
    changes = outcome.changes
    named = ((wording.ADDED, changes.added), (wording.CHANGED, changes.changed), (wording.REMOVED, changes.removed))
    titles = [wording.changed_titles(name, ones[:MOST_TITLES], len(ones)) for name, ones in named if ones]
    return [*outline.bullets([*titles, _losses(changes)]), *_replies(changes.replies), *_problems(outcome.problems)]


def _losses(changes: Changes) -> str:
    """Say how replies change; of a first release there is nothing to say, for nothing was asked."""
    if not changes.asked:
        return ""
    losses = sum(reply.is_loss for reply in changes.replies)
    return wording.changed_replies(len(changes.replies), losses, changes.asked)


def _replies(replies: Sequence[ChangedReply]) -> list[Block]:
    shown = replies[:MOST_REPLIES]
    return outline.bullets([wording.CHANGED_REPLY.format(one.question, one.before, one.after) for one in shown])


def _decision(release: Release) -> list[Block]:
    return actions(
        plain_button(ACTIVATE_RELEASE, wording.ACTIVATE, str(release)),
        plain_button(DISCARD_RELEASE, wording.DISCARD, str(release)),
    )


def _problems(problems: Sequence[Problem]) -> list[Block]:
    """File names and reasons as preformatted text: nothing in them is interpreted, and they can be copied."""
    if not problems:
        return []
    lines = [str(problem) for problem in problems[:MOST_PROBLEMS]]
    return [outline.line(wording.problems(len(problems), len(lines))), *outline.preformatted(lines)]


def _minute(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
