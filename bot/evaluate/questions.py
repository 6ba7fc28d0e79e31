"""Labelled questions: what somebody could ask, and which articles answer it.

The only reader of question files; ``parse`` itself does no I/O.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import QuicktakeError
from bot.model import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


MULTI = "multi"
"""The style of messages that ask several questions."""


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled question.

    ``relevant`` holds the urls of the articles that answer it, best first; empty means that no article does. In style
    ``multi`` a message asks several questions, and ``relevant`` has one url for each. ``partial`` are articles that
    help in part. ``corpus`` names the folder of articles the question is for; empty means any.
    """

    query: str
    style: str
    relevant: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    corpus: str = ""

    @property
    def is_answerable(self) -> bool:
        """Tell whether any article answers the question."""
        return bool(self.relevant)


def read(paths: Sequence[Path]) -> tuple[Question, ...]:
    """Read question files, in the order given.

    Raises:
        QuicktakeError: A file cannot be read, holds no question, or has mistakes; all of them are listed.
    """
    files = [_read_file(path) for path in paths]
    problems = [str(problem) for _, found in files for problem in found]
    if problems:
        raise QuicktakeError("\n".join(problems))
    return tuple(question for questions, _ in files for question in questions)


def with_twins(question: Question, twins: Mapping[str, Sequence[str]]) -> Question:
    """Add the articles with the same titles as relevant ones; not where each url is for a question of its own."""
    if question.style == MULTI:
        return question
    added = (url for relevant in question.relevant for url in twins.get(relevant, ()))
    return replace(question, relevant=tuple(dict.fromkeys((*question.relevant, *added))))


def parse(text: str, path: Path) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    """Parse JSON Lines, one ``{"query": …, "style": …, "relevant": [url, …]}`` a line; blank lines are skipped.

    Args:
        text: the file's text.
        path: where it came from, named in the problems.
    """
    numbered = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    parsed = [_parse_line(line) for _, line in numbered]
    problems = [
        Problem(path, found, number)
        for (number, _), found in zip(numbered, parsed, strict=True)
        if isinstance(found, str)
    ]
    if not numbered:
        problems = [Problem(path, "holds no question; expected one JSON object a line")]
    return tuple(found for found in parsed if isinstance(found, Question)), tuple(problems)


def _read_file(path: Path) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        return (), (Problem(path, f"cannot be read: {error.strerror or error}"),)
    except UnicodeDecodeError as error:
        return (), (Problem(path, f"is not UTF-8 (byte {error.start})"),)
    return parse(text, path)


def _parse_line(line: str) -> Question | str:
    """Return the question, or what is wrong with the line."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}"
    if not isinstance(fields, dict):
        return 'expected an object such as {"query": "…", "style": "typo", "relevant": ["/url"]}'
    if mistake := _mistake_in(fields):
        return mistake
    relevant, partial = (tuple(fields.get(key) or ()) for key in ("relevant", "partial"))
    return Question(fields["query"], fields["style"], relevant, partial, fields.get("corpus") or "")


def _mistake_in(fields: dict[str, object]) -> str | None:
    for key in ("query", "style"):
        value = fields.get(key)
        if not isinstance(value, str) or not value.strip():
            return f'"{key}" must be a text that is not empty'
    relevant = fields.get("relevant")
    if not isinstance(relevant, list) or not all(isinstance(url, str) and url for url in relevant):
        return '"relevant" must be a list of article urls, best first (an empty list: no article answers it)'
    if len(set(relevant)) < len(relevant):
        return '"relevant" names an article twice'
    partial = fields.get("partial") or []
    if not isinstance(partial, list) or not all(isinstance(url, str) and url for url in partial):
        return '"partial" must be a list of article urls'
    if not isinstance(fields.get("corpus") or "", str):
        return '"corpus" must be the name of a folder'
    return None
