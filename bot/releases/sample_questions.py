"""The questions that a new release is tried on: labelled ones, and what people asked lately."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.errors import QuicktakeError
from bot.evaluate.questions import read

if TYPE_CHECKING:
    from pathlib import Path

    from bot.journal.store import Journal

log = logging.getLogger(__name__)

MOST_RECENT = 500


def questions_to_try(labelled: Path, journal: Journal | None = None) -> tuple[str, ...]:
    """Return each question once; a file that cannot be read is left out, and the log says why."""
    recent = journal.recent_questions(MOST_RECENT) if journal else ()
    return tuple(dict.fromkeys((*_labelled(labelled), *recent)))


def _labelled(path: Path) -> tuple[str, ...]:
    try:
        return tuple(question.query for question in read([path]))
    except QuicktakeError as failure:
        log.warning("Reloads are tried without labelled questions: %s", failure)
        return ()
