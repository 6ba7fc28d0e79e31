"""Status and reload reports → messages for admins.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.model import ReloadState
from bot.slack.blockkit.buttons import ACTIVATE_RELEASE, DISCARD_RELEASE, actions, plain_button
from bot.slack.blockkit.messages import Message
from bot.slack.markdown import plaintext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bot.model import ChangedReply, Changes, Problem, Release, Reload, Status

Block = dict[str, Any]

MOST_TITLES = 10
MOST_REPLIES = 20
MOST_PROBLEMS = 60
PROBLEMS_A_BLOCK = 20


def status(state: Status) -> Message:
    """Return what is served, since when, from where, and what waits."""
    facts = wording.status(
        version=state.version,
        release=str(state.release),
        articles=state.articles,
        problems=state.problems,
        sources=list(state.sources),
        loaded_at=_minute(state.loaded_at),
        started_at=_minute(state.started_at),
    )
    facts += state.troubles
    if state.staged is None:
        return _message(wording.STATUS, [_list(facts)])
    waiting = _message(wording.STATUS, [_list([*facts, wording.WAITS.format(state.staged)])])
    return replace(waiting, blocks=(*waiting.blocks, *_decision(state.staged)))


def reload(outcome: Reload) -> Message:
    """Return what a reload came to: counts, titles, changed replies, and every problem with file and line."""
    release, serving = str(outcome.release), str(outcome.serving)
    match outcome.state:
        case ReloadState.UNUSABLE:
            return _message(wording.reload_failed(outcome.failure, serving), [])
        case ReloadState.UNCHANGED:
            return _message(wording.unchanged(outcome.articles, serving), _problems(outcome.problems))
        case ReloadState.ACTIVE:
            return _message(wording.reloaded(outcome.articles, release), _details(outcome))
        case ReloadState.STAGED:
            staged = _message(wording.staged(outcome.articles, release, serving), _details(outcome))
            return replace(staged, blocks=(*staged.blocks, *_decision(outcome.release)))


def _details(outcome: Reload) -> list[Block]:
    changes = outcome.changes
    named = ((wording.ADDED, changes.added), (wording.CHANGED, changes.changed), (wording.REMOVED, changes.removed))
    titles = [wording.changed_titles(name, ones[:MOST_TITLES], len(ones)) for name, ones in named if ones]
    return [_list([*titles, _losses(changes)]), *_replies(changes.replies), *_problems(outcome.problems)]


def _losses(changes: Changes) -> str:
    losses = sum(reply.is_loss for reply in changes.replies)
    return wording.changed_replies(len(changes.replies), losses, changes.asked)


def _replies(replies: Sequence[ChangedReply]) -> list[Block]:
    lines = [wording.CHANGED_REPLY.format(one.question, one.before, one.after) for one in replies[:MOST_REPLIES]]
    return [_list(lines)] if lines else []


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
    chunks = [lines[start : start + PROBLEMS_A_BLOCK] for start in range(0, len(lines), PROBLEMS_A_BLOCK)]
    return [
        _section(wording.problems(len(problems), len(lines))),
        *(_preformatted("\n".join(chunk)) for chunk in chunks),
    ]


def _message(intro: str, details: Sequence[Block]) -> Message:
    return Message(plaintext.escaped(intro), ({"type": "rich_text", "elements": [_section(intro), *details]},))


def _section(text: str) -> Block:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}


def _preformatted(text: str) -> Block:
    return {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}


def _list(lines: Sequence[str]) -> Block:
    return {"type": "rich_text_list", "style": "bullet", "elements": [_section(line) for line in lines]}


def _minute(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
