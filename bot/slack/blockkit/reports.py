"""Status and reload reports → messages for admins.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.model import ReloadState
from bot.slack.blockkit.buttons import ACTIVATE_RELEASE, DISCARD_RELEASE, actions, plain_button
from bot.slack.blockkit.composition import shorten
from bot.slack.blockkit.limits import RICH_TEXT
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
MOST_LINE = 400  # characters


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
        return _message(wording.STATUS, _lists(facts))
    waiting = _message(wording.STATUS, _lists([*facts, wording.WAITS.format(state.staged)]))
    return replace(waiting, blocks=(*waiting.blocks, *_decision(state.staged)))


def reload(outcome: Reload) -> Message:
    """Return what a reload came to: counts, titles, changed replies, and every problem with file and line."""
    release, serving = str(outcome.release), str(outcome.serving)
    match outcome.state:
        case ReloadState.UNUSABLE:
            return _message(wording.reload_failed(serving), _texts(outcome.failure.splitlines()))
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
    return [*_lists([*titles, _losses(changes)]), *_replies(changes.replies), *_problems(outcome.problems)]


def _losses(changes: Changes) -> str:
    losses = sum(reply.is_loss for reply in changes.replies)
    return wording.changed_replies(len(changes.replies), losses, changes.asked)


def _replies(replies: Sequence[ChangedReply]) -> list[Block]:
    shown = replies[:MOST_REPLIES]
    return _lists([wording.CHANGED_REPLY.format(one.question, one.before, one.after) for one in shown])


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
    return [_section(wording.problems(len(problems), len(lines))), *_texts(lines)]


def _message(intro: str, details: Sequence[Block]) -> Message:
    """A block for each part: what Slack takes in one is soon too little for a report."""
    blocks = ({"type": "rich_text", "elements": [element]} for element in (_section(intro), *details))
    return Message(plaintext.escaped(intro), tuple(blocks))


def _lists(lines: Sequence[str]) -> list[Block]:
    items = ([_section(line) for line in chunk] for chunk in _chunks(lines))
    return [{"type": "rich_text_list", "style": "bullet", "elements": item} for item in items]


def _texts(lines: Sequence[str]) -> list[Block]:
    texts = ("\n".join(chunk) for chunk in _chunks(lines))
    return [{"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]} for text in texts]


def _chunks(lines: Sequence[str]) -> list[list[str]]:
    """Cut long lines, and put as many into each chunk as one block takes."""
    chunks: list[list[str]] = []
    room = 0
    for line in (shorten(line, MOST_LINE) for line in lines if line):
        if len(line) >= room:
            chunks.append([])
            room = RICH_TEXT
        chunks[-1].append(line)
        room -= len(line) + 1
    return chunks


def _section(text: str) -> Block:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}


def _minute(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
