"""Status and reload reports → messages for admins.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot import wording
from bot.slack import plaintext
from bot.slack.messages import Message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bot.model import Problem, Reload, Status

Block = dict[str, Any]

MOST_TITLES = 10
MOST_PROBLEMS = 60
PROBLEMS_A_BLOCK = 20


def status(state: Status) -> Message:
    """Return what is served, since when, from where."""
    facts = wording.status(
        version=state.version,
        release=str(state.release),
        articles=state.articles,
        problems=state.problems,
        folders=[str(folder) for folder in state.folders],
        loaded_at=_minute(state.loaded_at),
        started_at=_minute(state.started_at),
    )
    return _message(wording.STATUS, [_list(facts)])


def reload(outcome: Reload) -> Message:
    """Return what a reload came to: counts, titles, and every problem with file and line."""
    if outcome.failure:
        intro = wording.reload_failed(outcome.failure, str(outcome.release))
        return _message(intro, _problems(outcome.problems))
    intro = wording.reloaded(outcome.articles, str(outcome.release))
    changes = [
        wording.changed_titles(name, titles[:MOST_TITLES], len(titles))
        for name, titles in (
            (wording.ADDED, outcome.added),
            (wording.CHANGED, outcome.changed),
            (wording.REMOVED, outcome.removed),
        )
        if titles
    ]
    return _message(intro, [_list(changes or [wording.UNCHANGED]), *_problems(outcome.problems)])


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
